/* The same thing recorded about several candidates in one request; the server says for each what became of it. */

import { element as el } from "../forms/element.js";
import { counted, heading, namesText, whom } from "./elements.js";
import { contactFields, interviewFields } from "./entries.js";
import { EntryForm } from "./entry-form.js";

const KINDS = {
  contact: {
    title: (count) => "Contact " + count,
    text: "Each of them gets a mail of their own, and a record of their own.",
    fields: (list) => contactFields(list, "each of them"),
    save: (count) => "Contact " + count,
    done: (count) => count + " contacted.",
    writes: true,
  },
  interview: {
    title: (count) => "The same interview for " + count,
    text: "An interview that was set before is replaced.",
    fields: (list) => interviewFields(list),
    save: (count) => "Set the interview for " + count,
    done: (count) => "Interview set for " + count + ".",
  },
  "not-selected": {
    title: (count) => "Mark " + count + " as not selected",
    text: "You do not want to go on with them in this case. You can consider each of them again later. No message is sent.",
    fields: () => [],
    save: (count) => "Mark " + count + " as not selected",
    done: (count) => count + " marked as not selected.",
  },
};

const inWords = (count) => counted(count, "candidate", "candidates");

export class SeveralView {
  constructor(workbench, name, ids) {
    this.workbench = workbench;
    this.name = name;
    this.kind = KINDS[name];
    this.ids = ids;
    // What a person has in front of them; a change since then is told, not overwritten.
    this.versions = this.versionsNow();
    const { kind } = this;
    this.form = new EntryForm({
      text: kind.text,
      fields: kind.fields(workbench.data),
      save: kind.save(inWords(ids.length)),
      submit: (values) => this.send(values),
      cancel: () => {
        workbench.chosen.forgetTyped(name);
        workbench.showList();
      },
      messages: kind.writes && ((values) => workbench.messagesOf("/candidates/" + name, this.body(values))),
      typed: (answers) => workbench.chosen.type(name, answers),
    });
    const before = workbench.chosen.typed.get(name);
    if (before) {
      this.form.restore(before.answers, before.savedAt, () => this.startAfresh());
    }
  }

  versionsNow() {
    return new Map(this.ids.map((id) => [id, this.workbench.chosen.line(id)?.version]));
  }

  /** Without what was typed before. */
  startAfresh() {
    this.workbench.chosen.forgetTyped(this.name);
    this.workbench.restart();
  }

  nodes() {
    this.whom = el("ul", { class: "xgw-whom" });
    this.update();
    return [
      el("div", { class: "xgw-nav" }, this.workbench.backToList()),
      heading(this.kind.title(inWords(this.ids.length))),
      el(
        "div",
        { class: "xgw-columns" },
        this.form.node,
        el("section", { "aria-label": "Whom" }, el("h4", {}, "Whom it concerns"), this.whom),
      ),
    ];
  }

  update() {
    this.whom.replaceChildren(
      ...this.ids
        .map((id) => this.workbench.chosen.line(id))
        .filter(Boolean)
        .map((candidate) => el("li", {}, whom(candidate), el("span", { class: "xgw-soft" }, " · " + candidate.statusTitle))),
    );
  }

  body(values) {
    return { candidates: this.ids.map((id) => ({ id, version: this.versions.get(id) })), ...values };
  }

  async send(values) {
    await this.workbench.change("/candidates/" + this.name, this.body(values), (answer) => this.done(answer), null, this.form);
  }

  /** Those who were left out stay chosen, with the reason and with what was typed; where all were, the form stays open. */
  done({ outcomes }) {
    const { workbench } = this;
    const refused = outcomes.filter((outcome) => !outcome.done);
    if (refused.length === outcomes.length) {
      this.refuse(refused);
      return;
    }
    if (refused.length === 0) {
      workbench.chosen.forgetTyped(this.name);
    }
    const done = outcomes.filter((outcome) => outcome.done).map((outcome) => this.nameOf(outcome));
    const said = this.kind.done(inWords(done.length) + (done.length ? " (" + namesText(done) + ")" : ""));
    workbench.chosen.only(refused.map((outcome) => outcome.candidateId));
    workbench.showList(true);
    const leftOut = namesText(refused.map((outcome) => this.nameOf(outcome)), 5);
    workbench.say(refused.length ? said + " Left out: " + leftOut + "." : said);
    if (refused.length) {
      workbench.report(
        said + " Left out: " + leftOut + ".",
        refused.map((outcome) => this.nameOf(outcome) + ": " + outcome.refused),
      );
    }
  }

  /** What is wrong with an answer is wrong for everybody, and said once, at its field. */
  refuse(refused) {
    const [first] = refused;
    const alike = refused.every((outcome) => outcome.refused === first.refused);
    const errors = alike
      ? [{ field: first.field, sentence: first.refused }]
      : refused.map((outcome) => ({ field: null, sentence: this.nameOf(outcome) + ": " + outcome.refused }));
    // What colleagues changed meanwhile stands beside the form now.
    this.versions = this.versionsNow();
    this.form.refuse({ errors });
  }

  nameOf(outcome) {
    return this.workbench.names.get(outcome.candidateId) || "Somebody who is no longer on your list";
  }
}
