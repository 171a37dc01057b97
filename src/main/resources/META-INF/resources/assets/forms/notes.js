/*
 * What a form says besides its questions. At its top, which case it is about, which pool, and whom: the server says it in the same words
 * for all forms. Notes in front of the questions, a line at the end about what is kept, and a voice.
 */

import { element } from "./element.js";
import { formats } from "./words.js";

const day = formats.date;

/** Parts of one line, apart by a middle dot; a part is text or an element, an empty one is left out. */
function line(...given) {
  const made = element("p");
  for (const part of given.filter(Boolean)) {
    made.append(...(made.childNodes.length > 0 ? [" · "] : []), part);
  }
  return made;
}

const strong = (text) => element("strong", {}, text);

function caseLink(number) {
  return element("a", { href: "/cases/" + encodeURIComponent(number) }, "Case ", strong(number));
}

function candidate(about) {
  return line(
    element("span", {}, "Candidate: ", strong(about.candidateName), about.applicantNumber ? ` (${about.applicantNumber})` : ""),
    about.category,
    about.preference,
    about.dutyLocation,
    about.electedOn && "elected " + day(about.electedOn),
    about.alternates && "alternates: " + about.alternates);
}

/** Puts the head before everything else in the form, in place of one that is there; a form about no case has none. */
export function showHead(root, view) {
  root.querySelectorAll(":scope > [data-head]").forEach((each) => each.remove());
  const about = view.selectee || view;
  if (!about.caseNumber || !about.agencyName || !about.pool) {
    return;
  }
  root.prepend(element("header", { class: "xg-head", "data-head": true },
    line(caseLink(about.caseNumber), about.agencyName, about.positionTitle),
    line(about.pool.label, "announcement " + about.pool.announcement, about.pool.lastDayInWords && "selections until " + about.pool.lastDayInWords),
    about.candidateName && candidate(about)));
}

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
