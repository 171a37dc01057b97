/*
 * A page's form that writes to others shows before to whom and in which words: see forms/messages.js. Without scripts its button is not there.
 *
 *   data-preview="address"   of the same change in the API; a field's name in braces stands for what is entered there
 *   data-answers="names"     the fields that are sent
 */
import { messagesOf } from "./forms/api.js";
import { forget as forgetMessages, show as showMessages } from "./forms/messages.js";

function tell(see, sentence) {
  const said = Object.assign(document.createElement("p"), { className: "usa-alert__text", textContent: sentence });
  const body = Object.assign(document.createElement("div"), { className: "usa-alert__body" });
  body.append(said);
  const alert = Object.assign(document.createElement("div"), { className: "usa-alert usa-alert--error usa-alert--slim" });
  alert.setAttribute("role", "alert");
  alert.append(body);
  see.closest("p").after(alert);
}

function forget(form) {
  forgetMessages(form);
  form.querySelectorAll("p + .usa-alert--error").forEach((alert) => alert.remove());
}

for (const see of document.querySelectorAll("[data-preview]")) {
  const { form } = see;
  see.hidden = false;
  form.addEventListener("input", () => forget(form));
  see.addEventListener("click", async () => {
    forget(form);
    const entered = new FormData(form);
    const names = see.dataset.answers.split(" ");
    const answers = Object.fromEntries([...entered].filter(([name, value]) => names.includes(name) && value !== ""));
    const address = see.dataset.preview.replace(/\{(\w+)\}/g, (braces, name) => encodeURIComponent(entered.get(name) || "-"));
    try {
      await showMessages(see, () => messagesOf("POST", address, answers));
    } catch (refused) {
      tell(see, refused.message);
    }
  });
}
