/* The list of candidates: find, narrow down, choose several, open one. Filters and the table's head stay in sight. */

import { element as el } from "../forms/element.js";
import { button, counted, documentLinks, heading, letterMark, soft, statusBadge } from "./elements.js";
import { selectField, textField } from "./fields.js";
import { interviewText } from "./interviews.js";

const ROWS_AT_ONCE = 100;
const MOST_TO_COMPARE = 4;
/** Pixels for the page's foot. */
const BELOW = 44;
const HEADS = ["No.", "Candidate", "Why here", "Locations", "Status", "Documents"];
const ALL = { key: "", title: "All" };

export class ListView {
  constructor(workbench) {
    this.workbench = workbench;
    this.rows = ROWS_AT_ONCE;
    this.count = el("p", { role: "status", class: "xgw-count" });
    this.body = el("tbody", { role: "rowgroup" });
    this.more = button("Show more", () => {
      this.rows += ROWS_AT_ONCE;
      this.update();
    });
    this.filters = this.makeFilters();
    this.all = el("input", {
      type: "checkbox",
      "aria-label": "Choose all candidates shown",
      "data-key": "choose-all",
      change: (event) => this.chooseAll(event.target.checked),
    });
    this.chosenBar = workbench.data.mayReview ? this.makeChosenBar() : null;
    this.region = el(
      "div",
      { class: "xgw-scroll", role: "region", "aria-label": "Candidates", tabindex: "0" },
      this.table(),
    );
  }

  nodes() {
    this.update();
    return [
      el(
        "div",
        { class: "xgw-finding" },
        el("div", { class: "xgw-listhead" }, heading("Referred candidates"), this.count),
        this.filters,
      ),
      this.chosenBar,
      this.region,
      this.more,
    ].filter(Boolean);
  }

  /** The table takes what is left of the window below filters and buttons, as long as that is enough to work with. */
  fit() {
    const pane = this.region.closest(".three-cols-layout-cell") || document.scrollingElement;
    const above = this.region.getBoundingClientRect().top + pane.scrollTop;
    this.region.style.setProperty("--xgw-above", Math.round(above) + BELOW + "px");
  }

  // ---- finding

  makeFilters() {
    const { filter, data } = this.workbench;
    const fields = {
      text: textField("search", "Find by name or number", { type: "search", value: filter.text }),
      status: selectField("status", "Status", [ALL, ...data.words.statuses], filter.status),
      location: selectField(
        "location",
        "Location",
        [ALL, ...data.dutyLocations.map((place) => ({ key: place, title: place }))],
        filter.location,
      ),
    };
    for (const [name, field] of Object.entries(fields)) {
      field.control.addEventListener(name === "text" ? "input" : "change", () => {
        filter[name] = field.control.value;
        this.rows = ROWS_AT_ONCE;
        this.update();
      });
    }
    return el("div", { class: "xgw-tools" }, Object.values(fields).map((field) => field.node));
  }

  table() {
    return el(
      "table",
      { class: "xgw-table xgw-list", role: "table" },
      el("caption", { class: "xgw-hidden" }, "Candidates referred to this case"),
      el(
        "thead",
        { role: "rowgroup" },
        el(
          "tr",
          { role: "row" },
          this.workbench.data.mayReview && el("th", { scope: "col", role: "columnheader" }, this.all),
          HEADS.map((head) => el("th", { scope: "col", role: "columnheader" }, head)),
        ),
      ),
      this.body,
    );
  }

  update() {
    const { workbench } = this;
    const shown = workbench.shown();
    const focused = document.activeElement && document.activeElement.dataset.key;
    // Without candidates there is nothing to look for; the head says why nobody is here.
    const nobody = workbench.data.candidates.length === 0;
    for (const part of [this.filters, this.count, this.region, this.chosenBar].filter(Boolean)) {
      part.hidden = nobody;
    }
    this.count.textContent = shown.length
      ? counted(shown.length, "candidate", "candidates")
      : "No candidate fits what you look for.";
    this.body.replaceChildren(...shown.slice(0, this.rows).map((candidate) => this.row(candidate)));
    this.more.hidden = shown.length <= this.rows;
    this.drawChosen();
    const again = focused && this.body.querySelector('[data-key="' + CSS.escape(focused) + '"]');
    if (again) {
      again.focus();
    }
  }

  row(candidate) {
    const cell = (label, ...content) => el("td", { role: "cell", "data-label": label }, ...content);
    return el(
      "tr",
      { role: "row", "data-candidate": candidate.id, class: candidate.available ? "" : "xgw-gone" },
      this.workbench.data.mayReview &&
        el(
          "td",
          { role: "cell", class: "xgw-choose" },
          el("input", {
            type: "checkbox",
            "aria-label": "Choose " + candidate.name,
            "data-key": "choose-" + candidate.id,
            checked: this.workbench.chosen.has(candidate.id),
            change: (event) => this.choose([candidate.id], event.target.checked),
          }),
        ),
      cell("Place", candidate.place || "–"),
      el(
        "th",
        { scope: "row", role: "rowheader" },
        button(candidate.name, () => this.workbench.open(candidate.id), {
          class: "xgw-link",
          "data-key": "open-" + candidate.id,
        }),
        soft(candidate.applicantNumber),
      ),
      cell("Why here", candidate.whyInShort || candidate.category),
      cell("Locations", candidate.locations.join("; ")),
      cell(
        "Status",
        statusBadge(candidate),
        this.electingInShort(candidate),
        candidate.unavailable && soft(candidate.unavailable),
        candidate.message &&
          candidate.message.state !== "LEFT" &&
          el("div", {}, letterMark(candidate.message, this.workbench.caseNumber)),
        candidate.status === "INTERVIEW_SCHEDULED" && soft(interviewText(candidate)),
      ),
      cell("Documents", documentLinks(candidate).map((link) => el("div", {}, link))),
    );
  }

  /** Whether electing is possible now, in a few words; the candidate's page says why not and the way out. */
  electingInShort(candidate) {
    if (this.workbench.data.electingRefused || !candidate.electing.length || this.isSettled(candidate)) {
      return null;
    }
    const allowed = candidate.electing.filter((one) => one.allowed).length;
    return el(
      "span",
      { class: "xgw-electing", "data-electing": allowed ? "yes" : "no" },
      allowed === 0
        ? "Cannot be elected now"
        : allowed < candidate.electing.length
          ? "Can be elected for some locations"
          : "Can be elected",
    );
  }

  /** Whether the status itself says that nobody would elect the candidate now. */
  isSettled(candidate) {
    return ["ELECTED", "NOT_SELECTED", "DECLINED_THIS_AGENCY", "WITHDRAWN"].includes(candidate.status);
  }

  // ---- choosing several

  makeChosenBar() {
    const open = (name, ids = []) => this.workbench.show({ name, ids });
    this.chosenCount = el("span", { class: "xgw-chosen", role: "status" });
    this.several = [
      button("Contact", () => open("contact"), { "data-key": "several-contact" }),
      button("Same interview", () => open("interview"), { "data-key": "several-interview" }),
      button("Not selected", () => open("not-selected"), { "data-key": "several-not-selected" }),
    ];
    this.compare = button("Compare side by side", () => open("compare", [...this.workbench.chosen]), { "data-key": "several-compare" });
    this.clear = button("Choose nobody", () => this.chooseAll(false), { class: "xgw-link" });
    return el(
      "div",
      { class: "xgw-several", role: "group", "aria-label": "With the chosen candidates" },
      this.chosenCount,
      this.several,
      this.compare,
      this.clear,
    );
  }

  choose(ids, chosen) {
    this.workbench.calm();
    this.workbench.chosen.choose(ids, chosen);
    this.drawChosen();
  }

  /** All that are shown now; nobody at all when they are given up. */
  chooseAll(chosen) {
    this.choose(chosen ? this.workbench.shown().map((candidate) => candidate.id) : [...this.workbench.chosen], chosen);
    for (const box of this.body.querySelectorAll(".xgw-choose input")) {
      box.checked = chosen;
    }
    this.all.focus();
  }

  drawChosen() {
    const { chosen } = this.workbench;
    chosen.forgetAbsent((id) => this.workbench.candidate(id));
    const shown = this.workbench.shown();
    const ofShown = shown.filter((candidate) => chosen.has(candidate.id)).length;
    this.all.checked = ofShown > 0 && ofShown === shown.length;
    this.all.indeterminate = ofShown > 0 && ofShown < shown.length;
    if (!this.chosenBar) {
      return;
    }
    const comparable = chosen.size >= 2 && chosen.size <= MOST_TO_COMPARE;
    this.chosenCount.textContent = chosen.size
      ? chosen.size + " chosen" + (comparable ? "" : ", two to " + MOST_TO_COMPARE + " can be compared")
      : "Nobody chosen";
    this.chosenBar.classList.toggle("xgw-several--some", chosen.size > 0);
    this.several.forEach((one) => (one.disabled = chosen.size === 0));
    this.compare.disabled = !comparable;
    this.clear.hidden = chosen.size === 0;
  }
}
