/*
 * Runs before anything else of Tasklist and Cockpit. Their pages hold a sentence for the case that they do not start, which shows
 * itself after a while without any script; where a script sees at once that something failed, it need not wait.
 */
"use strict";

/** Once the app stands in the sentence's place, errors are its own business. */
function failed(event) {
  if (event.target === window || event.target.tagName === "SCRIPT") {
    document.documentElement.classList.add("xg-failed");
  }
}

window.addEventListener("error", failed, true);
window.addEventListener("unhandledrejection", failed);

// The link alone would lose the task in the address.
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-xg-reload]")) {
    event.preventDefault();
    window.location.reload();
  }
});
