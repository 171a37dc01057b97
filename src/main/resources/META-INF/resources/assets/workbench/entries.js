/*
 * What can be recorded about one candidate: when it is offered, its form and where it is sent. What is typed goes to
 * POST /api/cases/{number}/candidates/{id}/{path}; path is the entry's name unless it says otherwise.
 */

import { checkField, choiceField, dayField, paperField, selectField, textField, uploadField } from "./fields.js";

const PASS_OVER_OPEN = ["ASKED", "FILED"];

const OWN_WORDS =
  "Only the candidate’s own words let somebody else be elected who comes after this candidate." +
  " Without them your record stays what you were told.";

/** Exceptions from the order of selection: records of their own, which change nothing that stands in front of the person. */
const OF_ORDER = [
  "pass-over",
  "objection",
  "pass-over-withdrawal",
  "pass-over/reasons",
  "held-vacancy",
  "held-vacancy-release",
  "priority-review",
  "priority-review/second",
];

const isPending = (candidate) => !!candidate.passOver && PASS_OVER_OPEN.includes(candidate.passOver.state);

/** The names of what can be recorded now, with the words of their buttons. */
export function offered(candidate, list) {
  const gone = candidate.status === "WITHDRAWN";
  const away = gone || candidate.status === "DECLINED_THIS_AGENCY";
  const setAside = away || candidate.status === "NOT_SELECTED";
  const elected = candidate.status === "ELECTED";
  return [
    ["contact", candidate.contactedOn ? "Contact again" : "Record contact", !away && candidate.available],
    ["answer", "Record answer", !away && candidate.contactedOn],
    ["interview", candidate.interviewOn ? "Change interview" : "Schedule interview", !away && candidate.available],
    ["interview-result", "Record interview result", !away && candidate.interviewOn],
    ["notes", "Write notes", true],
    ["not-selected", "Mark as not selected", !setAside && !elected],
    ["reconsider", "Consider again", (setAside && !gone) || !!candidate.consideredEnough],
    ["withdrawal", "Declined or withdrew", !gone && candidate.available],
    ["pass-over", "Ask to pass over", candidate.mayAskToPassOver && !away && !elected],
    ["objection", "Object to this candidate", candidate.mayObject && !away && !elected],
    [
      "pass-over-withdrawal",
      candidate.passOver && candidate.passOver.kind === "OBJECTION" ? "Withdraw the objection" : "Withdraw the pass-over",
      isPending(candidate),
    ],
    ["pass-over/reasons", "Send the reasons", !!candidate.passOver && candidate.passOver.mayGiveReasons],
    ["held-vacancy", "Hold a vacancy", list.mayElect && candidate.mayHoldVacancy && !candidate.vacancyHeld],
    ["held-vacancy-release", "Give up the held vacancy", list.mayElect && candidate.vacancyHeld],
    [
      "considered",
      "Leave out after three considerations",
      list.mayElect && candidate.mayBeLeftOut && !candidate.consideredEnough && !setAside && !elected,
    ],
    ["priority-review", "Not well-qualified", candidate.hasPriority && !candidate.secondReview && !elected],
    ["priority-review/second", "Second review", candidate.secondReview && !candidate.secondReview.finding],
  ]
    .filter(([, , possible]) => possible)
    .map(([name, text]) => ({ name, text }));
}

/** {title, text, fields, said, save, path, method, writes, changesCandidate} of one of them. */
export function entry(name, candidate, workbench) {
  return { ...ENTRIES[name](candidate, workbench.data, workbench), changesCandidate: !OF_ORDER.includes(name) };
}

/** The fields of a contact, about one candidate or, without the workbench, several: a paper is about one. */
export function contactFields(list, whom, workbench = null) {
  const message = textField("message", "Your words to the candidate (optional)", {
    rows: 4,
    hint: "Added to the mail with the position's details.",
  });
  const papers = workbench
    ? [
        paperField(
          workbench,
          "document",
          "What shows how you asked (optional)",
          "CONTACT",
          "For example a copy of your letter. Only with it the candidate can count as not having answered; the days count from today.",
        ),
      ]
    : [];
  const isSent = (sent) => {
    message.node.hidden = !sent;
    papers.forEach((paper) => (paper.node.hidden = sent));
  };
  isSent(true);
  const sendDetails = checkField(
    "sendDetails",
    "Send the position's details to " + whom + " and ask whether the candidate is interested",
    true,
    (event) => isSent(event.target.checked),
  );
  return [
    dayField("on", "Contacted on", list.today, "Enter the day of the contact."),
    sendDetails,
    message,
    ...papers,
    textField("note", "Note for your agency (optional)", { rows: 3 }),
  ];
}

/** The fields of an interview, of one candidate or the same for several. */
export function interviewFields(list, now = {}) {
  const zone = selectField("zone", "Time zone", list.words.zones, now.interviewZone || list.words.zones[0].key);
  const showZone = (time) => {
    zone.node.hidden = !time;
  };
  showZone(now.interviewTime);
  return [
    dayField("on", "Date", now.interviewOn),
    textField("time", "Time (optional)", { type: "time", value: now.interviewTime, changed: showZone }),
    zone,
    textField("interviewers", "Interviewers", { value: now.interviewers, hint: "Names, separated by commas" }),
  ];
}

const ASKED = "Asked. The task “4 File Pass-over or Objection” is waiting for the ground, the reasons and the SF-62.";

/** After a denial the same is not asked again. */
const newFacts = (candidate) =>
  candidate.needsNewFacts
    ? [
        textField("newFacts", "What was not known when the request was denied", {
          rows: 4,
          hint: "The same is not decided twice: whoever decides reads this first.",
        }),
      ]
    : [];

const ENTRIES = {
  contact: (candidate, list, workbench) => ({
    title: "Record a contact",
    fields: contactFields(list, candidate.email, workbench),
    said: "Contact recorded.",
    writes: true,
  }),

  answer: (candidate, list, workbench) => {
    const paper = paperField(
      workbench,
      "document",
      "What the candidate wrote (optional)",
      "WITHDRAWAL",
      OWN_WORDS,
    );
    const ask = (answer) => {
      paper.node.hidden = answer !== "NOT_INTERESTED";
    };
    ask(candidate.answer);
    return {
      title: "Record the candidate's answer",
      text: candidate.silenceRefused,
      fields: [
        choiceField("answer", "Is the candidate interested?", list.words.answers, candidate.answer, ask),
        dayField("on", "Answered on", list.today, "Enter the day of the answer."),
        paper,
        candidate.preferred || candidate.hasPriority
          ? textField("note", "How the candidate was asked, and what came back", {
              rows: 3,
              value: candidate.answerNote,
              hint: "OPM reads it when somebody else is elected. When this candidate does not answer, it must be there.",
            })
          : textField("note", "Note (optional)", { rows: 3, value: candidate.answerNote }),
      ],
      said: "Answer recorded.",
    };
  },

  interview: (candidate, list) => ({
    title: "Schedule or record an interview",
    fields: interviewFields(list, candidate),
    said: "Interview saved.",
  }),

  "interview-result": (candidate, list) => ({
    title: "Record the result of the interview",
    fields: [
      choiceField("result", "Result", list.words.results, candidate.interviewResult),
      textField("notes", "Interview notes (optional)", { rows: 5, value: candidate.interviewNotes }),
    ],
    said: "Interview result recorded.",
  }),

  notes: (candidate) => ({
    title: "Notes",
    fields: [
      textField("notes", "Notes on this candidate", {
        rows: 6,
        value: candidate.notes,
        hint: "Read by the hiring managers and HR specialists of your agency and by OPM.",
      }),
    ],
    said: "Notes saved.",
  }),

  "not-selected": () => ({
    title: "Mark as not selected",
    text: "You do not want to go on with this candidate in this case. You can consider the candidate again later.",
    fields: [],
    said: "Marked as not selected.",
  }),

  reconsider: () => ({
    title: "Consider again",
    text: "The candidate goes back to where reviewing had come, and can be elected again.",
    fields: [],
    said: "The candidate is considered again.",
  }),

  withdrawal: (candidate, list, workbench) => ({
    title: "Declined or withdrew",
    text:
      "Say how far it reaches. A running selection of this candidate in your agency ends; OPM is told. Who asks to withdraw from all" +
      " agencies says so on paper: OPM reads it and decides.",
    fields: [
      choiceField("scope", "The candidate", list.words.scopes, null),
      textField("note", "What the candidate said (optional)", { rows: 3 }),
      uploadField(
        workbench,
        "documents",
        "What the candidate wrote (asked for when it is about all agencies)",
        "WITHDRAWAL",
        OWN_WORDS,
      ),
    ],
    said: "Recorded. OPM is told.",
    writes: true,
  }),

  "pass-over": (candidate) => ({
    title: "Ask to pass over " + candidate.name,
    text:
      "Next you or a colleague choose the ground and give the reasons and the SF-62 in the task “4 File Pass-over or Objection”. OPM" +
      " decides, or your agency where it may. Nobody without preference can be elected meanwhile, unless another vacancy is held for " +
      candidate.name +
      ".",
    fields: newFacts(candidate),
    save: "Ask",
    said: ASKED,
  }),

  objection: (candidate) => ({
    title: "Object to " + candidate.name,
    text:
      "If it is sustained, " +
      candidate.name +
      " is removed from the certificate of this case (5 CFR 332.406). Next you or a colleague choose the ground and give the reasons and" +
      " the SF-62 in the task “4 File Pass-over or Objection”. Until it is decided, everything stays as it is.",
    fields: newFacts(candidate),
    save: "Object",
    said: ASKED,
  }),

  "pass-over-withdrawal": (candidate) => ({
    title: candidate.passOver.kind === "OBJECTION" ? "Withdraw the objection" : "Withdraw the pass-over",
    text:
      "Nobody decides about it any more, and a vacancy held for " +
      candidate.name +
      " is free again. You can ask again later.",
    fields: [],
    save: "Withdraw the request",
    path: "pass-over",
    method: "DELETE",
    said: "The request is withdrawn.",
    writes: true,
  }),

  "pass-over/reasons": (candidate) => ({
    title: "Send the reasons to " + candidate.name,
    text:
      "A preference eligible who asks is told the reasons (5 U.S.C. 3318(c)): your agency’s, and those of the decision once there is one." +
      " They go to " +
      candidate.email +
      ".",
    fields: [],
    save: "Send the reasons",
    said: "The reasons are sent.",
    writes: true,
  }),

  "held-vacancy": (candidate) => ({
    title: "Hold a vacancy for " + candidate.name,
    text: "Nobody else gets this vacancy, so that the others can be filled while OPM decides (5 CFR 332.406).",
    fields: [],
    save: "Hold a vacancy",
    method: "PUT",
    said: "A vacancy is held.",
  }),

  "held-vacancy-release": () => ({
    title: "Give up the held vacancy",
    text: "The vacancy is free for others again.",
    fields: [],
    save: "Give it up",
    path: "held-vacancy",
    method: "DELETE",
    said: "The vacancy is no longer held.",
  }),

  considered: (candidate) => ({
    title: "Leave out after three considerations",
    text:
      "Your agency need not consider " +
      candidate.name +
      " once more for a position for which it did three times (5 CFR 332.405). How often it did is counted, and OPM reads your reasons.",
    fields: [textField("reasons", "Why this candidate is left out", { rows: 4 })],
    said: "Left out of consideration.",
  }),

  "priority-review": (candidate) => ({
    title: "Not well-qualified",
    text: candidate.name + " keeps the priority until a second person of your agency has reviewed this in writing, and is then told your reasons (5 CFR 330.605, 330.703).",
    fields: [textField("reasons", "Why this candidate is not well-qualified", { rows: 4 })],
    said: "Recorded. Somebody else now makes the second review.",
  }),

  "priority-review/second": (candidate, list, workbench) => ({
    title: "Second review",
    text: "Review independently whether the candidate is well-qualified. Somebody other than the first person does this (5 CFR 330.605, 330.703).",
    fields: [
      choiceField("finding", "Your finding", list.words.findings, null),
      textField("result", "The result of your review", {
        rows: 4,
        hint: "If the candidate is not well-qualified, he or she is sent this, and the priority ends on the day on which it leaves.",
      }),
      paperField(workbench, "document", "Your written review", "SECOND-REVIEW"),
    ],
    said: "Second review recorded.",
    writes: true,
  }),
};
