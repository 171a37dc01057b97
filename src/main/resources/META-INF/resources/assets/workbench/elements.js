/* Elements of the workbench, made of those of the forms' toolkit. */

import { element as el } from "../forms/element.js";
import { show as showMessages } from "../forms/messages.js";
import { words } from "../forms/words.js";

export function button(text, click, attributes) {
  return el("button", { type: "button", class: "xgw-button", click, ...attributes }, text);
}

/** What writes something. The second press of a double click does nothing: this may be a button that the first has brought there. */
export function primary(text, click, attributes) {
  const pressed = (event) => event.detail > 1 || click(event);
  return button(text, pressed, { class: "xgw-button xgw-primary", ...attributes });
}

export const soft = (...children) => el("div", { class: "xgw-soft" }, ...children);

/** What is known, as terms and descriptions; terms without any are left out. */
export function terms(...pairs) {
  return listOfTerms("xgw-terms", pairs);
}

/** The same in one line. */
export function strip(...pairs) {
  return listOfTerms("xgw-strip", pairs);
}

function listOfTerms(kind, pairs) {
  const list = el("dl", { class: kind });
  for (const [term, ...descriptions] of pairs) {
    const shown = descriptions.flat().filter((description) => description);
    if (shown.length) {
      list.append(el("div", {}, el("dt", {}, term), ...shown.map((description) => el("dd", {}, description))));
    }
  }
  return list;
}

/** A day by whose end somebody has to act: with the zone in which it ends, the offices'. */
export const dueText = (isoDate, list) => words(isoDate, "weekday") + ", " + list.words.zones[0].title;

/** Who is meant: several people may have one name. */
export const whom = ({ name, applicantNumber }) => name + " (" + applicantNumber + ")";

export const heading = (text) => el("h3", { tabindex: "-1", "data-heading": true }, text);

export function documentLinks(candidate) {
  return candidate.documents.map((file) =>
    el(
      "a",
      { href: "/api/documents/" + encodeURIComponent(file.id), download: "", class: "xgw-document" },
      ...breakable(file.name),
      el("span", { class: "xgw-soft" }, " (" + words(file.size, "size") + ")"),
    ),
  );
}

/** A file's name in a narrow column breaks before a dot or an underscore rather than inside a word. */
function breakable(name) {
  return name.split(/(?=[._])/).flatMap((part, i) => (i ? [el("wbr"), part] : [part]));
}

export function statusBadge(candidate) {
  const rank = candidate.status === "ALTERNATE" && candidate.alternateRank ? " " + candidate.alternateRank : "";
  return el("span", { class: "xgw-status", "data-status": candidate.status }, candidate.statusTitle + rank);
}

/**
 * What became of a letter; one that did not go out leads to where something can be done about it.
 *
 * @param whole whether it says what, too: a row of the list has no room for it
 */
export function letterMark(message, caseNumber, whole = false) {
  if (!message) {
    return null;
  }
  if (!message.needsSomebody) {
    return el("span", { class: "xgw-soft" }, message.sentence);
  }
  const page = "/cases/" + encodeURIComponent(caseNumber) + "/notices/" + encodeURIComponent(message.id);
  return el(
    "span",
    { class: "xgw-undelivered" },
    message.sentence + " " + ((whole && message.whatToDo && message.whatToDo + " ") || ""),
    el("a", { href: page, target: "_top" }, whole ? "Do it on the message's page" : "What to do"),
  );
}

/** "Lee", "Lee and Park", "Lee, Park and 3 more". */
export function namesText(names, most = 3) {
  if (names.length > most) {
    return names.slice(0, most).join(", ") + " and " + (names.length - most) + " more";
  }
  return names.length > 1 ? names.slice(0, -1).join(", ") + " and " + names[names.length - 1] : names.join("");
}

/** 2,000 */
export const numbered = (count) => count.toLocaleString("en-US");

export const counted = (count, one, several) => numbered(count) + " " + (count === 1 ? one : several);

/** Where it is said, by say(savedAt, discard), that what was entered before is back, with the way to be rid of it. */
export function broughtBack() {
  const node = el("div", { class: "xgw-back", role: "status", hidden: true });
  return {
    node,
    say(savedAt, discard) {
      const on = savedAt ? " on " + words(savedAt, "time") : "";
      node.replaceChildren(
        el("span", {}, "What you entered here" + on + " and did not save yet is back. "),
        button("Discard it", discard, { class: "xgw-link" }),
      );
      node.hidden = false;
    },
  };
}

/**
 * Shows, below its row of buttons, to whom an act writes and in which words.
 *
 * @param ask() answers with the messages
 * @param refuse(error) says why the act would be refused
 */
export function messagesButton(ask, refuse) {
  const see = button("See the messages", () => showMessages(see, ask).catch(refuse), { class: "xgw-link" });
  return see;
}
