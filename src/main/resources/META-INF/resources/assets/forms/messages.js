/*
 * The messages that a step would send, read before it is taken: to whom, and in which words. The server writes them and undoes all of it.
 */

import { element } from "./element.js";

const BOX = "[data-xg-messages]";

function letter({ title, to, subject, text }, open) {
  return element("details", { open },
    element("summary", {}, `To ${to}: ${title}`),
    element("p", { class: "xg-messages__subject" }, subject),
    element("div", { class: "xg-messages__text" }, text));
}

function said(count) {
  if (count === 0) {
    return "With these answers no message is sent.";
  }
  return (count === 1 ? "This message is sent" : `These ${count} messages are sent`) + " when you are done. Nothing has been sent yet.";
}

/**
 * Shows them below a button.
 *
 * @param ask() answers with [{ title, to, subject, text }]; what it throws is the caller's
 */
export async function show(button, ask) {
  const place = button.closest("p, .xgw-buttons") || button;
  forget(place.parentElement);
  button.setAttribute("aria-busy", "true");
  try {
    const messages = await ask();
    const box = element("section",
      { class: "xg-messages", tabindex: "-1", "aria-label": "Messages that are sent", "data-xg-messages": true },
      element("p", {}, said(messages.length)),
      messages.map((each, place) => letter(each, place === 0)));
    place.after(box);
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  } finally {
    button.removeAttribute("aria-busy");
  }
}

/** Takes away what was shown: an answer has changed. */
export function forget(root) {
  root.querySelectorAll(BOX).forEach((each) => each.remove());
}
