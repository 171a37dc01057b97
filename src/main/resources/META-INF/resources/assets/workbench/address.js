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

/** The list, after that many of its candidates. */
export const listFrom = (from) => ({ name: "list", ids: [], from });

/** {name, ids, from} of the view of this case, the list's beginning when the address names none. */
export function read(caseNumber) {
  const [number, name, rest = ""] = (split().query.get(NAME) || "").split("/");
  if (number !== caseNumber || !name || name === "list") {
    return listFrom((number === caseNumber && Number.parseInt(rest, 10)) || 0);
  }
  return { name, ids: rest.split(",").filter(Boolean), from: 0 };
}

/** Puts a view into the address; in place of the one before when that is no longer there to go back to. */
export function write(caseNumber, view, inPlace) {
  const rest = view.name === "list" ? view.from || "" : view.ids.join(",");
  const value = view.name === "list" && !view.from ? null : [caseNumber, view.name, rest].join("/");
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
