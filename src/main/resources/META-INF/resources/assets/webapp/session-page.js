/*
 * The session on our own pages. What a person has entered into a page's form stands only in the page. When the page goes, for whatever
 * reason, it is put by in this tab for the same person and is back on that page, until it was sent and taken, or discarded.
 */
import { token } from "../token.js";
import { watchSession } from "./session.js";

/** Entries of {person, path, action, version, values}: one for each form, which its action names. */
const KEPT = "xg:kept";
/** {action, token, path} of the form that was sent last, and of the page on which it stands. */
const SENT = "xg:sent";

/** Forms that change something: what is looked for stands in the address. */
const FORMS = "main form[method=post]";
const FIELDS = ":is(input, select, textarea)[name]:not([type=hidden], [type=password], [type=file], [type=submit])";

const person = document.querySelector(".site-header__who strong")?.textContent;

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const actionOf = (form) => form.getAttribute("action");
const isBox = (field) => field.type === "checkbox" || field.type === "radio";
const stand = (field) => (isBox(field) ? String(field.checked) : field.value);

const stored = (key) => JSON.parse(window.sessionStorage.getItem(key) || "null");
const store = (key, value) => window.sessionStorage.setItem(key, JSON.stringify(value));

const sent = stored(SENT);
window.sessionStorage.removeItem(SENT);
/** What is taken leads to another page, or says so; what is refused is answered where it was sent. */
const isRefused = sent?.action === window.location.pathname && !document.querySelector("main .usa-alert--success");
/** Where this page's forms stand: nobody can go to the address of one that was refused. */
const home = isRefused ? sent.path : window.location.pathname;

/** By it the server knows that somebody else changed meanwhile what a form shows. */
const versionOf = (form) => form.querySelector("input[type=hidden][name=version]");

const mine = () => (stored(KEPT) || []).filter((entry) => entry.person === person);

/** Forms in which something stands that was not sent. */
const typed = new Set();

function noteTyped({ target }) {
  if (target.matches(FIELDS) && target.form?.matches(FORMS)) {
    typed.add(target.form);
  }
}

/** In this tab, an entry of who worked here before goes with the first of who works here now. */
function forget(action) {
  store(KEPT, mine().filter((entry) => entry.action !== action));
}

function keep() {
  for (const form of typed) {
    const action = actionOf(form);
    const path = mine().find((entry) => entry.action === action)?.path || home;
    const values = all(FIELDS, form).map((field) => [field.name, stand(field)]);
    forget(action);
    store(KEPT, [...mine(), { person, path, action, version: versionOf(form)?.value, values }]);
  }
}

function bringBack({ action, version, values }) {
  const form = all(FORMS).find((each) => actionOf(each) === action);
  const fields = form ? all(FIELDS, form) : [];
  if (fields.map((field) => field.name).join() !== values.map(([name]) => name).join()) {
    return;
  }
  fields.forEach((field, index) => {
    const [, value] = values[index];
    if (isBox(field)) {
      field.checked = value === "true";
    } else {
      field.value = value;
    }
  });
  // What somebody else saved meanwhile is not undone unseen: it is entered on top of what was shown then, and the server says so.
  if (version !== undefined && versionOf(form)) {
    versionOf(form).value = version;
  }
  form.closest("details")?.setAttribute("open", "");
  typed.add(form);
  tell(form);
}

function tell(form) {
  const told = document.createElement("div");
  told.className = "usa-alert usa-alert--info usa-alert--slim";
  told.setAttribute("role", "status");
  const discard = Object.assign(document.createElement("button"), { type: "button", className: "usa-button usa-button--unstyled", textContent: "Discard it" });
  discard.addEventListener("click", () => {
    form.reset();
    typed.delete(form);
    forget(actionOf(form));
    told.remove();
    all(FIELDS, form)[0].focus();
  });
  const body = Object.assign(document.createElement("div"), { className: "usa-alert__body" });
  const said = Object.assign(document.createElement("p"), { className: "usa-alert__text" });
  said.append("What you entered here and did not send yet is back. ", discard);
  body.append(said);
  told.append(body);
  document.querySelector("main h1").after(told);
}

// With another token the session had ended, and nothing was taken: whoever has signed in again goes on where the form is.
if (sent && sent.token === token() && !isRefused) {
  forget(sent.action);
}
// A page that refuses something shows itself what was sent.
mine()
  .filter(({ path, action }) => path === window.location.pathname && !(isRefused && action === sent.action))
  .forEach(bringBack);

document.addEventListener("input", noteTyped);
document.addEventListener("change", noteTyped);
document.addEventListener("submit", ({ target, defaultPrevented }) => {
  if (target.matches("[data-sign-out]")) {
    typed.clear();
    window.sessionStorage.removeItem(KEPT);
  } else if (!defaultPrevented && target.matches(FORMS)) {
    keep();
    // The page may hear that it goes after the next one has begun: what it kept then would never be forgotten.
    typed.delete(target);
    store(SENT, { action: actionOf(target), token: token(), path: home });
  }
});
window.addEventListener("pagehide", keep);
// Back from where a form led to, it stands as it was sent.
window.addEventListener("pageshow", ({ persisted }) => persisted && typed.clear());
watchSession({
  ended() {
    keep();
    // The start page is there for everybody and would not say why.
    if (window.location.pathname === "/") {
      window.location.assign("/sign-in");
    } else {
      window.location.reload();
    }
  },
});
