/* A page of the list of candidates: find, narrow down, choose several, open one. Filters and the table's head stay in sight. */

import { element as el } from "../forms/element.js";
import { listFrom } from "./address.js";
import { button, counted, documentLinks, heading, letterMark, numbered, soft, statusBadge, whom } from "./elements.js";
import { selectField, textField } from "./fields.js";
import { interviewText } from "./interviews.js";

const MOST_TO_COMPARE = 4;
/** Pixels for the page's foot. */
const BELOW = 44;
const HEADS = ["No.", "Candidate", "Why here", "Locations", "Status", "Documents"];
const ALL = { key: "", title: "All" };
/** After the last key, before the server is asked. */
const TYPING_MILLISECONDS = 250;
/** The server looks for no more. */
const LONGEST_WORDS = 200;
const ELECTING = { ALL: "Can be elected", SOME: "Can be elected for some locations", NONE: "Cannot be elected now" };

export class ListView {
  constructor(workbench) {
    this.workbench = workbench;
    this.count = el("p", { role: "status", class: "xgw-count" });
    this.body = el("tbody", { role: "rowgroup" });
    this.pages = el("nav", { class: "xgw-pages", "aria-label": "Pages of the list" });
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
      this.pages,
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
      words: textField("search", "Find by name or number", { type: "search", value: filter.words }),
      status: selectField("status", "Status", [ALL, ...data.words.statuses], filter.status),
      location: selectField(
        "location",
        "Location",
        [ALL, ...data.dutyLocations.map((place) => ({ key: place, title: place }))],
        filter.location,
      ),
    };
    fields.words.control.maxLength = LONGEST_WORDS;
    let typing = null;
    const look = () => {
      window.clearTimeout(typing);
      for (const [name, field] of Object.entries(fields)) {
        filter[name] = field.control.value;
      }
      // Whoever has gone on is not called back.
      if (this.workbench.shownView === this) {
        this.workbench.look();
      }
    };
    for (const field of [fields.status, fields.location]) {
      field.control.addEventListener("change", look);
    }
    fields.words.control.addEventListener("input", () => {
      window.clearTimeout(typing);
      typing = window.setTimeout(look, TYPING_MILLISECONDS);
    });
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
    const { data } = this.workbench;
    const focused = document.activeElement && document.activeElement.dataset.key;
    // Without candidates there is nothing to look for; the head says why nobody is here.
    const nobody = data.all === 0;
    for (const part of [this.filters, this.count, this.region, this.chosenBar].filter(Boolean)) {
      part.hidden = nobody;
    }
    this.count.textContent = data.found ? this.inWords(data) : "No candidate fits what you look for.";
    this.body.replaceChildren(...data.candidates.map((candidate) => this.row(candidate)));
    this.drawPages(data);
    this.drawChosen();
    const again = focused && this.body.querySelector('[data-key="' + CSS.escape(focused) + '"]');
    if (again) {
      again.focus();
    }
  }

  inWords({ found, from, candidates }) {
    const all = counted(found, "candidate", "candidates");
    return candidates.length < found ? all + ", " + numbered(from + 1) + " to " + numbered(from + candidates.length) + " shown" : all;
  }

  drawPages({ found, from, candidates, pageSize }) {
    const page = (side, at, text, isThere) =>
      button(text, () => isThere && this.workbench.show(listFrom(at)), { "data-key": "page-" + side, "aria-disabled": String(!isThere) });
    const next = from + candidates.length;
    this.pages.hidden = found <= candidates.length;
    // Both always stand where they are: whoever goes on and on presses the same place.
    const all = [
      page("before", Math.max(0, from - pageSize), "Previous " + pageSize, from > 0),
      page("after", next, "Next " + (next < found ? Math.min(pageSize, found - next) : pageSize), next < found),
      el("span", {}, "Page " + numbered(Math.floor(from / pageSize) + 1) + " of " + numbered(Math.ceil(found / pageSize))),
    ];
    this.pages.replaceChildren(...(this.pages.hidden ? [] : all));
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
            "aria-label": "Choose " + whom(candidate),
            "data-key": "choose-" + candidate.id,
            checked: this.workbench.chosen.has(candidate.id),
            change: (event) => this.choose([candidate], event.target.checked),
          }),
        ),
      cell("Place", candidate.place || "–"),
      el(
        "th",
        { scope: "row", role: "rowheader" },
        button(candidate.name, () => this.workbench.open(candidate.id), {
          class: "xgw-link",
          "aria-describedby": "number-of-" + candidate.id,
          "data-key": "open-" + candidate.id,
        }),
        el("div", { class: "xgw-soft", id: "number-of-" + candidate.id }, candidate.applicantNumber),
      ),
      cell("Why here", candidate.whyInShort),
      cell("Locations", candidate.locations.join("; ")),
      cell(
        "Status",
        statusBadge(candidate),
        this.electingInShort(candidate),
        candidate.unavailable && soft(candidate.unavailable),
        candidate.message && el("div", {}, letterMark(candidate.message, this.workbench.caseNumber)),
        candidate.interviewOn && soft(interviewText(candidate)),
      ),
      cell("Documents", documentLinks(candidate).map((link) => el("div", {}, link))),
    );
  }

  /** Whether electing is possible now, and who comes first, in a few words; the candidate's page says why and the way out. */
  electingInShort({ electing }) {
    if (this.workbench.data.electingRefused || !electing) {
      return null;
    }
    const { where, after } = electing;
    return el(
      "span",
      { class: "xgw-electing", "data-electing": where === "NONE" ? "no" : "yes" },
      ELECTING[where] + (after ? (where === "SOME" ? "; elsewhere " : ": ") + after : ""),
    );
  }

  // ---- choosing several

  makeChosenBar() {
    const open = (name, ids = []) => this.workbench.show({ name, ids, from: 0 });
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

  choose(lines, chosen) {
    this.workbench.calm();
    this.workbench.chosen.choose(lines, chosen);
    this.drawChosen();
  }

  /** All that are shown now; nobody at all when they are given up. */
  chooseAll(chosen) {
    this.choose(chosen ? this.workbench.data.candidates : [...this.workbench.chosen].map((id) => ({ id })), chosen);
    for (const box of this.body.querySelectorAll(".xgw-choose input")) {
      box.checked = chosen;
    }
    this.all.focus();
  }

  drawChosen() {
    const { chosen, data } = this.workbench;
    const ofShown = data.candidates.filter((candidate) => chosen.has(candidate.id)).length;
    this.all.checked = ofShown > 0 && ofShown === data.candidates.length;
    this.all.indeterminate = ofShown > 0 && ofShown < data.candidates.length;
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
