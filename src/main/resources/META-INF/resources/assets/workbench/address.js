/*
 * What the workbench shows stands in the page's address, after "#": Back and Forward of the browser go from view to view, a reload stays
 * where one is, and a link can lead to one candidate. It holds ids and what the list is narrowed to, but no words that somebody looks for,
 * which are mostly names; those are kept in the tab. It never reaches a server.
 */

const NAME = "workbench";
const LOAD_ANEW = "$routeChanged";

/** Tasklist owns what stands after "#", and has its own way of changing it. */
let router = null;

/**
 * The workbench's part of Tasklist's address. Tasklist loads lists and task anew whenever what stands after "#" changes; when only the
 * workbench goes from view to view, they stay as they are.
 */
export function shareAddress($rootScope, $location) {
  let ours = false;
  $rootScope.$on("$locationChangeStart", (event, now, before) => {
    ours = now !== before && withoutView(now) === withoutView(before);
  });
  const broadcast = $rootScope.$broadcast;
  $rootScope.$broadcast = function (name, ...details) {
    return name === LOAD_ANEW && ours ? undefined : broadcast.call(this, name, ...details);
  };
  router = (value, inPlace) =>
    $rootScope.$evalAsync(() => {
      $location.search(NAME, value);
      if (inPlace) {
        $location.replace();
      }
    });
}

function withoutView(address) {
  const [path, query = ""] = address.split("?");
  const rest = new URLSearchParams(query);
  rest.delete(NAME);
  rest.sort();
  return path + "?" + rest;
}

const split = () => {
  const [path, query = ""] = window.location.hash.replace(/^#/, "").split("?");
  return { path, query: new URLSearchParams(query) };
};

/** The list, after that many of its candidates. */
export const listFrom = (from) => ({ name: "list", ids: [], from });

const parts = (caseNumber) => {
  const [number, ...rest] = (split().query.get(NAME) || "").split("/");
  return number === caseNumber ? rest : [];
};

/** {name, ids, from} of the view of this case, the list's beginning when the address names none. */
export function read(caseNumber) {
  const [name, rest = ""] = parts(caseNumber);
  if (!name || name === "list") {
    return listFrom(Number.parseInt(rest, 10) || 0);
  }
  return { name, ids: rest.split(",").filter(Boolean), from: 0 };
}

/** {status, location} to which the list of this case is narrowed, empty for all. */
export function readFilter(caseNumber) {
  const [, , status = "", location = ""] = parts(caseNumber);
  return { status, location: unquoted(location) };
}

function unquoted(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** Puts a view into the address; in place of the one before when that is no longer there to go back to. */
export function write(caseNumber, view, { status, location }, inPlace) {
  const rest = view.name === "list" ? view.from || "" : view.ids.join(",");
  const filter = status || location ? [status, encodeURIComponent(location)] : [];
  const value = view.name === "list" && !view.from && !filter.length ? null : [caseNumber, view.name, rest, ...filter].join("/");
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
