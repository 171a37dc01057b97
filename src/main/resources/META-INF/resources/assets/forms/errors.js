/*
 * What is wrong with a person's answers, said where people look for it: a summary in front that lists every sentence, each a link to
 * its answer, and the same sentence at the answer itself. Task forms and the workbench use it; text from the server stays text.
 */

import * as dates from "./dates.js";
import { element, nextId } from "./element.js";

const SUMMARY = "[data-xg-alert]";

/** What people call the rules, as on the page /law. */
const RULES = {
  D1: "How long a certificate may be used",
  L1: "Who may see candidates",
  L2: "Form B is Yes throughout",
  L3: "No request twice",
  L4: "Five keys match the pool",
  L5: "The position description is classified before OPM verifies",
  L6: "Exempt from the hiring freeze",
  L7: "The Reemployment Priority List comes first",
  L8: "One candidate, one verified selection",
  L9: "No withdrawal without its scope",
  L10: "Reserved first days",
  L11: "Only who is referred",
  L12: "Preference within a category",
  L13: "Higher category first",
  L14: "No preference eligible is passed over",
  L15: "Asking to pass over",
  L16: "Displaced employees first",
  L17: "Direct hire, and pools ranked by score",
  L18: "In time",
  L19: "Time to hire",
  L20: "Nothing decided is lost",
  L21: "Nobody decides on both sides",
  L22: "Objecting to a candidate",
};

/** Why what stands in a field is no answer whatever was asked: no day, no number, a part of what is counted in wholes; else null. */
export function fault(input) {
  if (input.dataset.date !== undefined) {
    return dates.fault(input);
  }
  if (input.type !== "number") {
    return null;
  }
  return input.validity.badInput ? "This is not a number." : isPart(input) ? "Enter a whole number." : null;
}

function isPart({ step, value }) {
  return Number.isInteger(Number(step || 1)) && value !== "" && !Number.isInteger(Number(value));
}

/** The errors with their inputs, in the order in which the answers stand on the screen; what belongs to none comes last. */
function placed(errors, find) {
  const found = [];
  for (const { field, sentence } of errors) {
    const input = field ? find(field) : null;
    const same = input && found.find((each) => each.input === input);
    // Said when the field was left; the server's sentence would be a second one for the same thing.
    const said = (input && fault(input)) || sentence;
    if (!same) {
      found.push({ input, sentences: [said] });
    } else if (!same.sentences.includes(said)) {
      same.sentences.push(said);
    }
  }
  return found
    .map((each) => ({ input: each.input, sentence: each.sentences.join(" ") }))
    .sort((one, other) => {
      if (!one.input || !other.input) {
        return one.input ? -1 : other.input ? 1 : 0;
      }
      return one.input.compareDocumentPosition(other.input) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
}

function title(number) {
  return number === 1 ? "There is a problem with one answer" : `There are problems with ${number} answers`;
}

function line({ input, sentence }) {
  const lead = (event) => {
    event.preventDefault();
    input.scrollIntoView({ block: "center" });
    input.focus({ preventScroll: true });
  };
  return element("li", {}, input ? element("a", { href: "#" + input.id, click: lead }, sentence) : sentence);
}

/** What is entered stays where it is: the rules open beside it. A step of the flow, which is told in the same place, is no rule. */
export function ruleLinks(rules) {
  return [...new Set(rules.filter((rule) => rule in RULES))].map((rule) =>
    element("p", { class: "xg-rule" },
      "The rule: ",
      element("a", { href: "/law#" + rule, target: "_blank", rel: "noopener" }, RULES[rule]),
      " (in a new tab)"));
}

/**
 * Says everything at once and moves the focus to the summary.
 *
 * @param errors [{ field, sentence, rule }]
 * @param find(field) gives the input of an answer, or null
 */
export function tell(into, errors, find) {
  clear(into);
  const all = placed(errors, find || (() => null));
  all.filter((each) => each.input).forEach((each) => mark(each.input, each.sentence));
  const said = all.some((each) => each.input)
    ? [element("p", { class: "xg-alert__title" }, title(all.length)), element("ul", {}, all.map(line))]
    : all.map((each) => element("p", {}, each.sentence));
  const box = element("div", {
    class: "xg-alert",
    tabindex: "-1",
    role: "alert",
    // Said once: what is mended goes without the rest being said again.
    "aria-atomic": "false",
    "aria-relevant": "additions",
    // In the server's words: Tasklist says in its corner what no form has said.
    "data-xg-alert": errors.map((each) => each.sentence).join(" "),
  }, said, ruleLinks(errors.map((each) => each.rule)));
  into.prepend(box);
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: box.offsetHeight > window.innerHeight ? "start" : "center" });
  return box;
}

/** A sentence about an answer that was changed since is not true any more; about a choice it stands at one of its answers. */
export function answered(into, input) {
  const choice = groupOf(input)?.querySelectorAll("[data-xg-error]") || [];
  // The answer that was marked is one of its choice's, too.
  const marked = [...new Set([input, ...choice])].filter((each) => each.dataset.xgError);
  const lines = marked.flatMap((each) => [...into.querySelectorAll(`${SUMMARY} a[href="#${CSS.escape(each.id)}"]`)]);
  marked.forEach(unmark);
  for (const said of lines) {
    const box = said.closest(SUMMARY);
    said.closest("li").remove();
    const left = box.querySelectorAll("li").length;
    if (left === 0) {
      box.remove();
    } else {
      box.querySelector(".xg-alert__title").textContent = title(left);
    }
  }
}

/** Takes summary and marks away again. */
export function clear(into) {
  into.querySelectorAll(SUMMARY).forEach((box) => box.remove());
  into.querySelectorAll("[aria-invalid]").forEach(unmark);
}

/** The group of a choice: its sentence stands under the question, not between the answers. A box that stands for itself has none. */
function groupOf(input) {
  return input.type === "radio" || input.dataset.list !== undefined ? input.closest("fieldset") : null;
}

function describe(element, id) {
  element.setAttribute("aria-describedby", [element.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
}

function undescribe(element, id) {
  const rest = (element.getAttribute("aria-describedby") || "").split(/\s+/).filter((each) => each && each !== id).join(" ");
  if (rest) {
    element.setAttribute("aria-describedby", rest);
  } else {
    element.removeAttribute("aria-describedby");
  }
}

/** Says at an answer what is wrong with it. */
export function mark(input, sentence) {
  unmark(input);
  input.id = input.id || nextId("answer");
  const note = element("p", { class: "xg-error", id: nextId("error") }, sentence);
  const group = groupOf(input);
  if (group) {
    const question = group.querySelector("legend");
    if (question) {
      question.after(note);
    } else {
      group.prepend(note);
    }
    describe(group, note.id);
  } else {
    (input.closest("label") || input.closest(".xg-date") || input).before(note);
  }
  input.setAttribute("aria-invalid", "true");
  input.dataset.xgError = note.id;
  describe(input, note.id);
}

export function unmark(input) {
  const id = input.dataset.xgError;
  if (id) {
    document.getElementById(id)?.remove();
    undescribe(input, id);
    const group = groupOf(input);
    if (group) {
      undescribe(group, id);
    }
    delete input.dataset.xgError;
  }
  input.removeAttribute("aria-invalid");
}

/** What the server said: problem details of our API, the engine's answer to a task's form, or an error of the script's own. */
export function of(error, sentence) {
  const body = (error && error.response && error.response.body) || error || {};
  const several = Array.isArray(body.errors) && body.errors.every((each) => each && each.sentence);
  return several && body.errors.length > 0 ? body.errors : [{ field: body.field || null, rule: body.rule, sentence }];
}
