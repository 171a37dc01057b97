/* What a form says besides its questions: notes in front of it, a line about what is kept at its end, and a voice. */

import { element } from "./element.js";

export class Notes {
  constructor(root) {
    this.root = root;
    this.voice = element("div", { class: "xg-hidden", "aria-live": "polite" });
    this.keeping = element("div", { class: "xg-kept" });
    root.append(this.voice);
  }

  /**
   * Says something worth knowing in front of the form, with what can be done about it.
   *
   * @param actions by the words of their buttons; each takes the note away
   */
  put(sentence, actions) {
    const box = element("div", { class: "xg-note", role: "status" }, element("p", {}, sentence));
    for (const [words, run] of Object.entries(actions)) {
      const act = () => {
        box.remove();
        run();
        this.goOn();
      };
      box.append(element("button", { type: "button", class: "xg-link-button", click: act }, words), " ");
    }
    this.clear();
    this.box = box;
    const head = this.root.querySelector(":scope > [data-head]");
    if (head) {
      head.after(box);
    } else {
      this.root.prepend(box);
    }
    return box;
  }

  clear() {
    this.box?.remove();
  }

  /** Where the button that was pressed is gone, one goes on with the first question. */
  goOn() {
    if (document.activeElement === document.body) {
      [...this.root.querySelectorAll("input, select, textarea")].find((each) => !each.disabled && each.checkVisibility())?.focus();
    }
  }

  /** Says a sentence to who listens to the page; the same sentence twice is said twice. */
  say(sentence) {
    this.voice.textContent = "";
    window.setTimeout(() => { this.voice.textContent = sentence; }, 100);
  }

  /** The line at the end of the form about what was entered: kept, or why not. */
  keeps(sentence, failed = false) {
    this.root.append(this.keeping);
    this.keeping.classList.toggle("xg-kept--failed", failed);
    if (failed) {
      this.keeping.setAttribute("role", "status");
    } else {
      // Heard after every few letters, it would be a nuisance.
      this.keeping.removeAttribute("role");
    }
    this.keeping.textContent = sentence;
  }
}
