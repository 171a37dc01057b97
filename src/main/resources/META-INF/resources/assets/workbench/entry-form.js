/* A small form with Save and Cancel. */

import { element as el } from "../forms/element.js";
import { answered, clear, of as errorsOf, tell } from "../forms/errors.js";
import { forget } from "../forms/messages.js";
import { broughtBack, button, messagesButton, primary } from "./elements.js";
import { FILES_CHANGED } from "./fields.js";

export class EntryForm {
  /**
   * @param options.title and options.text stand above the fields, where there are any
   * @param options.save what the button says
   * @param options.submit(values) sends; what it throws is said here
   * @param options.cancel() puts the form away
   * @param options.messages(values) asks for the messages that saving would send, or null when it sends none
   * @param options.typed(answers) whenever something was typed, or null
   */
  constructor({ title, text, fields, save = "Save", submit, cancel, messages, typed }) {
    this.fields = fields;
    this.saveButton = primary(save, () => this.isComplete() && submit(this.values()));
    this.cancelButton = button("Cancel", cancel);
    this.messagesButton =
      messages &&
      messagesButton(
        () => {
          this.forgive();
          return messages(this.values());
        },
        (refused) => this.refuse(refused),
      );
    this.back = broughtBack();
    this.node = el(
      "section",
      { class: "xgw-form" },
      title && el("h4", { tabindex: "-1" }, title),
      this.back.node,
      text && el("p", {}, text),
      fields.map((field) => field.node),
      el("div", { class: "xgw-buttons" }, this.saveButton, this.cancelButton, this.messagesButton),
    );
    for (const type of ["input", "change", FILES_CHANGED]) {
      this.node.addEventListener(type, () => forget(this.node));
    }
    // A day says itself whether it is one now.
    this.node.addEventListener("change", ({ target }) => {
      if (target.dataset.date === undefined) {
        answered(this.node, target);
      }
    });
    if (typed) {
      for (const type of ["input", "change", FILES_CHANGED]) {
        this.node.addEventListener(type, () => typed(this.answers()));
      }
    }
  }

  focus() {
    this.node.querySelector("h4").focus();
  }

  /** What is sent; a field that is hidden asks nothing. */
  values() {
    return Object.fromEntries(this.fields.map((field) => [field.name, field.node.hidden ? null : field.read()]));
  }

  /** Says what must not be empty: where an answer stood that the person has taken away, none is made up. */
  isComplete() {
    this.forgive();
    const errors = this.fields
      .filter((field) => field.required && !field.node.hidden && field.read() === null)
      .map((field) => ({ field: field.name, sentence: field.required }));
    if (errors.length) {
      this.refuse({ errors });
    }
    return errors.length === 0;
  }

  /** What a draft keeps. */
  answers() {
    return Object.fromEntries(this.fields.map((field) => [field.name, (field.draft || field.read)()]));
  }

  /** Puts back what was typed before, and says so. */
  restore(answers, savedAt, discard) {
    for (const field of this.fields.filter((one) => one.name in answers)) {
      field.fill(answers[field.name]);
    }
    this.back.say(savedAt, discard);
  }

  busy(busy) {
    this.saveButton.disabled = busy;
    this.cancelButton.disabled = busy;
  }

  forgive() {
    clear(this.node);
  }

  /** Says everything that is wrong, each at its field. */
  refuse(refused) {
    tell(
      this.node,
      errorsOf(refused, refused.message),
      (name) => this.fields.find((field) => field.name === name)?.control,
    );
  }
}
