/*
 * The review workbench of step 4: window.xgWorkbench.mount(root, caseNumber).
 *
 * Everything a person records goes to the API at once, so a closed browser loses nothing but half-typed text; what colleagues
 * record is polled. People's text reaches the page as text nodes only, never as HTML.
 */
"use strict";

(function () {
  const POLL_MILLISECONDS = 4000;
  const ROWS_AT_ONCE = 100;
  const MOST_TO_COMPARE = 4;

  const ANSWERS = [
    ["INTERESTED", "Interested"],
    ["NOT_INTERESTED", "Not interested"],
    ["FAILED_TO_RESPOND", "Did not respond"],
  ];
  const RESULTS = [
    ["RECOMMENDED", "Recommended"],
    ["RECOMMENDED_WITH_RESERVATIONS", "Recommended with reservations"],
    ["NOT_RECOMMENDED", "Not recommended"],
  ];
  const FINDINGS = [
    ["NOT_WELL_QUALIFIED", "Not well-qualified. The candidate loses the priority for this case."],
    ["WELL_QUALIFIED", "Well-qualified. The priority stands."],
  ];
  const SCOPES = [
    ["THIS_AGENCY", "Declined our agency only. The candidate stays available to other agencies."],
    ["ALL_AGENCIES", "Withdrew from all agencies. The candidate leaves the pool and every agency's list at once."],
  ];

  const STATUSES = [
    ["REFERRED", "Referred"],
    ["CONTACTED", "Contacted"],
    ["INTERESTED", "Interested"],
    ["NOT_INTERESTED", "Not interested"],
    ["FAILED_TO_RESPOND", "Failed to respond"],
    ["INTERVIEW_SCHEDULED", "Interview scheduled"],
    ["INTERVIEWED", "Interviewed"],
    ["ELECTED", "Elected"],
    ["ALTERNATE", "Alternate"],
    ["NOT_SELECTED", "Not selected"],
    ["DECLINED_THIS_AGENCY", "Declined this agency"],
    ["WITHDRAWN", "Withdrawn"],
  ];

  let nextId = 0;

  /* ---------- building elements ---------- */

  function el(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === undefined || value === null || value === false) {
        continue;
      }
      if (key === "click" || key === "change" || key === "input" || key === "keydown") {
        element.addEventListener(key, value);
      } else if (key === "value" || key === "checked" || key === "disabled" || key === "hidden") {
        element[key] = value;
      } else {
        element.setAttribute(key, value === true ? "" : value);
      }
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  function button(text, click, attributes) {
    return el("button", { type: "button", class: "xgw-button", click, ...attributes }, text);
  }

  function hidden(text) {
    return el("span", { class: "xgw-hidden" }, text);
  }

  function terms(...pairs) {
    const list = el("dl", { class: "xgw-terms" });
    for (const [term, ...descriptions] of pairs) {
      const shown = descriptions.flat().filter((description) => description);
      if (shown.length) {
        list.append(el("dt", {}, term), ...shown.map((description) => el("dd", {}, description)));
      }
    }
    return list;
  }

  function dateText(isoDate) {
    if (!isoDate) {
      return "";
    }
    const [year, month, day] = isoDate.split("-").map(Number);
    return new Date(year, month - 1, day).toLocaleDateString("en-US", { year: "numeric", month: "short", day: "numeric" });
  }

  function sizeText(bytes) {
    return bytes < 1024 * 1024 ? Math.max(1, Math.round(bytes / 1024)) + " KB" : (bytes / 1024 / 1024).toFixed(1) + " MB";
  }

  function documentLinks(candidate) {
    return candidate.documents.map((file) =>
      el(
        "a",
        { href: "/api/documents/" + encodeURIComponent(file.id), download: "", class: "xgw-document" },
        ...breakable(file.name),
        el("span", { class: "xgw-soft" }, " (" + sizeText(file.size) + ")"),
      ),
    );
  }

  /** A file's name in a narrow column breaks before a dot or an underscore rather than inside a word. */
  function breakable(name) {
    return name.split(/(?=[._])/).flatMap((part, i) => (i ? [el("wbr"), part] : [part]));
  }

  function statusBadge(candidate) {
    const rank = candidate.status === "ALTERNATE" && candidate.alternateRank ? " " + candidate.alternateRank : "";
    return el("span", { class: "xgw-status", "data-status": candidate.status }, candidate.statusTitle + rank);
  }

  /* ---------- talking to the server ---------- */

  /** Reads with an ETag: what has not changed comes back as null and costs next to nothing. */
  async function readIfChanged(path, etag) {
    const headers = { Accept: "application/json" };
    if (etag) {
      headers["If-None-Match"] = etag;
    }
    let response;
    try {
      response = await fetch(path, { headers, credentials: "same-origin", cache: "no-store", redirect: "error" });
    } catch {
      throw new Error("The server cannot be reached.");
    }
    if (response.status === 304) {
      return null;
    }
    const json = await response.json().catch(() => null);
    if (!response.ok || !json) {
      const signedOut = response.status === 401 ? "You are signed out. Sign in again in another tab." : "";
      throw Object.assign(new Error((json && json.detail) || signedOut || "The server could not answer."), {
        status: response.status,
      });
    }
    return { json, etag: response.headers.get("ETag") };
  }

  const write = (path, body, method = "POST") => window.xg.api(method, path, body);

  /* ---------- fields of a small form ---------- */

  function labelled(label, control, hint) {
    control.id = control.id || "xgw-" + ++nextId;
    const error = el("p", { class: "xgw-error", id: control.id + "-error", hidden: true });
    const describedBy = [hint && control.id + "-hint", error.id].filter(Boolean).join(" ");
    control.setAttribute("aria-describedby", describedBy);
    return {
      error,
      control,
      node: el(
        "div",
        { class: "xgw-field" },
        el("label", { for: control.id }, label),
        hint && el("p", { class: "xgw-hint", id: control.id + "-hint" }, hint),
        error,
        control,
      ),
    };
  }

  function textField(name, label, { type = "text", value = "", hint, rows, max } = {}) {
    const control = rows
      ? el("textarea", { name, rows, value: value || "" })
      : el("input", { name, type, value: value || "", max });
    const field = labelled(label, control, hint);
    return { ...field, name, read: () => control.value.trim() || null };
  }

  function checkField(name, label, checked, change) {
    const control = el("input", { type: "checkbox", name, checked, change });
    const field = el("div", { class: "xgw-check" }, el("label", {}, control, " ", label));
    return { node: field, control, error: null, name, read: () => control.checked };
  }

  function choiceField(name, legend, choices, value) {
    const group = "xgw-" + ++nextId;
    const error = el("p", { class: "xgw-error", id: group + "-error", hidden: true });
    const inputs = choices.map(([key]) =>
      el("input", { type: "radio", name: group, value: key, checked: key === value }),
    );
    const node = el(
      "fieldset",
      { class: "xgw-field", "aria-describedby": error.id },
      el("legend", {}, legend),
      error,
      inputs.map((input, index) => el("label", { class: "xgw-choice" }, input, " ", choices[index][1])),
    );
    return {
      node,
      error,
      control: inputs[0],
      name,
      read: () => (inputs.find((input) => input.checked) || { value: null }).value,
    };
  }

  function selectField(name, label, choices, value, hint) {
    const control = el(
      "select",
      { name },
      choices.map(([key, text]) => el("option", { value: key, selected: key === value }, text)),
    );
    return { ...labelled(label, control, hint), name, read: () => control.value || null };
  }

  /* ---------- the workbench ---------- */

  class Workbench {
    constructor(root, caseNumber) {
      this.root = root;
      this.base = "/api/cases/" + encodeURIComponent(caseNumber);
      this.data = null;
      this.etag = null;
      this.turn = 0;
      this.changing = 0;
      this.view = { name: "list" };
      this.compared = new Set();
      this.filter = { text: "", status: "", location: "" };
      this.rows = ROWS_AT_ONCE;
      this.forms = new Map();
      this.alert = el("div", { class: "xgw-alert", role: "alert", tabindex: "-1", hidden: true });
      this.connection = el("p", { class: "xgw-connection", role: "status", hidden: true });
      this.live = el("p", { class: "xgw-hidden", "aria-live": "polite" });
      this.head = el("div", { class: "xgw-head" });
      this.main = el("div", { class: "xgw-main" }, el("p", {}, "Loading the candidates…"));
      root.classList.add("xgw");
      // Enter in a field of the workbench must not submit the task's own form around it.
      root.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
          event.preventDefault();
        }
      });
      // What is typed here is no answer of the task's form, and no draft of it.
      for (const type of ["input", "change"]) {
        root.addEventListener(type, (event) => event.stopPropagation());
      }
      root.replaceChildren(this.alert, this.connection, this.live, this.head, this.main);
      this.visible = () => document.visibilityState === "visible" && this.poll();
      document.addEventListener("visibilitychange", this.visible);
      this.poll();
      this.timer = window.setInterval(() => this.tick(), POLL_MILLISECONDS);
    }

    unmount() {
      window.clearInterval(this.timer);
      document.removeEventListener("visibilitychange", this.visible);
    }

    tick() {
      if (!this.root.isConnected) {
        this.unmount();
      } else if (document.visibilityState === "visible") {
        this.poll();
      }
    }

    async poll() {
      if (this.polling) {
        return this.polling;
      }
      // A change of our own reads the list itself when it is done.
      if (this.changing) {
        return undefined;
      }
      this.polling = this.load(false).finally(() => {
        this.polling = null;
      });
      return this.polling;
    }

    /** Reads the list; says who was changed by somebody else unless the change is our own. */
    async load(own) {
      // An answer that was overtaken by a later question's says nothing new.
      const turn = ++this.turn;
      try {
        const answer = await readIfChanged(this.base + "/candidates", this.etag);
        this.connection.hidden = true;
        if (!answer || turn < this.turn) {
          return;
        }
        const before = this.data;
        this.data = answer.json;
        this.etag = answer.etag;
        // A question asked before our change may be answered with it: that is nobody else's change.
        if (before && !own && !this.changing) {
          this.sayChanges(before, this.data);
        }
        this.render(false);
      } catch (refused) {
        if (!this.data) {
          this.main.replaceChildren();
          this.refuse(refused, false);
        } else if (refused.status === 403 || refused.status === 404 || refused.status === 409) {
          this.data = null;
          this.etag = null;
          this.head.replaceChildren();
          this.main.replaceChildren();
          this.refuse(refused, false);
        } else {
          this.connection.textContent = refused.message + " What you see may be out of date.";
          this.connection.hidden = false;
        }
      }
    }

    sayChanges(before, after) {
      const known = new Map(before.candidates.map((candidate) => [candidate.id, JSON.stringify(candidate)]));
      const changed = after.candidates.filter((candidate) => known.get(candidate.id) !== JSON.stringify(candidate));
      if (changed.length) {
        this.sayBesides(
          "Changed just now: " +
            changed
              .slice(0, 3)
              .map((candidate) => candidate.name + ", " + candidate.statusTitle)
              .join("; ") +
            (changed.length > 3 ? " and " + (changed.length - 3) + " more" : "") +
            ".",
        );
      }
    }

    say(sentence) {
      this.said = { sentence, at: Date.now() };
      this.live.textContent = sentence;
    }

    /** What colleagues did is said after what we just did ourselves, not in its place. */
    sayBesides(sentence) {
      const own = this.said && Date.now() - this.said.at < 2 * POLL_MILLISECONDS ? this.said.sentence + " " : "";
      this.live.textContent = own + sentence;
    }

    refuse(refused, focus = true) {
      this.alert.replaceChildren(el("p", {}, refused.message));
      this.alert.hidden = false;
      if (focus) {
        this.alert.focus();
        this.alert.scrollIntoView({ block: "nearest" });
      }
    }

    calm() {
      this.alert.hidden = true;
      this.alert.replaceChildren();
    }

    candidate(id) {
      return this.data.candidates.find((candidate) => candidate.id === id);
    }

    /** Runs a change; on refusal shows why and what is true now, and keeps what was typed. */
    async change(path, body, done, said, form, method) {
      this.calm();
      if (form) {
        form.forgive();
        form.busy(true);
      }
      this.changing++;
      try {
        await write(path, body, method);
        this.etag = null;
        await this.load(true);
        done();
        this.say(said);
      } catch (refused) {
        if (form) {
          form.mark(refused);
        }
        this.refuse(refused);
        if (refused.status === 409) {
          this.etag = null;
          await this.load(true);
        }
      } finally {
        this.changing--;
        if (form) {
          form.busy(false);
        }
      }
    }

    show(view) {
      this.calm();
      this.view = view;
      this.render(true);
    }

    /** Draws the current view; a redraw after polling keeps the focus where it was. */
    render(moveFocus) {
      if (!this.data) {
        return;
      }
      const focused = this.root.contains(document.activeElement) && document.activeElement.dataset.key;
      this.renderHead();
      if (this.view.id && !this.candidate(this.view.id)) {
        this.view = { name: "list" };
        this.say("This candidate is not on your list any more.");
      }
      const body = {
        list: () => this.listView(),
        candidate: () => this.candidateView(this.candidate(this.view.id)),
        compare: () => this.compareView(),
        elect: () => this.electView(this.candidate(this.view.id)),
      }[this.view.name]();
      if (body) {
        this.main.replaceChildren(...body);
      }
      const target = moveFocus
        ? this.main.querySelector("[data-heading]")
        : focused && this.root.querySelector('[data-key="' + CSS.escape(focused) + '"]');
      if (target) {
        target.focus();
      }
    }

    heading(text) {
      return el("h3", { tabindex: "-1", "data-heading": true }, text);
    }

    renderHead() {
      const { data } = this;
      const open = data.vacancies - data.vacanciesTaken;
      this.head.replaceChildren(
        terms(
          ["Position", data.positionTitle],
          ["Pool", data.poolTitle + " (" + data.announcement + ")"],
          ["Vacancies", data.vacancies + ", of which " + (open === 1 ? "1 is" : open + " are") + " open"],
          ["Duty locations", data.dutyLocations.join("; ")],
          ["Referred", data.referral.categories],
          ["Selections until", dateText(data.lastDay)],
        ),
        data.referral.merged ? el("p", { class: "xgw-note" }, data.referral.merged) : "",
        data.referral.empty ? el("p", { class: "xgw-note" }, data.referral.empty) : "",
        data.electingRefused ? el("p", { class: "xgw-note" }, data.electingRefused) : "",
        ...data.nextAlternates.map((next) => this.alternateOffer(next)),
      );
    }

    /** A selection was lost: the next alternate with one action. */
    alternateOffer(next) {
      const form = { busy: (busy) => (elect.disabled = busy), forgive() {}, mark() {} };
      const elect = button(
        "Elect " + next.alternateName + " for " + next.dutyLocation,
        () =>
          this.change(
            this.base + "/selections/" + encodeURIComponent(next.selectionId) + "/next-alternate",
            {},
            () => this.show({ name: "candidate", id: next.alternateId }),
            next.alternateName + " is elected. Your HR specialist is told.",
            form,
          ),
        { class: "xgw-button xgw-primary", "data-key": "next-alternate-" + next.selectionId },
      );
      return el(
        "div",
        { class: "xgw-note" },
        el("p", {}, "The selection of " + next.lostName + " ended. The next alternate is " + next.alternateName + "."),
        this.data.mayElect ? elect : "",
      );
    }

    /* ----- list ----- */

    shown() {
      const text = this.filter.text.toLowerCase();
      return this.data.candidates.filter(
        (candidate) =>
          (!this.filter.status || candidate.status === this.filter.status) &&
          (!this.filter.location || candidate.locations.includes(this.filter.location)) &&
          (!text || (candidate.name + " " + candidate.applicantNumber).toLowerCase().includes(text)),
      );
    }

    listView() {
      if (this.list && this.main.contains(this.list.node)) {
        this.renderRows();
        return null;
      }
      const filterInput = (name, control) => {
        control.addEventListener(name === "text" ? "input" : "change", () => {
          this.filter[name] = control.value;
          this.rows = ROWS_AT_ONCE;
          this.renderRows();
        });
        return control;
      };
      const search = textField("search", "Find by name or number", { type: "search", value: this.filter.text });
      const status = selectField("status", "Status", [["", "All"], ...STATUSES], this.filter.status);
      const location = selectField(
        "location",
        "Location",
        [["", "All"], ...this.data.dutyLocations.map((place) => [place, place])],
        this.filter.location,
      );
      filterInput("text", search.control);
      filterInput("status", status.control);
      filterInput("location", location.control);
      this.list = {
        count: el("p", { role: "status", class: "xgw-count" }),
        body: el("tbody"),
        more: button("Show more", () => {
          this.rows += ROWS_AT_ONCE;
          this.renderRows();
        }),
        compare: button("Compare", () => this.show({ name: "compare" })),
      };
      const heads = ["Compare", "No.", "Candidate", "Why here", "Locations", "Status", "Documents"];
      this.list.node = el(
        "table",
        { class: "xgw-table" },
        el("caption", { class: "xgw-hidden" }, "Candidates referred to this case"),
        el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
        this.list.body,
      );
      this.list.tools = el("div", { class: "xgw-tools" }, search.node, status.node, location.node, this.list.compare);
      this.list.table = el(
        "div",
        { class: "xgw-scroll", role: "region", "aria-label": "Candidates", tabindex: "0" },
        this.list.node,
      );
      this.renderRows();
      return [
        this.heading("Referred candidates"),
        this.list.tools,
        this.list.count,
        this.list.table,
        this.list.more,
      ];
    }

    renderRows() {
      const all = this.shown();
      const focused = document.activeElement && document.activeElement.dataset.key;
      // Without candidates there is nothing to look for; the head says why nobody is here.
      const nobody = this.data.candidates.length === 0;
      this.list.tools.hidden = nobody;
      this.list.count.hidden = nobody;
      this.list.table.hidden = nobody;
      this.list.count.textContent =
        all.length === 0 ? "No candidate fits what you look for." : all.length + (all.length === 1 ? " candidate" : " candidates");
      this.list.body.replaceChildren(...all.slice(0, this.rows).map((candidate) => this.row(candidate)));
      this.list.more.hidden = all.length <= this.rows;
      this.renderCompareButton();
      const again = focused && this.list.body.querySelector('[data-key="' + CSS.escape(focused) + '"]');
      if (again) {
        again.focus();
      }
    }

    renderCompareButton() {
      for (const id of [...this.compared]) {
        if (!this.candidate(id)) {
          this.compared.delete(id);
        }
      }
      this.list.compare.textContent = "Compare " + (this.compared.size || "") + " side by side";
      this.list.compare.disabled = this.compared.size < 2;
    }

    row(candidate) {
      const check = el("input", {
        type: "checkbox",
        "aria-label": "Compare " + candidate.name,
        "data-key": "compare-" + candidate.id,
        checked: this.compared.has(candidate.id),
        change: (event) => this.choose(candidate.id, event.target),
      });
      return el(
        "tr",
        { "data-candidate": candidate.id, class: candidate.available ? "" : "xgw-gone" },
        el("td", {}, check),
        el("td", {}, candidate.place || "–"),
        el(
          "th",
          { scope: "row" },
          button(candidate.name, () => this.show({ name: "candidate", id: candidate.id }), {
            class: "xgw-link",
            "data-key": "open-" + candidate.id,
          }),
          el("div", { class: "xgw-soft" }, candidate.applicantNumber),
        ),
        // The reason begins with the category or the score.
        el("td", {}, candidate.why || candidate.category),
        el("td", {}, candidate.locations.join("; ")),
        el(
          "td",
          {},
          statusBadge(candidate),
          this.electingInShort(candidate),
          candidate.unavailable && el("div", { class: "xgw-soft" }, candidate.unavailable),
          candidate.status === "INTERVIEW_SCHEDULED" && el("div", { class: "xgw-soft" }, dateText(candidate.interviewOn)),
        ),
        el("td", {}, documentLinks(candidate).map((link) => el("div", {}, link))),
      );
    }

    /** Whether electing is possible now, in a few words; the candidate's page says why not and the way out. */
    electingInShort(candidate) {
      if (this.data.electingRefused || !candidate.electing.length || candidate.status === "ELECTED") {
        return null;
      }
      const allowed = candidate.electing.filter((one) => one.allowed).length;
      const rule = candidate.electing.map((one) => one.rule).find((one) => one);
      return el(
        "div",
        { class: "xgw-electing", "data-electing": allowed ? "yes" : "no" },
        allowed === 0 ? "Cannot be elected now (" + rule + ")" : rule ? "Can be elected for some locations" : "Can be elected",
      );
    }

    choose(id, control) {
      this.calm();
      if (!control.checked) {
        this.compared.delete(id);
      } else if (this.compared.size >= MOST_TO_COMPARE) {
        control.checked = false;
        this.refuse({ message: "You can compare " + MOST_TO_COMPARE + " candidates at a time. Take one out first." });
      } else {
        this.compared.add(id);
      }
      this.renderCompareButton();
    }

    back(id) {
      return button("Back to all candidates", () => {
        this.list = null;
        this.show({ name: "list" });
        const opener = this.main.querySelector('[data-key="open-' + CSS.escape(id || "") + '"]');
        if (opener) {
          opener.focus();
        }
      });
    }

    /* ----- one candidate ----- */

    candidateView(candidate) {
      if (this.open && this.open.id === candidate.id && this.main.contains(this.open.facts)) {
        this.open.facts.replaceChildren(...this.facts(candidate));
        this.renderActions(candidate);
        return null;
      }
      this.open = {
        id: candidate.id,
        facts: el("div", {}, ...this.facts(candidate)),
        actions: el("div", { class: "xgw-actions", role: "group", "aria-label": "Record" }),
        slot: el("div", { class: "xgw-slot" }),
      };
      this.renderActions(candidate);
      const unsaved = [...this.forms.values()].find((form) => form.candidateId === candidate.id);
      if (unsaved) {
        this.open.slot.replaceChildren(unsaved.node);
      }
      return [
        el("div", { class: "xgw-nav" }, this.back(candidate.id), this.neighbour(candidate, -1), this.neighbour(candidate, 1)),
        this.heading(candidate.name),
        this.open.facts,
        this.open.actions,
        this.open.slot,
      ];
    }

    neighbour(candidate, step) {
      const list = this.shown();
      const next = list[list.findIndex((other) => other.id === candidate.id) + step];
      return (
        next &&
        button((step < 0 ? "Previous: " : "Next: ") + next.name, () => this.show({ name: "candidate", id: next.id }))
      );
    }

    facts(candidate) {
      const selection = candidate.selection;
      return [
        el("p", {}, statusBadge(candidate), candidate.unavailable && " " + candidate.unavailable),
        this.order(candidate),
        terms(
          ["Applicant number", candidate.applicantNumber],
          ["E-mail", candidate.email],
          ["Phone", candidate.phone],
          ["Category", candidate.category],
          ["Locations", candidate.locations.join("; ")],
          ["Documents", ...documentLinks(candidate)],
          [
            "Contacted",
            candidate.contactedOn && dateText(candidate.contactedOn) + " by " + candidate.contactedBy,
            candidate.contactNote,
          ],
          [
            "Answer",
            candidate.answer && candidate.answerTitle + ", " + dateText(candidate.answeredOn),
            candidate.answerNote,
          ],
          [
            "Interview",
            candidate.interviewOn &&
              dateText(candidate.interviewOn) + (candidate.interviewTime ? ", " + candidate.interviewTime : ""),
            candidate.interviewers && "Interviewers: " + candidate.interviewers,
          ],
          ["Interview result", candidate.interviewResultTitle, candidate.interviewNotes],
          ["Notes", candidate.notes],
          ["Declined", candidate.declinedOn && dateText(candidate.declinedOn), candidate.declineNote],
          [
            "Selection",
            selection &&
              selection.stateTitle +
                ". Elected " +
                dateText(selection.electedOn) +
                " for " +
                selection.dutyLocation +
                ".",
            selection && selection.alternates.length > 0 && "Alternates: " + selection.alternates.join(", "),
          ],
        ),
      ];
    }

    /** Why the candidate stands on the list where he or she does, and whether electing is possible now. */
    order(candidate) {
      const passOver = candidate.passOver;
      const review = candidate.secondReview;
      const blockers = new Map();
      for (const id of candidate.electing.filter((one) => !one.allowed).flatMap((one) => this.data.obstacles[one.obstacle].comeFirst)) {
        const other = id !== candidate.id && this.candidate(id);
        if (other) {
          blockers.set(other.id, other);
        }
      }
      return el(
        "section",
        { class: "xgw-order", "aria-label": "Order of selection" },
        terms(
          ["Place", candidate.place && "Number " + candidate.place + " on the list", candidate.why],
          [
            "Electing now",
            ...(this.data.electingRefused
              ? [this.data.electingRefused]
              : candidate.electing.map((one) =>
                  one.allowed
                    ? one.dutyLocation + ": possible."
                    : one.dutyLocation + ": " + this.data.obstacles[one.obstacle].sentence,
                )),
          ],
          [
            "Pass-over",
            passOver && passOver.stateTitle + ".",
            passOver &&
              passOver.state === "ASKED" &&
              el(
                "a",
                {
                  href:
                    "/go/task?case=" +
                    encodeURIComponent(this.data.caseNumber) +
                    "&task=file-pass-over&passOver=" +
                    encodeURIComponent(passOver.id),
                  target: "_top",
                },
                "Give the reasons and the SF-62 in the task “4 File Pass-over”",
              ),
            passOver &&
              passOver.state === "FILED" &&
              passOver.lastDayToAnswer &&
              "The candidate may answer until " + dateText(passOver.lastDayToAnswer) + "; then OPM decides.",
            passOver && passOver.decisionReason && "OPM’s reason: " + passOver.decisionReason,
            candidate.vacancyHeld && "A vacancy is held for this candidate (L14).",
          ],
          [
            "Well-qualified?",
            review &&
              "Not well-qualified, found by " + review.firstBy + " on " + dateText(review.firstOn) + ": " + review.firstReasons,
            review && !review.finding && "A second person has to review this in writing (L16).",
            review &&
              review.finding &&
              (review.finding === "NOT_WELL_QUALIFIED" ? "Confirmed by " : "Not confirmed by ") +
                review.secondBy +
                " on " +
                dateText(review.secondOn) +
                ".",
            review &&
              review.document &&
              el("a", { href: "/api/documents/" + encodeURIComponent(review.document), download: "" }, "The written review"),
          ],
        ),
        blockers.size
          ? el(
              "div",
              { class: "xgw-buttons" },
              [...blockers.values()].map((other) =>
                button("Open " + other.name, () => this.show({ name: "candidate", id: other.id }), {
                  "data-key": "blocker-" + other.id,
                }),
              ),
            )
          : null,
      );
    }

    renderActions(candidate) {
      const gone = candidate.status === "WITHDRAWN";
      const away = gone || candidate.status === "DECLINED_THIS_AGENCY";
      const setAside = away || candidate.status === "NOT_SELECTED";
      const elected = candidate.status === "ELECTED";
      const offered = [
        ["contact", candidate.contactedOn ? "Contact again" : "Record contact", !away && candidate.available],
        ["answer", "Record answer", !away && candidate.contactedOn],
        ["interview", candidate.interviewOn ? "Change interview" : "Schedule interview", !away && candidate.available],
        ["interview-result", "Record interview result", !away && candidate.interviewOn],
        ["notes", "Write notes", true],
        ["not-selected", "Mark as not selected", !setAside && !elected],
        ["reconsider", "Consider again", setAside && !gone],
        ["withdrawal", "Declined or withdrew", !gone && candidate.available],
        ["pass-over", "Ask OPM to pass over", candidate.mayAskToPassOver && !away && !elected],
        ["pass-over-withdrawal", "Withdraw the pass-over", this.isPending(candidate)],
        [
          "held-vacancy",
          "Hold a vacancy",
          this.data.mayElect &&
            this.data.vacancies > 1 &&
            !candidate.vacancyHeld &&
            !elected &&
            (this.isPending(candidate) || (candidate.passOver && candidate.passOver.state === "DENIED")),
        ],
        ["held-vacancy-release", "Give up the held vacancy", this.data.mayElect && candidate.vacancyHeld],
        ["priority-review", "Not well-qualified", candidate.hasPriority && !candidate.secondReview && !elected],
        [
          "priority-review/second",
          "Second review",
          candidate.secondReview && !candidate.secondReview.finding,
        ],
      ];
      const buttons = this.data.mayReview
        ? offered
            .filter(([, , possible]) => possible)
            .map(([name, text]) =>
              button(text, () => this.openForm(candidate.id, name), { "data-key": "action-" + name }),
            )
        : [];
      if (this.data.mayElect && !setAside && !elected && this.electLocations(candidate).length) {
        buttons.push(
          button("Elect " + candidate.name, () => this.show({ name: "elect", id: candidate.id }), {
            class: "xgw-button xgw-primary",
            "data-key": "action-elect",
          }),
        );
      }
      this.open.actions.replaceChildren(...buttons);
    }

    isPending(candidate) {
      return !!candidate.passOver && ["ASKED", "FILED"].includes(candidate.passOver.state);
    }

    /** Where the law allows to elect the candidate now. */
    electLocations(candidate) {
      return this.data.electingRefused
        ? []
        : candidate.electing.filter((one) => one.allowed).map((one) => one.dutyLocation);
    }

    openForm(id, name) {
      this.calm();
      const key = id + " " + name;
      let form = this.forms.get(key);
      if (!form) {
        form = this.makeForm(this.candidate(id), name, () => {
          this.forms.delete(key);
          this.open.slot.replaceChildren();
        });
        this.forms.set(key, form);
      }
      this.open.slot.replaceChildren(form.node);
      form.node.querySelector("h4").focus();
    }

    makeForm(candidate, name, close) {
      const made = {
        contact: () => this.contactForm(candidate),
        answer: () => ({
          title: "Record the candidate's answer",
          fields: [
            choiceField("answer", "Is the candidate interested?", ANSWERS, candidate.answer),
            textField("on", "Answered on", { type: "date", value: this.data.today, max: this.data.today }),
            candidate.preferred || candidate.hasPriority
              ? textField("note", "How the candidate was asked, and what came back", {
                  rows: 3,
                  value: candidate.answerNote,
                  hint: "When this candidate declines or does not answer, your note is the evidence that others may be elected.",
                })
              : textField("note", "Note (optional)", { rows: 3, value: candidate.answerNote }),
          ],
          said: "Answer recorded.",
        }),
        interview: () => ({
          title: "Schedule or record an interview",
          fields: [
            textField("on", "Date", { type: "date", value: candidate.interviewOn }),
            textField("time", "Time (optional)", { type: "time", value: candidate.interviewTime }),
            textField("interviewers", "Interviewers", { value: candidate.interviewers, hint: "Names, separated by commas" }),
          ],
          said: "Interview saved.",
        }),
        "interview-result": () => ({
          title: "Record the result of the interview",
          fields: [
            choiceField("result", "Result", RESULTS, candidate.interviewResult),
            textField("notes", "Interview notes (optional)", { rows: 5, value: candidate.interviewNotes }),
          ],
          said: "Interview result recorded.",
        }),
        notes: () => ({
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
        withdrawal: () => this.withdrawalForm(candidate),
        "pass-over": () => ({
          title: "Ask OPM to pass over " + candidate.name,
          text:
            "Next you or a colleague give the reasons and the SF-62 in the task “4 File Pass-over”. OPM decides. Nobody without" +
            " preference can be elected meanwhile, unless another vacancy is held for this candidate.",
          fields: [],
          action: "Ask OPM",
          said: "Asked. The task “4 File Pass-over” is waiting for the reasons and the SF-62.",
        }),
        "pass-over-withdrawal": () => ({
          title: "Withdraw the pass-over",
          text: "OPM no longer decides about it, and a vacancy held for this candidate is free again. You can ask again later.",
          fields: [],
          action: "Withdraw the request",
          path: "pass-over",
          method: "DELETE",
          said: "The request is withdrawn.",
        }),
        "held-vacancy": () => ({
          title: "Hold a vacancy for " + candidate.name,
          text: "Nobody else gets this vacancy, so that the others can be filled while OPM decides (L14).",
          fields: [],
          action: "Hold a vacancy",
          method: "PUT",
          said: "A vacancy is held.",
        }),
        "held-vacancy-release": () => ({
          title: "Give up the held vacancy",
          text: "The vacancy is free for others again.",
          fields: [],
          action: "Give it up",
          path: "held-vacancy",
          method: "DELETE",
          said: "The vacancy is no longer held.",
        }),
        "priority-review": () => ({
          title: "Not well-qualified",
          text: "The candidate keeps the priority until a second person of your agency has reviewed this in writing (L16).",
          fields: [textField("reasons", "Why this candidate is not well-qualified", { rows: 4 })],
          said: "Recorded. Somebody else now makes the second review.",
        }),
        "priority-review/second": () => {
          const paper = this.uploadField("document", "Your written review", "SECOND-REVIEW");
          return {
            title: "Second review",
            text: "Review independently whether the candidate is well-qualified. Somebody other than the first person does this (L16).",
            fields: [
              choiceField("finding", "Your finding", FINDINGS, null),
              { ...paper, read: () => paper.read().slice(-1)[0] || null },
            ],
            said: "Second review recorded.",
          };
        },
      }[name]();
      return this.form(candidate, name, made, close);
    }

    contactForm(candidate) {
      const message = textField("message", "Your words to the candidate (optional)", {
        rows: 4,
        hint: "Added to the mail with the position's details.",
      });
      const sendDetails = checkField(
        "sendDetails",
        "Send the position's details to " + candidate.email + " and ask whether the candidate is interested",
        true,
        (event) => {
          message.node.hidden = !event.target.checked;
        },
      );
      return {
        title: "Record a contact",
        fields: [
          textField("on", "Contacted on", { type: "date", value: this.data.today, max: this.data.today }),
          sendDetails,
          message,
          textField("note", "Note for your agency (optional)", { rows: 3 }),
        ],
        said: "Contact recorded.",
      };
    }

    withdrawalForm() {
      return {
        title: "Declined or withdrew",
        text: "Say how far it reaches. A running selection of this candidate in your agency ends; OPM is told.",
        fields: [
          choiceField("scope", "The candidate", SCOPES, null),
          textField("note", "What the candidate said (optional)", { rows: 3 }),
          this.uploadField("documents", "Supporting documents (optional)", "WITHDRAWAL"),
        ],
        said: "Recorded. OPM is told.",
      };
    }

    uploadField(name, label, purpose) {
      const files = [];
      const list = el("ul", { class: "xgw-files" });
      const control = el("input", { type: "file", accept: ".pdf,.docx,.png,.jpg,.jpeg" });
      const field = labelled(label, control, "PDF, DOCX, PNG or JPEG, up to 25 MB each.");
      const draw = () =>
        list.replaceChildren(
          ...files.map((file) =>
            el(
              "li",
              {},
              file.name + " (" + sizeText(file.size) + ") ",
              button(["Remove", hidden(" " + file.name)], () => {
                files.splice(files.indexOf(file), 1);
                draw();
                control.focus();
              }),
            ),
          ),
        );
      control.addEventListener("change", async () => {
        if (!control.files.length) {
          return;
        }
        this.calm();
        field.error.hidden = true;
        const body = new FormData();
        body.append("file", control.files[0]);
        body.append("purpose", purpose);
        control.disabled = true;
        try {
          files.push(await write(this.base + "/documents", body));
          draw();
          this.say("Uploaded " + files[files.length - 1].name + ".");
        } catch (refused) {
          field.error.textContent = refused.message;
          field.error.hidden = false;
          this.refuse(refused);
        } finally {
          control.disabled = false;
          control.value = "";
        }
      });
      field.node.append(list);
      return { ...field, name, read: () => files.map((file) => file.id) };
    }

    /** A small form with Save and Cancel; the candidate's version is the one the person saw when opening it. */
    form(candidate, action, { title, text, fields, said, action: saveText = "Save", path = action, method }, close) {
      const save = button(saveText, () => submit(), { class: "xgw-button xgw-primary" });
      const cancel = button("Cancel", () => {
        this.calm();
        close();
        this.root.querySelector('[data-key="action-' + action + '"]')?.focus();
      });
      const form = {
        candidateId: candidate.id,
        version: candidate.version,
        node: el(
          "section",
          { class: "xgw-form" },
          el("h4", { tabindex: "-1" }, title),
          text && el("p", {}, text),
          fields.map((field) => field.node),
          el("div", { class: "xgw-buttons" }, save, cancel),
        ),
        busy(busy) {
          save.disabled = busy;
          cancel.disabled = busy;
        },
        forgive() {
          for (const field of fields.filter((other) => other.error)) {
            field.error.hidden = true;
            field.control.removeAttribute("aria-invalid");
          }
        },
        mark(refused) {
          const field = fields.find((other) => other.error && other.name === refused.field);
          if (field) {
            field.error.textContent = refused.message;
            field.error.hidden = false;
            field.control.setAttribute("aria-invalid", "true");
          }
        },
      };
      const submit = async () => {
        const body = { version: form.version };
        for (const field of fields) {
          body[field.name] = field.node.hidden ? null : field.read();
        }
        await this.change(
          this.base + "/candidates/" + encodeURIComponent(candidate.id) + "/" + path,
          body,
          () => {
            close();
            const heading = this.main.querySelector("[data-heading]");
            if (heading) {
              heading.focus();
            }
          },
          said,
          form,
          method,
        );
        // After a colleague's change has been shown, saving again means it.
        const now = this.data && this.candidate(candidate.id);
        form.version = now ? now.version : form.version;
      };
      return form;
    }

    /* ----- comparing ----- */

    compareView() {
      const candidates = [...this.compared].map((id) => this.candidate(id)).filter(Boolean);
      const line = (title, cell) =>
        el("tr", {}, el("th", { scope: "row" }, title), candidates.map((candidate) => el("td", {}, cell(candidate) || "–")));
      return [
        el("div", { class: "xgw-nav" }, this.back()),
        this.heading("Compare " + candidates.length + " candidates"),
        el(
          "div",
          { class: "xgw-scroll", role: "region", "aria-label": "Comparison", tabindex: "0" },
          el(
            "table",
            { class: "xgw-table xgw-compare" },
            el("caption", { class: "xgw-hidden" }, "Chosen candidates side by side"),
            el(
              "thead",
              {},
              el("tr", {}, el("td", {}), candidates.map((candidate) => el("th", { scope: "col" }, candidate.name))),
            ),
            el(
              "tbody",
              {},
              line("Status", statusBadge),
              line("Category", (candidate) => candidate.category),
              line("Locations", (candidate) => candidate.locations.join("; ")),
              line("Answer", (candidate) =>
                [candidate.answerTitle, candidate.answerNote].filter(Boolean).join(": "),
              ),
              line("Interview", (candidate) => dateText(candidate.interviewOn)),
              line("Interviewers", (candidate) => candidate.interviewers),
              line("Result", (candidate) => candidate.interviewResultTitle),
              line("Interview notes", (candidate) => candidate.interviewNotes),
              line("Notes", (candidate) => candidate.notes),
              line("Documents", (candidate) => {
                const links = documentLinks(candidate).map((link) => el("div", {}, link));
                return links.length ? el("div", {}, links) : null;
              }),
              line("", (candidate) =>
                el(
                  "div",
                  {},
                  button(["Open", hidden(" " + candidate.name)], () => this.show({ name: "candidate", id: candidate.id }), {
                    "data-key": "compare-open-" + candidate.id,
                  }),
                ),
              ),
            ),
          ),
        ),
      ];
    }

    /* ----- electing ----- */

    electView(candidate) {
      if (this.electing && this.electing.id === candidate.id && this.main.contains(this.electing.node)) {
        return null;
      }
      const alternates = [];
      const places = this.electLocations(candidate);
      const location = selectField(
        "dutyLocation",
        "Duty location",
        (places.length === 1 ? [] : [["", "Choose"]]).concat(places.map((place) => [place, place])),
        places.length === 1 ? places[0] : "",
        "One of the candidate's that your case has, too.",
      );
      const others = () =>
        this.data.candidates.filter(
          (other) =>
            other.id !== candidate.id &&
            other.available &&
            !alternates.includes(other.id) &&
            !["ELECTED", "DECLINED_THIS_AGENCY", "WITHDRAWN"].includes(other.status),
        );
      const picker = selectField("alternate", "Add an alternate (optional)", [], "", "Whom you turn to if this selection is lost.");
      const list = el("ol", { class: "xgw-alternates" });
      const nameOf = (id) => (this.candidate(id) || { name: "No longer on your list" }).name;
      const draw = (focus) => {
        picker.control.replaceChildren(
          el("option", { value: "" }, "Choose"),
          ...others().map((other) => el("option", { value: other.id }, other.name + ", " + other.statusTitle)),
        );
        list.replaceChildren(
          ...alternates.map((id, place) => {
            const move = (by) => {
              alternates.splice(place, 1);
              alternates.splice(place + by, 0, id);
              draw("alternate-" + id);
              this.say(nameOf(id) + " is now alternate " + (place + by + 1) + ".");
            };
            return el(
              "li",
              { tabindex: "-1", "data-key": "alternate-" + id },
              nameOf(id) + " ",
              button("Up", () => move(-1), { "aria-label": "Up: " + nameOf(id), disabled: place === 0 }),
              button("Down", () => move(1), {
                "aria-label": "Down: " + nameOf(id),
                disabled: place === alternates.length - 1,
              }),
              button(
                "Remove",
                () => {
                  alternates.splice(place, 1);
                  draw();
                  picker.control.focus();
                  this.say(nameOf(id) + " is no alternate any more.");
                },
                { "aria-label": "Remove: " + nameOf(id) },
              ),
            );
          }),
        );
        const target = focus && list.querySelector('[data-key="' + CSS.escape(focus) + '"]');
        if (target) {
          target.focus();
        }
      };
      const add = button("Add alternate", () => {
        if (picker.control.value) {
          alternates.push(picker.control.value);
          this.say(nameOf(picker.control.value) + " is alternate " + alternates.length + ".");
          draw();
          picker.control.focus();
        }
      });
      const cancel = button("Cancel", () => {
        this.electing = null;
        this.open = null;
        this.show({ name: "candidate", id: candidate.id });
      });
      const first = el(
        "section",
        { class: "xgw-form" },
        el("p", {}, "Your HR specialist then tells OPM. OPM verifies the selection before an offer is made."),
        location.node,
        picker.node,
        add,
        list,
        el(
          "div",
          { class: "xgw-buttons" },
          button(
            "Continue",
            () => {
              this.calm();
              location.error.hidden = true;
              if (!location.read()) {
                location.error.textContent = "Choose the duty location.";
                location.error.hidden = false;
                location.control.focus();
                return;
              }
              confirm();
            },
            { class: "xgw-button xgw-primary" },
          ),
          cancel,
        ),
      );
      const second = el("section", { class: "xgw-form", hidden: true });
      const form = {
        busy: (busy) => second.querySelectorAll("button").forEach((other) => (other.disabled = busy)),
        forgive() {},
        mark() {},
      };
      const confirm = () => {
        second.replaceChildren(
          el("h4", { tabindex: "-1" }, "Confirm the election"),
          terms(
            ["Elected", candidate.name],
            ["Duty location", location.read()],
            ["Alternates", alternates.length ? alternates.map((id, place) => place + 1 + ". " + nameOf(id)) : "none"],
          ),
          el(
            "div",
            { class: "xgw-buttons" },
            button(
              "Elect " + candidate.name,
              () =>
                this.change(
                  this.base + "/elections",
                  { candidateId: candidate.id, dutyLocation: location.read(), alternates },
                  () => {
                    this.electing = null;
                    this.open = null;
                    this.show({ name: "candidate", id: candidate.id });
                  },
                  candidate.name + " is elected. Your HR specialist is told.",
                  form,
                ),
              { class: "xgw-button xgw-primary" },
            ),
            button("Change", () => {
              second.hidden = true;
              first.hidden = false;
              location.control.focus();
            }),
          ),
        );
        first.hidden = true;
        second.hidden = false;
        second.querySelector("h4").focus();
      };
      draw();
      this.electing = { id: candidate.id, node: el("div", {}, first, second) };
      return [el("div", { class: "xgw-nav" }, this.back(candidate.id)), this.heading("Elect " + candidate.name), this.electing.node];
    }
  }

  function style() {
    if (!document.querySelector("link[data-xgw]")) {
      document.head.append(el("link", { rel: "stylesheet", href: "/assets/workbench.css", "data-xgw": true }));
    }
  }

  const mounted = new WeakMap();

  window.xgWorkbench = {
    /** Shows the workbench of a case in an element; a second call for the same element starts afresh. */
    mount(root, caseNumber) {
      style();
      mounted.get(root)?.unmount();
      mounted.set(root, new Workbench(root, caseNumber));
    },
  };
})();
