/* One form: filled from what the server says, read into what is sent. What its attributes mean stands in binding.js. */

import { collect, fieldNamed, isHidden, showAndHide, withDraft } from "./answers.js";
import { answered, clear, fault, tell } from "./errors.js";
import { look, whenReleased } from "./fields.js";
import { Rows, fill } from "./filling.js";
import { forget } from "./messages.js";
import { Narrowing } from "./narrowing.js";
import { Notes, showHead } from "./notes.js";
import { isObject } from "./words.js";

export class Form {
  constructor(root) {
    this.root = root;
    this.rows = new Rows(root);
    this.notes = new Notes(root);
    this.uploading = 0;
    /** By the element of the upload. */
    this.files = new WeakMap();
    this.shownWith = null;
    this.narrowings = [...root.querySelectorAll("[data-narrows]")].map((field) => new Narrowing(this, field));
    root.classList.add("xg-form");
    root.setAttribute("novalidate", "");
    root.addEventListener("submit", (event) => event.preventDefault());
    root.addEventListener("input", () => this.changed());
    root.addEventListener("change", (event) => this.changed(event.target));
    root.addEventListener("click", (event) => this.clicked(event));
    this.watchWhetherTaken();
  }

  get view() {
    return this.rows.view;
  }

  /** Tasklist marks the form of a task that is not the person's own; such a form can be read, by keyboard too, but not filled in. */
  watchWhetherTaken() {
    const frame = this.root.closest("[cam-tasklist-form]");
    if (frame) {
      new MutationObserver(() => this.takeInput()).observe(frame, { subtree: true, attributeFilter: ["class", "data-xg-taken-by"] });
    }
  }

  /** The name of the colleague who has the task (xg-take.js); null while none has. */
  colleague() {
    return this.root.closest("[data-xg-taken-by]")?.dataset.xgTakenBy || null;
  }

  /** A workbench is left alone: what is recorded there is no answer of the task, and goes on whoever has taken it. */
  takeInput() {
    const taken = this.root.closest(".disabled-form") === null;
    const controls = [...this.root.querySelectorAll("input, select, textarea, button")];
    for (const control of controls.filter((each) => !each.closest("[data-workbench]"))) {
      if (!taken && !control.disabled) {
        control.disabled = true;
        control.setAttribute("data-xg-waits", "");
      } else if (taken && control.hasAttribute("data-xg-waits")) {
        control.disabled = false;
        control.removeAttribute("data-xg-waits");
      }
    }
    if (this.shownWith !== this.colleague()) {
      this.shownWith = this.colleague();
      this.whenTaken?.();
    }
  }

  /** Fills everything from the view. */
  open(view) {
    this.rows.view = isObject(view) ? view : {};
    fill(this, this.root);
    this.narrowings.forEach((each) => each.choose(this.rows.startOf(each.field, each.field.dataset.narrows)));
    showHead(this.root, this.view);
    this.showAndHide();
    this.takeInput();
  }

  showAndHide() {
    showAndHide(this);
  }

  // -- what a person does

  /** @param left the field that the person has just left, if it is one */
  changed(left) {
    forget(this.root);
    whenReleased(() => {
      if (left && left.matches && left.matches("[data-field]")) {
        look(this.root, left);
      }
      this.showAndHide();
      this.forgetWhatWasMended(left);
    });
    if (this.whenChanged) {
      this.whenChanged();
    }
  }

  /** What was said about an answer goes when the person changes it, and when its question is not asked any more. */
  forgetWhatWasMended(left) {
    const mended = left && left.matches && left.matches("input:not([type=file]), select, textarea") && !fault(left) ? [left] : [];
    const gone = [...this.root.querySelectorAll("[data-xg-error]")].filter((each) => isHidden(this, each));
    [...mended, ...gone].forEach((each) => answered(this.root, each));
  }

  clicked(event) {
    const add = event.target.closest("[data-add]");
    const remove = event.target.closest("[data-remove]");
    const messages = event.target.closest("[data-messages]");
    if (add) {
      event.preventDefault();
      this.addRow(add);
    } else if (remove && this.rows.around(remove)) {
      event.preventDefault();
      const next = this.rows.remove(this.rows.around(remove));
      this.changed();
      next?.focus();
    } else if (messages && this.whenMessages) {
      this.whenMessages(messages);
    }
  }

  addRow(button) {
    const row = this.rows.addEmpty(button.dataset.add, button);
    if (row) {
      fill(this, row);
      this.changed();
      row.querySelector("input, select, textarea")?.focus();
    }
  }

  // -- answers

  collect() {
    return collect(this, this.root, false);
  }

  /** What a draft keeps: also what is hidden now. */
  everything() {
    return collect(this, this.root, true);
  }

  withDraft(view, answers) {
    return withDraft(this, view, answers);
  }

  // -- what is said

  /** Says what is wrong in front of the form and at each answer, and moves the focus there. */
  alert(errors) {
    tell(this.root, errors, (field) => fieldNamed(this, field));
  }

  clearAlert() {
    clear(this.root);
  }

  say(sentence) {
    this.notes.say(sentence);
  }
}
