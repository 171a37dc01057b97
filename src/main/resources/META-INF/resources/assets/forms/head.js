/* The top of every form: which case it is about, which pool, and whom. The server says it in the same words for all forms. */

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
export function show(root, view) {
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
