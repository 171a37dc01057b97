/* One candidate: what is known, why he or she stands where on the list, and what can be recorded. */

import { element as el } from "../forms/element.js";
import { ruleLinks } from "../forms/errors.js";
import { words } from "../forms/words.js";
import { button, documentLinks, dueText, heading, letterMark, numbered, primary, soft, statusBadge, terms } from "./elements.js";
import { entry, offered } from "./entries.js";
import { EntryForm } from "./entry-form.js";
import { interviewText } from "./interviews.js";

/** Characters of a sentence that is shown whole, and of one that is not: of its beginning and of its end, where the ways out stand. */
const LONGEST_SENTENCE = 1200;
const BEGINNING = 250;
const END = 500;

const WROTE = "What the candidate wrote";
const UNPROVEN = "Nothing shows it yet: until what the candidate wrote is attached, it opens the way for nobody else.";

export class CandidateView {
  constructor(workbench, id) {
    this.workbench = workbench;
    this.id = id;
    /** Of the task's drafts. */
    this.part = "candidate-" + id;
    /** What is half typed, by the name of its entry. */
    this.forms = workbench.unsaved(id);
    this.neighbours = el("span");
    this.factsNode = el("div", { class: "xgw-facts" });
    this.actions = el("div", { class: "xgw-actions", role: "group", "aria-label": "Record" });
    this.slot = el("div", { class: "xgw-slot" });
    const open = [...this.forms.values()].pop();
    if (open) {
      this.slot.replaceChildren(open.node);
    } else {
      this.bringBack();
    }
  }

  get candidate() {
    return this.workbench.candidate(this.id);
  }

  get details() {
    return this.workbench.details(this.id);
  }

  nodes() {
    this.update();
    return [
      el(
        "div",
        { class: "xgw-nav" },
        this.workbench.backToList(this.id),
        this.neighbours,
      ),
      heading(this.candidate.name),
      el("div", { class: "xgw-columns" }, this.factsNode, el("div", { class: "xgw-work" }, this.actions, this.slot)),
    ];
  }

  /** What colleagues record shows; what is half typed stays. */
  update() {
    const whole = this.factsNode.querySelector("details[open]") !== null;
    this.factsNode.replaceChildren(...facts(this.details, this.workbench));
    this.factsNode.querySelectorAll("details").forEach((one) => (one.open = whole));
    this.neighbours.replaceChildren(
      ...[this.neighbour("Previous", this.details.previous), this.neighbour("Next", this.details.next)].filter(Boolean),
    );
    this.drawActions();
  }

  /** In the list, among those who are looked for. */
  neighbour(side, other) {
    return other && button(side + ": " + other.name, () => this.workbench.open(other.id, true), { "data-key": "go-" + side });
  }

  drawActions() {
    const { candidate, workbench } = this;
    const buttons = workbench.data.mayReview
      ? offered(candidate, workbench.data).map(({ name, text }) =>
          button(text, () => this.begin(name), { "data-key": "action-" + name }),
        )
      : [];
    if (workbench.data.mayElect && workbench.electLocations(candidate).length) {
      buttons.unshift(
        primary("Elect " + candidate.name, () => workbench.show({ name: "elect", ids: [candidate.id], from: 0 }), {
          "data-key": "action-elect",
        }),
      );
    }
    this.actions.replaceChildren(...buttons);
  }

  // ---- recording

  begin(name) {
    this.workbench.calm();
    const form = this.formOf(name);
    this.slot.replaceChildren(form.node);
    form.focus();
  }

  formOf(name) {
    if (!this.forms.has(name)) {
      const { candidate } = this;
      const { title, text, fields, save, said, path = name, method, writes, changesCandidate } = entry(name, candidate, this.workbench);
      const form = new EntryForm({
        title,
        text,
        fields,
        save,
        submit: (values) => this.send(form, name, { path, method, said, values, changesCandidate }),
        cancel: () => {
          this.workbench.calm();
          this.putAway(name);
          this.actions.querySelector('[data-key="action-' + name + '"]')?.focus();
        },
        messages:
          writes &&
          ((values) =>
            this.workbench.messagesOf(
              "/candidates/" + encodeURIComponent(this.id) + "/" + path,
              changesCandidate ? { version: form.version, ...values } : values,
              method,
            )),
        typed: () => this.keepDraft(),
      });
      form.version = candidate.version;
      this.forms.set(name, form);
    }
    return this.forms.get(name);
  }

  /** What changes a candidate names the version that the person has in front. */
  async send(form, name, { path, method, said, values, changesCandidate }) {
    await this.workbench.change(
      "/candidates/" + encodeURIComponent(this.id) + "/" + path,
      changesCandidate ? { version: form.version, ...values } : values,
      () => {
        this.putAway(name);
        this.workbench.focusHeading();
      },
      // It may be heard when somebody else is open already.
      this.candidate.name + ": " + said,
      form,
      method,
    );
    // After a colleague's change has been shown, saving again means it.
    form.version = this.candidate ? this.candidate.version : form.version;
  }

  putAway(name) {
    this.forms.delete(name);
    this.slot.replaceChildren();
    this.keepDraft();
  }

  keepDraft() {
    const typed = [...this.forms].filter(([, form]) => form.fields.length);
    if (typed.length) {
      this.workbench.drafts.keep(this.part, Object.fromEntries(typed.map(([name, form]) => [name, form.answers()])));
    } else {
      this.workbench.drafts.drop(this.part);
    }
  }

  /** What was typed here before a reload, or in another browser, comes back while it can still be recorded. */
  async bringBack() {
    if (!this.workbench.data.mayReview) {
      return;
    }
    const draft = await this.workbench.drafts.of(this.part);
    if (!draft || this.forms.size || !this.candidate) {
      return;
    }
    const possible = offered(this.candidate, this.workbench.data).map(({ name }) => name);
    for (const [name, answers] of Object.entries(draft.answers).filter(([one]) => possible.includes(one))) {
      const form = this.formOf(name);
      form.restore(answers, draft.savedAt, () => {
        this.putAway(name);
        this.begin(name);
      });
      this.slot.replaceChildren(form.node);
    }
  }
}

// ---- what is known

function facts(details, workbench) {
  const { candidate } = details;
  const selection = candidate.selection;
  return [
    el("p", {}, statusBadge(candidate), candidate.unavailable && " " + candidate.unavailable),
    order(details, workbench),
    terms(
      ["Applicant number", candidate.applicantNumber],
      ["E-mail", candidate.email],
      ["Phone", candidate.phone],
      ["Category", candidate.category],
      ["Locations", candidate.locations.join("; ")],
      ["Documents", ...documentLinks(candidate)],
      [
        "Contacted",
        candidate.contactedOn && words(candidate.contactedOn, "date") + " by " + candidate.contactedBy,
        candidate.contactNote,
        paperLink(candidate.contactDocument, "What shows how the candidate was asked"),
        letterMark(candidate.message, workbench.caseNumber, true),
        !candidate.answer &&
          candidate.mayAnswerUntil &&
          "The candidate may answer until " + dueText(candidate.mayAnswerUntil, workbench.data) + ".",
      ],
      [
        "Answer",
        candidate.answer && candidate.answerTitle + ", " + words(candidate.answeredOn, "date"),
        candidate.answerNote,
        candidate.answer === "NOT_INTERESTED" && !candidate.answerDocument && UNPROVEN,
        paperLink(candidate.answerDocument, WROTE),
      ],
      ["Interview", interviewText(candidate), candidate.interviewers && "Interviewers: " + candidate.interviewers],
      ["Interview result", candidate.interviewResultTitle, candidate.interviewNotes],
      ["Notes", candidate.notes],
      [
        "Declined",
        candidate.declinedOn && words(candidate.declinedOn, "date"),
        candidate.declineNote,
        paperLink(candidate.declineDocument, WROTE),
        candidate.leaving,
      ],
      [
        "Selection",
        selection &&
          selection.stateTitle + ". Elected " + words(selection.electedOn, "date") + " for " + selection.dutyLocation + ".",
        selection && selection.alternates.length > 0 && "Alternates: " + selection.alternates.join(", "),
      ],
      ["Last changed", candidate.changedAt && words(candidate.changedAt, "time") + " by " + candidate.changedBy],
    ),
  ];
}

/** Why the candidate stands on the list where he or she does, and whether electing is possible now. */
function order({ candidate, obstacles, comeFirst, moreComeFirst }, workbench) {
  const list = workbench.data;
  return el(
    "section",
    { class: "xgw-order", "aria-label": "Order of selection" },
    terms(
      ["Place", candidate.place && "Number " + candidate.place + " on the list", candidate.why],
      [
        "Electing now",
        ...(list.electingRefused ? [list.electingRefused] : electingNow(candidate, obstacles)),
      ],
      passOver(candidate, list),
      secondReview(candidate.secondReview, list),
    ),
    comeFirst.length
      ? el(
          "div",
          { class: "xgw-buttons" },
          comeFirst.map((other) =>
            button("Open " + other.name, () => workbench.open(other.id), { "data-key": "blocker-" + other.id }),
          ),
          moreComeFirst > 0 && soft(numbered(moreComeFirst) + " more come first; they stand before this candidate in the list."),
        )
      : null,
  );
}

/** For each location, or for several at once where the same holds. */
function electingNow(candidate, obstacles) {
  const places = new Map();
  for (const { dutyLocation, allowed, obstacle } of candidate.electing) {
    const sentence = allowed ? "possible." : obstacles[obstacle].sentence;
    places.set(sentence, [...(places.get(sentence) || []), dutyLocation]);
  }
  return [
    ...[...places].map(([sentence, at]) => told(at.join("; ") + ": " + sentence)),
    ...ruleLinks(candidate.electing.map(({ rule }) => rule)),
  ];
}

/** Hundreds may come first, and all of them are named: beginning and end of such a sentence, and the whole for whoever wants it. */
function told(sentence) {
  if (sentence.length <= LONGEST_SENTENCE) {
    return sentence;
  }
  const beginning = sentence.slice(0, sentence.lastIndexOf(",", BEGINNING) + 1);
  const end = sentence.slice(sentence.indexOf(",", sentence.length - END) + 1);
  return el(
    "div",
    {},
    el("p", {}, beginning + " …" + end),
    el("details", { class: "xgw-whole" }, el("summary", { "data-key": "whole" }, "The whole sentence"), el("p", {}, sentence)),
  );
}

function passOver(candidate, list) {
  const request = candidate.passOver;
  const task =
    request &&
    "/go/task?case=" +
      encodeURIComponent(list.caseNumber) +
      "&task=file-pass-over&passOver=" +
      encodeURIComponent(request.id);
  return [
    request ? request.kindTitle : "Pass-over",
    request && request.stateTitle + (request.inCase ? " in case " + request.inCase : "") + ".",
    request &&
      request.unsure &&
      "It is not sure whether that is the same position. Give the number of the position description; until then this holds here, too.",
    request &&
      request.overtaken &&
      "Another request for the position was denied, so this one cannot be sustained. Withdraw it, and ask again with new facts.",
    request &&
      request.state === "ASKED" &&
      el("a", { href: task, target: "_top" }, "Choose the ground and give the reasons and the SF-62 in the task “4 File Pass-over or Objection”"),
    request &&
      request.state === "FILED" &&
      request.lastDayToAnswer &&
      "The candidate may answer until " + dueText(request.lastDayToAnswer, list) + "; then OPM decides.",
    request && request.state === "FILED" && letterMark(request.message, list.caseNumber, true),
    request && request.decisionReason && "The reason: " + request.decisionReason,
    request && request.reasonsGivenOn && "The reasons were sent to the candidate on " + words(request.reasonsGivenOn, "date") + ".",
    candidate.vacancyHeld && "A vacancy is held for this candidate (5 CFR 332.406).",
    candidate.consideredEnough && "Left out of consideration: " + candidate.consideredEnough,
  ];
}

function secondReview(review, list) {
  return [
    "Well-qualified?",
    review && "Not well-qualified, found by " + review.firstBy + " on " + words(review.firstOn, "date") + ": " + review.firstReasons,
    review && !review.finding && "A second person has to review this in writing (5 CFR 330.605, 330.703).",
    review &&
      review.finding &&
      (review.finding === "NOT_WELL_QUALIFIED" ? "Confirmed by " : "Not confirmed by ") +
        review.secondBy +
        " on " +
        words(review.secondOn, "date") +
        (review.secondResult ? ": " + review.secondResult : "."),
    review &&
      review.finding === "NOT_WELL_QUALIFIED" &&
      (review.toldOn
        ? "The result left for the candidate on " + words(review.toldOn, "date") + "; the priority has ended."
        : "The priority ends on the day on which the result leaves for the candidate (5 CFR 330.605, 330.703)."),
    review && !review.toldOn && letterMark(review.message, list.caseNumber, true),
    review && paperLink(review.document, "The written review"),
  ];
}

function paperLink(id, words) {
  return id && el("a", { href: "/api/documents/" + encodeURIComponent(id), download: "" }, words);
}
