/*
 * The session on our own pages. What a person has typed there and not sent stands only in the page; when the session ends it is put by
 * for the same person on the same page, in this tab.
 */
import { watchSession } from "./session.js";

const KEPT = `xg:kept:${window.location.pathname}`;
const FIELDS = "main :is(input, select, textarea)[name]:not([type=hidden], [type=password], [type=file], [type=submit])";

const person = document.querySelector(".site-header__who strong")?.textContent;

const fields = () => [...document.querySelectorAll(FIELDS)];
const isBox = (field) => field.type === "checkbox" || field.type === "radio";
const stand = (field) => (isBox(field) ? String(field.checked) : field.value);

let typed = false;
document.addEventListener("input", (event) => { typed = typed || event.target.matches(FIELDS); });
document.addEventListener("submit", () => { typed = false; });

function keep() {
  if (typed) {
    window.sessionStorage.setItem(KEPT, JSON.stringify({ person, values: fields().map((field) => [field.name, stand(field)]) }));
  }
}

function bringBack() {
  const kept = JSON.parse(window.sessionStorage.getItem(KEPT) || "null");
  window.sessionStorage.removeItem(KEPT);
  const now = fields();
  if (!kept || kept.person !== person || kept.values.length !== now.length) {
    return;
  }
  now.forEach((field, index) => {
    const [name, value] = kept.values[index];
    if (field.name !== name) {
      return;
    }
    if (isBox(field)) {
      field.checked = value === "true";
    } else {
      field.value = value;
    }
    field.closest("details")?.setAttribute("open", "");
  });
  typed = true;
  const told = document.createElement("div");
  told.className = "alert";
  told.setAttribute("role", "status");
  told.append(Object.assign(document.createElement("p"), { textContent: "What you entered here and did not send yet is back." }));
  document.querySelector("main h1").after(told);
}

bringBack();
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
