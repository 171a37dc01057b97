/*
 * The workbench's part of Tasklist's address. Tasklist loads lists and task anew whenever what stands after "#" changes; when only the
 * workbench goes from view to view, they stay as they are.
 */

import { NAME, routeThrough } from "./address.js";

const LOAD_ANEW = "$routeChanged";

export function shareAddress($rootScope, $location) {
  let ours = false;
  $rootScope.$on("$locationChangeStart", (event, now, before) => {
    ours = now !== before && withoutView(now) === withoutView(before);
  });
  const broadcast = $rootScope.$broadcast;
  $rootScope.$broadcast = function (name, ...details) {
    return name === LOAD_ANEW && ours ? undefined : broadcast.call(this, name, ...details);
  };
  routeThrough((value, inPlace) =>
    $rootScope.$evalAsync(() => {
      $location.search(NAME, value);
      if (inPlace) {
        $location.replace();
      }
    }),
  );
}

function withoutView(address) {
  const [path, query = ""] = address.split("?");
  const rest = new URLSearchParams(query);
  rest.delete(NAME);
  rest.sort();
  return path + "?" + rest;
}
