/*
 * What is wrong with a person's answers, said where people look for it: a summary in front that lists every sentence, each a link to
 * its answer, and the same sentence at the answer itself. Task forms and the workbench use it; text from the server stays text.
 *
 *   xgErrors.tell(into, errors, find)   errors: [{ field, sentence, rule }]; find(field) gives the input of an answer, or null
 *   xgErrors.clear(into)                takes summary and marks away again
 *   xgErrors.mark(input, sentence), xgErrors.unmark(input)
 *   xgErrors.answered(into, input)      takes what was said about this answer away, at the answer and in the summary
 *   xgErrors.of(error)                  everything that a failed request says is wrong, as such a list
 *   xgErrors.ruleLinks(rules)           leads to what these rules ask, each once, on the page /law
 *   xgErrors.fault(input)               why what stands there is no answer whatever was asked, or null
 */
(function () {
  "use strict";

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
    L15: "Asking OPM to pass over",
    L16: "Displaced employees first",
    L17: "Direct hire, and pools ranked by score",
    L18: "In time",
    L19: "Time to hire",
    L20: "Nothing decided is lost",
    L21: "Nobody decides on both sides",
  };

  let ids = 0;

  function paragraph(name, text) {
    const made = document.createElement("p");
    made.className = name;
    made.textContent = text;
    return made;
  }

  /** Why what stands in a field is no answer whatever was asked: no day, no number, a part of what is counted in wholes; else null. */
  function fault(input) {
    if (input.dataset.date !== undefined) {
      return window.xgDates.fault(input);
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
    const item = document.createElement("li");
    if (!input) {
      item.textContent = sentence;
      return item;
    }
    const link = document.createElement("a");
    link.href = "#" + input.id;
    link.textContent = sentence;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      input.scrollIntoView({ block: "center" });
      input.focus({ preventScroll: true });
    });
    item.append(link);
    return item;
  }

  /** What is entered stays where it is: the rules open beside it. A step of the flow, which is told in the same place, is no rule. */
  function ruleLinks(rules) {
    return [...new Set(rules.filter((rule) => rule in RULES))].map((rule) => {
      const link = document.createElement("a");
      link.href = "/law#" + rule;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = RULES[rule];
      const line = paragraph("xg-rule", "The rule: ");
      line.append(link, " (in a new tab)");
      return line;
    });
  }

  /** Says everything at once and moves the focus to the summary. */
  function tell(into, errors, find) {
    clear(into);
    const all = placed(errors, find || (() => null));
    const box = document.createElement("div");
    box.className = "xg-alert";
    box.tabIndex = -1;
    box.setAttribute("role", "alert");
    // Said once: what is mended goes without the rest being said again.
    box.setAttribute("aria-atomic", "false");
    box.setAttribute("aria-relevant", "additions");
    // In the server's words: Tasklist says in its corner what no form has said.
    box.dataset.xgAlert = errors.map((each) => each.sentence).join(" ");
    all.filter((each) => each.input).forEach((each) => mark(each.input, each.sentence));
    if (all.some((each) => each.input)) {
      const list = document.createElement("ul");
      list.append(...all.map(line));
      box.append(paragraph("xg-alert__title", title(all.length)), list);
    } else {
      box.append(...all.map((each) => paragraph("", each.sentence)));
    }
    box.append(...ruleLinks(errors.map((each) => each.rule)));
    into.prepend(box);
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: box.offsetHeight > window.innerHeight ? "start" : "center" });
    return box;
  }

  /** A sentence about an answer that was changed since is not true any more; about a choice it stands at one of its answers. */
  function answered(into, input) {
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

  function clear(into) {
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

  function mark(input, sentence) {
    unmark(input);
    ids++;
    input.id = input.id || `xg-answer-${ids}`;
    const note = paragraph("xg-error", sentence);
    note.id = `xg-error-${ids}`;
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

  function unmark(input) {
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
  function of(error, sentence) {
    const body = (error && error.response && error.response.body) || error || {};
    const several = Array.isArray(body.errors) && body.errors.every((each) => each && each.sentence);
    return several && body.errors.length > 0 ? body.errors : [{ field: body.field || null, rule: body.rule, sentence }];
  }

  window.xgErrors = { tell, clear, mark, unmark, answered, of, fault, ruleLinks };
})();
