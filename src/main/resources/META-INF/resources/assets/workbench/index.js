/* Loaded with Tasklist. The workbench itself comes when a form wants it: most people never open one. */

import { element } from "../forms/element.js";

const NOT_LOADED = "The candidates could not be loaded. Load the page again; nothing is lost.";

/** Shows the workbench of a case in an element: see workbench.js. */
export async function mount(root, caseNumber, taskId, person) {
  try {
    const workbench = await import("./workbench.js");
    if (root.isConnected) {
      workbench.mount(root, caseNumber, taskId, person);
    }
  } catch {
    root.replaceChildren(element("p", { class: "xg-alert", role: "alert" }, NOT_LOADED));
  }
}

/** The one act that ends the task closes the case: its button stands with its question, in place of Tasklist's "Complete". */
export function closeWith(form) {
  form.querySelector("[data-close-case]").addEventListener("click", () =>
    form.closest("[cam-tasklist-form]")?.querySelector(".form-actions .btn-primary")?.click());
}
