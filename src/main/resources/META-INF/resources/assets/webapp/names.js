/*
 * Names, roles and states for what the web apps show as a picture only or mark up wrongly, so that it can be used without seeing it.
 * The apps draw again and again; a part is mended when it appears, and its state follows.
 */

/** @param {[string, (element: Element) => void][]} table what to mend: a selector of elements not mended yet, and how */
export function keepNamed(table) {
  let waiting = false;
  const mend = () => {
    waiting = false;
    for (const [selector, how] of table) {
      document.querySelectorAll(selector).forEach(how);
    }
  };
  new MutationObserver(() => {
    if (!waiting) {
      waiting = true;
      window.requestAnimationFrame(mend);
    }
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["class", "aria-expanded"] });
  mend();
}

/** An attribute that stays as it is. */
export const set = (name, value) => (element) => {
  const wanted = typeof value === "function" ? value(element) : value;
  if (wanted === null) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== wanted) {
    element.setAttribute(name, wanted);
  }
};

export const name = (words) => set("aria-label", words);

/** Several of these. */
export const all = (...changes) => (element) => changes.forEach((change) => change(element));

/*
 * What both apps have. The search field is a list one chooses from; the apps give it the states of one without the role.
 */
export const COMMON = [
  // A dialog is called what its heading says.
  [".modal[role='dialog']", all(set("aria-modal", "true"), name((dialog) => dialog.querySelector(".modal-header h3")?.textContent.trim() || null))],
  ["input.main-field", all(set("role", "combobox"), set("aria-label", (field) => field.getAttribute("placeholder") || "Search"))],
  [".cam-widget-search .glyphicon-link, [cam-share-link] a", all(set("role", "button"), set("tabindex", "0"), name("Copy the link to this list"))],
  ["a.sort-direction", all(set("role", "button"), set("tabindex", "0"), name((toggle) =>
    toggle.classList.contains("glyphicon-menu-up") ? "Sorted upwards; turn round" : "Sorted downwards; turn round"))],
];
