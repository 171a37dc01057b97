/* Electing one candidate: where, with which alternates in which order, and a confirmation. */

import { element as el } from "../forms/element.js";
import { mark, unmark } from "../forms/errors.js";
import { broughtBack, button, counted, heading, messagesButton, namesText, numbered, primary, soft, terms, whom } from "./elements.js";
import { selectField, textField } from "./fields.js";

/** After the last key, before the server is asked. */
const TYPING_MILLISECONDS = 250;
/** The server looks for no more. */
const LONGEST_WORDS = 200;
const CHOOSE = { key: "", title: "Choose" };
const NO_ALTERNATE = ["ELECTED", "NOT_SELECTED", "DECLINED_THIS_AGENCY", "WITHDRAWN"];

export class ElectView {
  constructor(workbench, id) {
    this.workbench = workbench;
    this.id = id;
    /** Of the task's drafts. */
    this.part = "elect-" + id;
    this.alternates = [];
    this.begun = false;
    this.back = broughtBack();
    const places = workbench.electLocations(this.candidate).map((place) => ({ key: place, title: place }));
    this.location = selectField(
      "dutyLocation",
      "Duty location",
      places.length === 1 ? places : [CHOOSE, ...places],
      places.length === 1 ? places[0].key : "",
      "A place that the candidate applied for and your case has.",
    );
    this.search = this.searchField();
    this.cut = soft();
    this.cut.hidden = true;
    this.picker = selectField("alternate", "Add an alternate (optional)", [], "", "Whom you turn to if this selection is lost.");
    /** The first of those among whom alternates are found. */
    this.lines = [];
    this.list = el("ol", { class: "xgw-alternates" });
    this.first = this.questions();
    this.second = el("section", { class: "xgw-form", hidden: true });
    this.location.control.addEventListener("change", () => this.keep());
    this.bringBack();
    this.find("");
  }

  get candidate() {
    return this.workbench.candidate(this.id);
  }

  nodes() {
    this.draw();
    return [
      el("div", { class: "xgw-nav" }, this.workbench.backToList(this.id)),
      heading("Elect " + this.candidate.name),
      el("div", { class: "xgw-narrow" }, this.first, this.second),
    ];
  }

  /** What is being entered stays as it is; the server checks it against what colleagues did. */
  update() {}

  questions() {
    return el(
      "section",
      { class: "xgw-form" },
      this.back.node,
      el("p", {}, "Your HR specialist then tells OPM. OPM verifies the selection before an offer is made."),
      this.location.node,
      this.search.node,
      this.cut,
      this.picker.node,
      button("Add alternate", () => this.add()),
      this.list,
      el(
        "div",
        { class: "xgw-buttons" },
        primary("Continue", () => this.goOn()),
        button("Cancel", () => {
          this.workbench.drafts.drop(this.part);
          this.workbench.open(this.id, true);
        }),
      ),
    );
  }

  // ---- what is half entered

  keep() {
    this.begun = true;
    this.workbench.drafts.keep(this.part, { dutyLocation: this.location.read(), alternates: this.alternates });
  }

  /** What was entered here before a reload, or in another browser, as far as it is still possible. */
  async bringBack() {
    const draft = await this.workbench.drafts.of(this.part);
    if (!draft || this.begun || !this.candidate) {
      return;
    }
    const { dutyLocation, alternates } = draft.answers;
    const lines = alternates.length ? await this.workbench.reading.lines(alternates) : [];
    if (this.begun) {
      return;
    }
    const possible = this.possible(lines).map((other) => other.id);
    const gone = alternates.filter((id) => !possible.includes(id));
    this.alternates = alternates.filter((id) => possible.includes(id));
    this.location.fill(dutyLocation);
    this.draw();
    this.back.say(draft.savedAt, () => this.startAfresh());
    if (gone.length) {
      this.workbench.say(namesText(gone.map((id) => this.nameOf(id))) + " cannot be an alternate any more.");
    }
  }

  /** Without what was entered before. */
  startAfresh() {
    this.workbench.drafts.drop(this.part);
    this.workbench.restart();
  }

  // ---- alternates

  nameOf(id) {
    return this.workbench.names.get(id) || "No longer on your list";
  }

  /** Where the list is longer than what can be picked from, its people are looked for. */
  searchField() {
    let typing = null;
    const field = textField("search", "Find an alternate by name or number", {
      type: "search",
      changed: (words) => {
        window.clearTimeout(typing);
        typing = window.setTimeout(() => this.find(words || ""), TYPING_MILLISECONDS);
      },
    });
    field.control.maxLength = LONGEST_WORDS;
    field.node.hidden = true;
    return field;
  }

  async find(words) {
    this.words = words;
    try {
      const { found, lines } = await this.workbench.reading.search(words);
      if (this.words === words) {
        this.lines = lines;
        this.search.node.hidden = !words && found === lines.length;
        const cut = this.whoIsLeftOut(found, lines);
        this.cut.hidden = !cut;
        this.cut.textContent = cut;
        this.draw();
        if (words) {
          this.workbench.say(counted(found, "candidate", "candidates") + " found." + (cut && " " + cut));
        }
      }
    } catch (refused) {
      this.workbench.refuse(refused, false);
    }
  }

  /** Whoever is not among those to pick from would be taken for somebody who cannot be picked. */
  whoIsLeftOut(found, { length }) {
    return found > length
      ? "Only among the first " + numbered(length) + " of " + numbered(found) + " can be picked here. Find the others by name or number."
      : "";
  }

  possible(lines) {
    return lines.filter(
      (other) => other.id !== this.id && other.available && other.place && !NO_ALTERNATE.includes(other.status),
    );
  }

  others() {
    return this.possible(this.lines).filter((other) => !this.alternates.includes(other.id));
  }

  draw(focus) {
    const picked = this.picker.control.value;
    this.picker.control.replaceChildren(
      el("option", { value: "" }, "Choose"),
      ...this.others().map((other) => el("option", { value: other.id }, whom(other) + ", " + other.statusTitle)),
    );
    this.picker.fill(picked);
    this.list.replaceChildren(...this.alternates.map((id, place) => this.alternate(id, place)));
    const target = focus && this.list.querySelector('[data-key="' + CSS.escape(focus) + '"]');
    if (target) {
      target.focus();
    }
  }

  alternate(id, place) {
    const name = this.nameOf(id);
    return el(
      "li",
      { tabindex: "-1", "data-key": "alternate-" + id },
      name + " ",
      button("Up", () => this.move(id, -1), { "aria-label": "Up: " + name, disabled: place === 0 }),
      button("Down", () => this.move(id, 1), {
        "aria-label": "Down: " + name,
        disabled: place === this.alternates.length - 1,
      }),
      button("Remove", () => this.remove(id), { "aria-label": "Remove: " + name }),
    );
  }

  add() {
    const id = this.picker.control.value;
    if (id) {
      this.alternates.push(id);
      this.keep();
      this.workbench.say(this.nameOf(id) + " is alternate " + this.alternates.length + ".");
      this.draw();
      this.picker.control.focus();
    }
  }

  move(id, by) {
    const place = this.alternates.indexOf(id);
    this.alternates.splice(place, 1);
    this.alternates.splice(place + by, 0, id);
    this.keep();
    this.draw("alternate-" + id);
    this.workbench.say(this.nameOf(id) + " is now alternate " + (place + by + 1) + ".");
  }

  remove(id) {
    this.alternates.splice(this.alternates.indexOf(id), 1);
    this.keep();
    this.draw();
    this.picker.control.focus();
    this.workbench.say(this.nameOf(id) + " is no alternate any more.");
  }

  // ---- confirming

  goOn() {
    this.workbench.calm();
    const { control } = this.location;
    unmark(control);
    if (!this.location.read()) {
      mark(control, "Choose the duty location.");
      control.focus();
      return;
    }
    // Who was picked and not added yet was meant, too; the question that follows shows it.
    this.add();
    this.confirm();
  }

  confirm() {
    const { candidate, alternates } = this;
    this.second.replaceChildren(
      el("h4", { tabindex: "-1" }, "Confirm the election"),
      terms(
        ["Elected", whom(candidate)],
        ["Duty location", this.location.read()],
        ["Alternates", alternates.length ? alternates.map((id, place) => place + 1 + ". " + this.nameOf(id)) : "none"],
      ),
      el(
        "div",
        { class: "xgw-buttons" },
        primary("Elect " + candidate.name, () => this.elect()),
        button("Change", () => this.turn(false)),
        messagesButton(
          () => this.workbench.messagesOf("/elections", this.body()),
          (refused) => this.workbench.refuse(refused),
        ),
      ),
    );
    this.turn(true);
  }

  turn(confirming) {
    this.first.hidden = confirming;
    this.second.hidden = !confirming;
    (confirming ? this.second.querySelector("h4") : this.location.control).focus();
  }

  body() {
    return { candidateId: this.id, dutyLocation: this.location.read(), alternates: this.alternates };
  }

  elect() {
    const form = {
      busy: (busy) => this.second.querySelectorAll("button").forEach((other) => (other.disabled = busy)),
    };
    return this.workbench.change(
      "/elections",
      this.body(),
      () => {
        this.workbench.drafts.drop(this.part);
        this.workbench.open(this.id, true);
      },
      this.candidate.name + " is elected. Your HR specialist is told.",
      form,
    );
  }
}
