/*
 * What the workbench shows stands in the page's address, after "#": Back and Forward of the browser go from view to view, a reload stays
 * where one is, and a link can lead to one candidate. It holds ids only, and never reaches a server.
 */

export const NAME = "workbench";

/** Tasklist owns what stands after "#"; it hands its own way of changing it over here. */
let router = null;

export function routeThrough(change) {
  router = change;
}

const split = () => {
  const [path, query = ""] = window.location.hash.replace(/^#/, "").split("?");
  return { path, query: new URLSearchParams(query) };
};

/** {name, ids} of the view of this case, the list when the address names none. */
export function read(caseNumber) {
  const [number, name, ids] = (split().query.get(NAME) || "").split("/");
  return number === caseNumber && name ? { name, ids: (ids || "").split(",").filter(Boolean) } : { name: "list", ids: [] };
}

/** Puts a view into the address; in place of the one before when that is no longer there to go back to. */
export function write(caseNumber, view, inPlace) {
  const value = view.name === "list" ? null : [caseNumber, view.name, view.ids.join(",")].join("/");
  if ((split().query.get(NAME) || null) === value) {
    return;
  }
  if (router) {
    router(value, inPlace);
    return;
  }
  const { path, query } = split();
  if (value === null) {
    query.delete(NAME);
  } else {
    query.set(NAME, value);
  }
  const text = query.toString();
  window.history[inPlace ? "replaceState" : "pushState"](null, "", "#" + path + (text ? "?" + text : ""));
}
