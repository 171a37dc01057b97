/*
 * The messages that a step would send, read before it is taken: to whom, and in which words. The server writes them and undoes all of it.
 *
 *   xgMessages.show(button, ask)   ask() answers with [{ title, to, subject, text }]; what it throws is the caller's
 *   xgMessages.forget(root)        takes away what was shown: an answer has changed
 */
(function () {
  "use strict";

  const { element } = xgWords;

  const BOX = "[data-xg-messages]";

  function letter({ title, to, subject, text }, open) {
    const summary = element("summary");
    summary.textContent = `To ${to}: ${title}`;
    const about = element("p", { class: "xg-messages__subject" });
    about.textContent = subject;
    const words = element("div", { class: "xg-messages__text" });
    words.textContent = text;
    const details = element("details");
    details.open = open;
    details.append(summary, about, words);
    return details;
  }

  function said(count) {
    if (count === 0) {
      return "With these answers no message is sent.";
    }
    return (count === 1 ? "This message is sent" : `These ${count} messages are sent`) + " when you are done. Nothing has been sent yet.";
  }

  async function show(button, ask) {
    const place = button.closest("p, .xgw-buttons") || button;
    forget(place.parentElement);
    button.setAttribute("aria-busy", "true");
    try {
      const messages = await ask();
      const box = element("section", { class: "xg-messages", tabindex: "-1", "aria-label": "Messages that are sent" });
      box.setAttribute("data-xg-messages", "");
      const first = element("p");
      first.textContent = said(messages.length);
      box.append(first, ...messages.map((each, place) => letter(each, place === 0)));
      place.after(box);
      box.focus({ preventScroll: true });
      box.scrollIntoView({ block: "nearest" });
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  function forget(root) {
    root.querySelectorAll(BOX).forEach((each) => each.remove());
  }

  window.xgMessages = { show, forget };
})();
