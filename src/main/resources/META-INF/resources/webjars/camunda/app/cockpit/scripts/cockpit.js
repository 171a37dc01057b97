/* Our part of Cockpit, loaded by config.js before Cockpit starts. */
import { joinSession } from "../../../../assets/webapp.js";
import { frame, link } from "../../../../assets/webapp/frame.js";
import { COMMON, all, keepNamed, name, set } from "../../../../assets/webapp/names.js";

const MODULE = "cam.cockpit.custom";
const AT = "cockpit.navigation";

// Cockpit, unlike Tasklist, takes these from no setting. It is looked at from anywhere: a time of day means nothing without its zone.
const TIMES = {
  normal: "MMM D, YYYY, h:mm:ss A [UTC]Z",
  long: "dddd, MMMM D, YYYY, h:mm:ss A [UTC]Z",
  short: "MMM D, YYYY",
};

const TABLE = [
  ...COMMON,
  ["button.section-toggle", all(name("This section"), set("aria-expanded", (toggle) =>
    String(Boolean(toggle.querySelector(".glyphicon-menu-up")))))],
  [".stored-criteria > .dropdown-toggle", name("Saved searches")],
  [".bjs-drilldown", name("Go to the called process")],
  ["a[state-circle]", name((state) =>
    (state.classList.contains("circle-green") ? "Runs without incident; open it" : "Has incidents; open it"))],
  [".hide-collapsable:not([title])", name("Fold what stands at the side")],
  [".show-collapsable:not([title])", name("Unfold what stands at the side")],
  [".ctn-view", set("tabindex", "0")],
  // Links without an address, for the mouse only.
  ["a.expand-collapse, a.overlay-link", all(set("role", "button"), set("tabindex", "0"))],
  ["[cam-breadcrumbs-panel] .breadcrumbs-panel, .breadcrumbs-panel", all(set("role", "navigation"), name("Where you are"))],
  ["[ng-view] h1, [ng-view] h2, [ng-view] h3", set("data-xg-skip-to", "")],
  // Where a row is a card, each value says what it is (cockpit-narrow.css).
  [".cam-table > tbody > tr > td", set("data-label", (cell) =>
    cell.closest("table").querySelector(`thead th:nth-child(${cell.cellIndex + 1})`)?.textContent.trim() || null)],
];

joinSession(MODULE);
frame(MODULE);
keepNamed(TABLE);
window.angular.module(MODULE).config(["camDateFormatProvider", (formats) => {
  for (const [length, pattern] of Object.entries(TIMES)) {
    formats.setDateFormat(pattern, length);
  }
}]);

export default [
  link(AT, "xg-start", "Start page", "/", 1000),
  link(AT, "xg-tasks", "My tasks", "/camunda/app/tasklist/default/", 950),
];
