/*
 * What Tasklist and Cockpit share: they live inside our sign-in. Signing out there ends our session and takes the drafts of forms
 * out of the browser; a session that has ended leads to our sign-in page and back.
 */

import { token } from "./token.js";
import { watchSession } from "./webapp/session.js";

const DRAFTS = ["camForm:", "camunda-form:", "xg:draft:"];
const RELOADED = "xg:reloaded";

/** Removes every draft of a form that Tasklist or our forms keep in this browser. */
export function clearDrafts() {
  for (const store of [window.localStorage, window.sessionStorage]) {
    for (const key of Object.keys(store)) {
      if (DRAFTS.some((start) => key.startsWith(start))) {
        store.removeItem(key);
      }
    }
  }
}

/** Signs out as the button on our pages does: by posting a form, so that the browser follows to the start page. */
export function signOut() {
  clearDrafts();
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/sign-out";
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "_csrf", value: token() }));
  document.body.append(form);
  form.submit();
}

/** Asks for the page once more: the server answers with the sign-in page and comes back here afterwards. Never in a circle. */
function signInAgain() {
  const last = Number(sessionStorage.getItem(RELOADED) || 0);
  if (Date.now() - last > 10000) {
    sessionStorage.setItem(RELOADED, String(Date.now()));
    window.location.reload();
  }
}

/** @param moduleName the Angular module the web app keeps for customisation */
export function joinSession(moduleName) {
  watchSession({ ended: signInAgain });
  window.angular
    .module(moduleName)
    .config(["$provide", ($provide) => {
      $provide.decorator("AuthenticationService", ["$delegate", ($delegate) => {
        $delegate.logout = signOut;
        return $delegate;
      }]);
    }])
    .run(["$rootScope", ($rootScope) => {
      $rootScope.$on("authentication.changed", (_, person) => {
        const apps = (person && person.authorizedApps) || [];
        document.body.classList.toggle("xg-opens-cockpit", apps.includes("cockpit"));
      });
      $rootScope.$on("authentication.login.required", (event) => {
        event.preventDefault();
        signInAgain();
      });
    }]);
}
