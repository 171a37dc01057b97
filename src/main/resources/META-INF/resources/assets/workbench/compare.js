/* Two to four candidates side by side. */

import { element as el } from "../forms/element.js";
import { button, counted, documentLinks, heading, statusBadge, whom } from "./elements.js";
import { interviewText } from "./interviews.js";

export class CompareView {
  constructor(workbench, ids) {
    this.workbench = workbench;
    this.ids = ids;
    this.node = el("div", { class: "xgw-scroll xgw-compared", role: "region", "aria-label": "Comparison", tabindex: "0" });
  }

  nodes() {
    this.update();
    return [
      el("div", { class: "xgw-nav" }, this.workbench.backToList()),
      heading("Compare " + counted(this.ids.length, "candidate", "candidates")),
      this.node,
    ];
  }

  update() {
    const candidates = this.ids.map((id) => this.workbench.candidate(id)).filter(Boolean);
    // Roles are named: where there is no room beside each other, nothing is laid out as a table (workbench.css).
    const line = (title, cell) =>
      el(
        "tr",
        { role: "row" },
        el("th", { scope: "row", role: "rowheader" }, title),
        candidates.map((candidate) => el("td", { role: "cell", "data-label": whom(candidate) }, cell(candidate) || "–")),
      );
    this.node.replaceChildren(
      el(
        "table",
        { class: "xgw-table xgw-compare", role: "table" },
        el("caption", { class: "xgw-hidden" }, "Chosen candidates side by side"),
        el(
          "thead",
          { role: "rowgroup" },
          el(
            "tr",
            { role: "row" },
            el("td", { role: "cell" }),
            candidates.map((candidate) => el("th", { scope: "col", role: "columnheader" }, whom(candidate))),
          ),
        ),
        el(
          "tbody",
          { role: "rowgroup" },
          line("Status", statusBadge),
          line("Why here", (candidate) => candidate.whyInShort || candidate.category),
          line("Locations", (candidate) => candidate.locations.join("; ")),
          line("Answer", (candidate) => [candidate.answerTitle, candidate.answerNote].filter(Boolean).join(": ")),
          line("Interview", interviewText),
          line("Interviewers", (candidate) => candidate.interviewers),
          line("Result", (candidate) => candidate.interviewResultTitle),
          line("Interview notes", (candidate) => candidate.interviewNotes),
          line("Notes", (candidate) => candidate.notes),
          line("Documents", (candidate) => {
            const links = documentLinks(candidate).map((link) => el("div", {}, link));
            return links.length ? el("div", {}, links) : null;
          }),
          line("", (candidate) =>
            button("Open", () => this.workbench.open(candidate.id), {
              "aria-label": "Open " + whom(candidate),
              "data-whom": candidate.name,
              "data-key": "compare-open-" + candidate.id,
            }),
          ),
        ),
      ),
    );
  }
}
