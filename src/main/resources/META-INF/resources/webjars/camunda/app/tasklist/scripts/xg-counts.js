/* How many tasks a list has. The server counts to ten thousand and answers one more where there are more: to count on would cost what nobody reads. */
const COUNTED = 10_000;

/** @param {number} count as the server answers */
export function inWords(count) {
  return count > COUNTED ? "10,000+" : String(count ?? "");
}

/** Beside the name of the chosen list. @param moduleName the Angular module in which Tasklist is customised */
export function showCounts(moduleName) {
  window.angular.module(moduleName).filter("xgCount", () => inWords).config(["$provide", ($provide) => {
    $provide.decorator("camTasklistFiltersDirective", ["$delegate", (directives) => {
      directives[0].template = directives[0].template.replace("{{ filterCount }}", "{{ filterCount | xgCount }}");
      return directives;
    }]);
  }]);
}
