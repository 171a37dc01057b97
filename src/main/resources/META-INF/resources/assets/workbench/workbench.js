/*
 * The review workbench of step 4, for several people at once. Everything a person records goes to the API at once; what is half typed
 * is kept as a draft; what colleagues record is polled. Each view is a class of its own with nodes() and update(), which finds in the
 * workbench a page of the list and all about the candidates whom the view names.
 */

import { api, messagesOf } from "../forms/api.js";
import { element as el } from "../forms/element.js";
import { listFrom, read as readAddress, readFilter, write as writeAddress } from "./address.js";
import { CandidateView } from "./candidate.js";
import { Changes } from "./changes.js";
import { Chosen } from "./chosen.js";
import { CompareView } from "./compare.js";
import { ElectView } from "./elect.js";
import { button, dueText, messagesButton, namesText, primary, strip } from "./elements.js";
import { ListView } from "./list.js";
import { Reading } from "./reading.js";
import { Drafts, readWords, writeWords } from "./server.js";
import { SeveralView } from "./several.js";

const POLL_MILLISECONDS = 4000;
/** Who waits longer than this is told what for. */
const SLOW_MILLISECONDS = 400;
const VIEWS = {
  list: (workbench) => new ListView(workbench),
  candidate: (workbench, [id]) => new CandidateView(workbench, id),
  elect: (workbench, [id]) => new ElectView(workbench, id),
  compare: (workbench, ids) => new CompareView(workbench, ids),
  // Those about the chosen candidates; sixty of them are too many for an address.
  contact: (workbench) => new SeveralView(workbench, "contact", [...workbench.chosen]),
  interview: (workbench) => new SeveralView(workbench, "interview", [...workbench.chosen]),
  "not-selected": (workbench) => new SeveralView(workbench, "not-selected", [...workbench.chosen]),
};
const SEVERAL = ["contact", "interview", "not-selected"];

const same = (one, other) => one.name === other.name && one.from === other.from && one.ids.join() === other.ids.join();

class Workbench {
  constructor(root, caseNumber, taskId, person, unfold) {
    this.root = root;
    this.caseNumber = caseNumber;
    this.base = "/api/cases/" + encodeURIComponent(caseNumber);
    this.person = person || "";
    this.drafts = new Drafts(taskId, person);
    this.unfold = unfold;
    this.reading = new Reading(this.base + "/candidates");
    this.changes = new Changes();
    this.turn = 0;
    this.loading = 0;
    this.changing = 0;
    this.view = readAddress(caseNumber);
    this.shownView = null;
    /** Whether the person has come to a view that is not drawn yet, and whose row of the list was left for it. */
    this.arriving = null;
    this.chosen = new Chosen(this.drafts);
    this.filter = { words: readWords(caseNumber, this.person), ...readFilter(caseNumber) };
    /** Where in the list the person was last. */
    this.from = this.view.from;
    this.forms = new Map();
    this.alert = el("div", { class: "xgw-alert", role: "alert", tabindex: "-1", hidden: true });
    this.connection = el("p", { class: "xgw-connection", role: "status", hidden: true });
    this.live = el("p", { class: "xgw-said", "aria-live": "polite" });
    this.slow = el("p", { class: "xgw-soft", role: "status", hidden: true }, "Loading…");
    this.outcome = el("div", { class: "xgw-note", hidden: true });
    this.head = el("div", { class: "xgw-head" });
    this.main = el("div", { class: "xgw-main" }, el("p", {}, "Loading the candidates…"));
    root.classList.add("xgw");
    root.replaceChildren(this.alert, this.connection, this.head, this.live, this.slow, this.outcome, this.main);
    this.listen();
    this.poll();
    this.timer = window.setInterval(() => this.tick(), POLL_MILLISECONDS);
  }

  listen() {
    // Enter in a field of the workbench must not submit the task's own form around it.
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
        event.preventDefault();
      }
    });
    // What is typed here is no answer of the task's form, and no draft of it.
    for (const type of ["input", "change"]) {
      this.root.addEventListener(type, (event) => event.stopPropagation());
    }
    this.heard = {
      visibilitychange: () => (document.visibilityState === "visible" ? this.poll() : this.drafts.flush()),
      pagehide: () => this.drafts.flush(true),
      hashchange: () => this.follow(),
      popstate: () => this.follow(),
      resize: () => this.shownView?.fit?.(),
    };
    document.addEventListener("visibilitychange", this.heard.visibilitychange);
    for (const type of ["pagehide", "hashchange", "popstate", "resize"]) {
      window.addEventListener(type, this.heard[type]);
    }
    // Another task, another tab of the task: the lists are wanted again.
    this.left = new MutationObserver(() => this.root.isConnected || this.unmount());
    this.left.observe(document.body, { childList: true, subtree: true });
  }

  unmount() {
    this.drafts.flush();
    this.unfold();
    this.left.disconnect();
    window.clearInterval(this.timer);
    document.removeEventListener("visibilitychange", this.heard.visibilitychange);
    for (const type of ["pagehide", "hashchange", "popstate", "resize"]) {
      window.removeEventListener(type, this.heard[type]);
    }
  }

  tick() {
    if (document.visibilityState === "visible") {
      this.poll();
    }
  }

  // ---- reading

  get data() {
    return this.reading.data;
  }

  get names() {
    return this.reading.names;
  }

  /** The page of the list behind every view, and whoever the view is about. */
  wanted() {
    return { list: { ...this.filter, from: this.view.name === "list" ? this.view.from : this.from }, open: this.view.ids };
  }

  async poll() {
    // A change of our own reads the list itself when it is done; whoever has just come to a view reads it.
    if (this.changing || this.loading) {
      return;
    }
    await this.load({ compared: true });
  }

  /**
   * Reads what is wanted; says who was changed elsewhere unless the change was made here.
   *
   * @param own whether that may be what the person did here
   * @param compared whether the same was read before
   */
  async load({ own = false, compared = false }) {
    // An answer that was overtaken by a later question's says nothing new.
    const turn = ++this.turn;
    this.loading++;
    try {
      const answer = await this.reading.ask(this.wanted());
      this.connection.hidden = true;
      if (turn < this.turn) {
        return;
      }
      const first = !this.data;
      if (!this.reading.take(answer) && !this.arriving) {
        return;
      }
      if (first) {
        await this.chosen.bringBack();
      }
      await this.chosen.refresh(this.data.candidates, (ids) => this.reading.lines(ids));
      const open = [...answer.open.values()].filter(({ json }) => json).map(({ json }) => json.candidate);
      const changed = this.changes.since(this.data, open, compared);
      // A question asked before our change may be answered with it: that is nobody else's change.
      if (changed && !first && !own && !this.changing) {
        this.sayBesides(changed);
      }
      this.render();
    } catch (refused) {
      this.cannotRead(refused);
    } finally {
      this.loading--;
    }
  }

  cannotRead(refused) {
    const lost = [403, 404, 409].includes(refused.status);
    if (!this.data || lost) {
      this.reading = new Reading(this.reading.base);
      this.shownView = null;
      this.head.replaceChildren();
      this.main.replaceChildren();
      this.refuse(refused, false);
    } else {
      this.connection.replaceChildren(refused.message + " What you see may be out of date.");
      if (refused.status === 401) {
        this.connection.append(" ", el("a", { href: "/sign-in", target: "_blank", rel: "noopener" }, "Sign in again (in a new tab)"));
      }
      this.connection.hidden = false;
    }
  }

  /** The messages that a change would send. */
  messagesOf(path, body, method = "POST") {
    this.calm();
    return messagesOf(method, this.base + path, body);
  }

  /** All about somebody whom the view is about, with the way to the neighbours in the list; nothing when he or she is not on it any more. */
  details(id) {
    return this.reading.details(id);
  }

  candidate(id) {
    return this.details(id)?.candidate;
  }

  /** Where the candidate can be elected now. */
  electLocations(candidate) {
    return this.data.electingRefused
      ? []
      : candidate.electing.filter((one) => one.allowed).map((one) => one.dutyLocation);
  }

  /** What is half typed about a candidate, by the name of its entry. */
  unsaved(id) {
    if (!this.forms.has(id)) {
      this.forms.set(id, new Map());
    }
    return this.forms.get(id);
  }

  // ---- saying things

  say(sentence) {
    this.said = { sentence, at: Date.now() };
    this.live.textContent = sentence;
  }

  /** What colleagues did is said after what we just did ourselves, not in its place. */
  sayBesides(sentence) {
    const own = this.said && Date.now() - this.said.at < 2 * POLL_MILLISECONDS ? this.said.sentence + " " : "";
    this.live.textContent = own + sentence;
  }

  /** What became of an entry about several, until the person goes on. */
  report(sentence, lines) {
    this.outcome.replaceChildren(
      el("p", {}, sentence),
      el("ul", {}, lines.map((line) => el("li", {}, line))),
      button("Close", () => (this.outcome.hidden = true)),
    );
    this.outcome.hidden = false;
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
    this.outcome.hidden = true;
  }

  /** What was said about one view would be read as about the next. */
  leave() {
    this.calm();
    this.live.textContent = "";
  }

  // ---- changing

  /**
   * Runs a change; on refusal shows why and what is true now, and keeps what was typed.
   *
   * @param path within the case
   * @param done gets the server's answer
   * @param form is busy meanwhile; one that can say itself why it was refused does
   */
  async change(path, body, done, said, form, method = "POST") {
    this.calm();
    form.forgive?.();
    form.busy(true);
    this.changing++;
    try {
      const answer = await api(method, this.base + path, body);
      this.reading.distrust();
      await this.load({ own: true });
      done(answer);
      if (said) {
        this.say(said);
      }
    } catch (refused) {
      if (refused.status === 409) {
        this.reading.distrust();
        await this.load({ own: true });
      }
      (form.refuse ? form : this).refuse(refused);
    } finally {
      this.changing--;
      form.busy(false);
    }
  }

  // ---- views

  /**
   * @param inPlace whether Back of the browser goes past what is left
   * @param opener whose row in the list is focused, when it is the list that is shown
   */
  show(view, inPlace = false, opener = null) {
    writeAddress(this.caseNumber, view, this.filter, inPlace);
    return this.arrive(view, opener);
  }

  open(id, inPlace = false) {
    return this.show({ name: "candidate", ids: [id], from: 0 }, inPlace);
  }

  /** The list where the person was last. */
  showList(inPlace = false, opener = null) {
    return this.show(listFrom(this.from), inPlace, opener);
  }

  /** What is looked for has changed: the list begins anew, under the person's hands. */
  look() {
    this.view = listFrom(0);
    this.from = 0;
    this.shownView.of = this.view;
    writeAddress(this.caseNumber, this.view, this.filter, true);
    writeWords(this.caseNumber, this.person, this.filter.words);
    return this.load({});
  }

  /** Back, Forward and links lead here. */
  follow() {
    const view = readAddress(this.caseNumber);
    const { status, location } = readFilter(this.caseNumber);
    const asBefore = status === this.filter.status && location === this.filter.location;
    if (!this.root.isConnected || !this.data || (asBefore && same(view, this.view))) {
      return;
    }
    if (!asBefore) {
      Object.assign(this.filter, { status, location });
      // Its fields show what the list was narrowed to before.
      this.shownView = null;
    }
    this.arrive(view, this.view.name === "candidate" ? this.view.ids[0] : null);
  }

  /** Shows a view at once when all of it has been read, otherwise when it has. */
  async arrive(view, opener) {
    this.leave();
    this.view = view;
    this.arriving = { opener };
    if (view.name === "list") {
      this.from = view.from;
    }
    if (this.reading.has(this.wanted())) {
      this.render();
      return;
    }
    const slow = window.setTimeout(() => (this.slow.hidden = false), SLOW_MILLISECONDS);
    await this.load({});
    window.clearTimeout(slow);
    this.slow.hidden = true;
  }

  /** Where in the list the candidate stands now. */
  backToList(id) {
    return button("Back to all candidates", () => {
      const details = this.details(id);
      if (details) {
        this.from = details.foundBefore - (details.foundBefore % this.data.pageSize);
      }
      this.showList(false, id);
    });
  }

  focusOpener(id) {
    const row = id && this.main.querySelector('[data-key="open-' + CSS.escape(id) + '"]');
    row?.focus();
    return !!row;
  }

  focusHeading() {
    this.main.querySelector("[data-heading]")?.focus();
  }

  /** Draws the view; a redraw after polling keeps the focus where it was. */
  render() {
    if (!this.data || !this.reading.has(this.wanted())) {
      return;
    }
    const focused = this.root.contains(document.activeElement) && document.activeElement.dataset.key;
    this.drawHead();
    this.leaveWhatIsGone();
    this.root.dataset.view = this.view.name;
    if (this.isShown()) {
      this.shownView.update();
    } else {
      this.shownView = VIEWS[this.view.name](this, this.view.ids);
      this.shownView.of = this.view;
      this.main.replaceChildren(...this.shownView.nodes());
    }
    this.shownView.fit?.();
    if (this.arriving) {
      const { opener } = this.arriving;
      this.arriving = null;
      if (this.view.name !== "list" || !this.focusOpener(opener)) {
        this.focusHeading();
      }
    } else if (focused) {
      this.root.querySelector('[data-key="' + CSS.escape(focused) + '"]')?.focus();
    }
  }

  /** The view begins anew, without what was entered in it. */
  restart() {
    this.shownView = null;
    this.arriving = { opener: null };
    this.render();
  }

  isShown() {
    return this.shownView !== null && same(this.shownView.of, this.view);
  }

  /** Somebody who is no longer on the list, a link that is older than the list, a view that is not for this person. */
  leaveWhatIsGone() {
    const { name, ids } = this.view;
    const here = ids.every((id) => this.candidate(id));
    const possible =
      name === "list" ||
      (name === "candidate" && ids.length === 1) ||
      (name === "compare" && ids.length > 1) ||
      (name === "elect" && ids.length === 1 && this.isBeingElected(ids[0])) ||
      (SEVERAL.includes(name) && this.data.mayReview && (this.isShown() || this.chosen.size > 0));
    if (here && possible) {
      return;
    }
    const known = here && name === "elect" && ids.length === 1;
    this.view = known ? { name: "candidate", ids, from: 0 } : listFrom(this.from);
    writeAddress(this.caseNumber, this.view, this.filter, true);
    if (!here) {
      const gone = ids.filter((id) => !this.candidate(id)).map((id) => this.names.get(id));
      this.say((gone.every(Boolean) ? namesText(gone) : "Whom this address names")
        + (gone.length > 1 ? " are" : " is") + " not on your list any more.");
    }
  }

  /** Who is about to be elected may go on, whatever colleagues did meanwhile: the server tells. */
  isBeingElected(id) {
    return this.data.mayElect && (this.isShown() || this.electLocations(this.candidate(id) || { electing: [] }).length > 0);
  }

  drawHead() {
    const { data } = this;
    const open = data.vacancies - data.vacanciesTaken;
    const held = data.vacanciesHeld;
    const note = (text) => text && el("p", { class: "xgw-note" }, text);
    this.head.replaceChildren(
      strip(
        ["Vacancies", data.vacancies + ", of which " + (open === 1 ? "1 is" : open + " are") + " open"
          + (held === 0 ? "" : held < open
            ? ` and ${held} of these ${held === 1 ? "is" : "are"} held for a preference eligible`
            : ` and held for a preference eligible, so that none is free`)],
        ["Duty locations", data.dutyLocations.join("; ")],
        ["Referred", data.referral.categories],
        ["Selections until", dueText(data.lastDay, data)],
      ),
      ...[note(data.referral.merged), note(data.referral.empty), note(data.closed || data.electingRefused)].filter(Boolean),
      ...[this.mergeOffer(data.referral.mayMerge)].filter(Boolean),
      ...data.nextAlternates.map((next) => this.alternateOffer(next)),
    );
  }

  /** Fewer than three are left of the highest category; merging is not taken back, so it is asked twice. */
  mergeOffer(may) {
    if (!may) {
      this.mergeAsked = false;
      return null;
    }
    const turn = (asked) => {
      this.mergeAsked = asked;
      this.drawHead();
      this.head.querySelector('[data-key="merge' + (asked ? "-now" : "") + '"]')?.focus();
    };
    const merge = primary(
      may.confirm,
      () => this.change("/merge", {}, () => this.focusHeading(), may.done, { busy: (busy) => (merge.disabled = busy) }),
      { "data-key": "merge-now" },
    );
    const buttons = this.mergeAsked
      ? [merge, button("Not now", () => turn(false), { "data-key": "merge-not" })]
      : [button(may.button, () => turn(true), { "data-key": "merge" })];
    return el(
      "div",
      { class: "xgw-note" },
      el("p", {}, may.why),
      this.data.mayElect ? el("div", { class: "xgw-buttons" }, ...buttons) : "",
    );
  }

  /** A selection was lost: the next alternate with one action. */
  alternateOffer(next) {
    const elect = primary(
      "Elect " + next.alternateName + " for " + next.dutyLocation,
      () =>
        this.change(
          "/selections/" + encodeURIComponent(next.selectionId) + "/next-alternate",
          {},
          () => this.open(next.alternateId),
          next.alternateName + " is elected. Your HR specialist is told.",
          { busy: (busy) => (elect.disabled = busy) },
        ),
      { "data-key": "next-alternate-" + next.selectionId },
    );
    const messages = messagesButton(
      () => this.messagesOf("/selections/" + encodeURIComponent(next.selectionId) + "/next-alternate", {}),
      (refused) => this.refuse(refused),
    );
    return el(
      "div",
      { class: "xgw-note" },
      el("p", {}, "The selection of " + next.lostName + " ended. The next alternate is " + next.alternateName + "."),
      this.data.mayElect ? el("div", { class: "xgw-buttons" }, elect, messages) : "",
    );
  }
}

function style() {
  if (!document.querySelector("link[data-xgw]")) {
    document.head.append(el("link", { rel: "stylesheet", href: "/assets/workbench.css", "data-xgw": true }));
  }
}

const FOLDED = ["filters-column-close", "list-column-close"];

/** Tasklist's lists make room, and its own buttons bring them back; what folded them unfolds them. */
function makeRoom(root) {
  if (!root.closest(".three-cols-layout")) {
    return () => {};
  }
  const folded = FOLDED.filter((name) => !document.body.classList.contains(name));
  document.body.classList.add("xg-reviewing", ...folded);
  return () => document.body.classList.remove("xg-reviewing", ...folded);
}

/** There is one form in front of a person at a time. */
let mounted = null;

/**
 * Shows the workbench of a case in an element, in place of the one before.
 *
 * @param taskId where drafts are kept, or nothing
 * @param person user name of whoever types them
 */
export function mount(root, caseNumber, taskId, person) {
  style();
  mounted?.unmount();
  mounted = new Workbench(root, caseNumber, taskId, person, makeRoom(root));
}
