/* The top of every form: which case it is about, which pool, and whom. The server says it in the same words for all forms. */
(function () {
  "use strict";

  const day = window.xgWords.formats.date;

  /** Parts of one line, apart by a middle dot; a part is text or an element, an empty one is left out. */
  function line(...given) {
    const made = document.createElement("p");
    for (const part of given.filter(Boolean)) {
      made.append(...(made.childNodes.length > 0 ? [" · "] : []), part);
    }
    return made;
  }

  function strong(text) {
    const made = document.createElement("strong");
    made.append(text);
    return made;
  }

  function caseLink(number) {
    const link = document.createElement("a");
    link.href = "/cases/" + encodeURIComponent(number);
    link.append("Case ", strong(number));
    return link;
  }

  function candidate(about) {
    const name = document.createElement("span");
    name.append("Candidate: ", strong(about.candidateName), about.applicantNumber ? ` (${about.applicantNumber})` : "");
    return line(
      name,
      about.category,
      about.preference,
      about.dutyLocation,
      about.electedOn && "elected " + day(about.electedOn),
      about.alternates && "alternates: " + about.alternates);
  }

  /** Puts the head before everything else in the form, in place of one that is there; a form about no case has none. */
  function show(root, view) {
    root.querySelectorAll(":scope > [data-head]").forEach((each) => each.remove());
    const about = view.selectee || view;
    if (!about.caseNumber || !about.agencyName || !about.pool) {
      return;
    }
    const head = document.createElement("header");
    head.className = "xg-head";
    head.dataset.head = "";
    head.append(
      line(caseLink(about.caseNumber), about.agencyName, about.positionTitle),
      line(about.pool.label, "announcement " + about.pool.announcement, about.pool.lastDayInWords && "selections until " + about.pool.lastDayInWords));
    if (about.candidateName) {
      head.append(candidate(about));
    }
    root.prepend(head);
  }

  window.xgHead = { show };
})();
