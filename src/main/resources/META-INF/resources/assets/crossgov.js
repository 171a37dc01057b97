/*
 * Our pages work without a script. This keeps a deep link through the sign-in, sends a form that is older than the last sign-in with
 * the token of today, clears drafts of forms when a person signs out, sends a form once however often its button is pressed, and says at
 * once when a file is too large.
 */
import { token } from "./token.js";

// A link to a task ends in "#/?task=…", which no server ever sees; the browser keeps it when the form's address has it.
for (const form of document.querySelectorAll("form[data-keeps-link]")) {
  form.action += window.location.hash;
}

// What stands in the page is as old as the page.
document.addEventListener("submit", ({ target }) => {
  if (token() && target.elements._csrf) {
    target.elements._csrf.value = token();
  }
});

// Of two answers the browser shows the second: "done already", and the first one's is lost, a password for one time with it.
const SAME_PRESS = 5000;
const sentAt = new WeakMap();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") {
    return;
  }
  if (event.timeStamp - sentAt.get(form) < SAME_PRESS) {
    event.preventDefault();
  } else {
    sentAt.set(form, event.timeStamp);
  }
});

// Who comes back to the page finds it as it was and may send it again.
window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach((form) => sentAt.delete(form)));

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-sign-out]")) {
    return;
  }
  for (const store of [window.localStorage, window.sessionStorage]) {
    store.clear();
  }
});

// The server stops reading such a file before it can say anything of use.
document.addEventListener("change", (event) => {
  const input = event.target;
  if (input.matches("input[type=file][data-max-bytes]")) {
    const tooLarge = [...input.files].some((file) => file.size > Number(input.dataset.maxBytes));
    input.setCustomValidity(
      tooLarge ? "The file is larger than 25 MB. Make it smaller or split it, then choose it again." : "");
    input.reportValidity();
  }
});
