/*
 * The review workbench of step 4, for several people at once. Everything a person records goes to the API at once; what is half typed
 * is kept as a draft; what colleagues record is polled. Each view is a class of its own with nodes() and update().
 */

import { api, messagesOf } from "../forms/api.js";
import { element as el } from "../forms/element.js";
import { read as readAddress, write as writeAddress } from "./address.js";
import { CandidateView } from "./candidate.js";
import { Chosen } from "./chosen.js";
import { CompareView } from "./compare.js";
import { ElectView } from "./elect.js";
import { button, dueText, messagesButton, namesText, primary, strip } from "./elements.js";
import { ListView } from "./list.js";
import { key } from "./same.js";
import { Drafts, readIfChanged } from "./server.js";
import { SeveralView } from "./several.js";

const POLL_MILLISECONDS = 4000;
const LIST = { name: "list", ids: [] };
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

const same = (one, other) => one.name === other.name && one.ids.join() === other.ids.join();

class Workbench {
  constructor(root, caseNumber, taskId, person, unfold) {
    this.root = root;
    this.caseNumber = caseNumber;
    this.base = "/api/cases/" + encodeURIComponent(caseNumber);
    this.drafts = new Drafts(taskId, person);
    this.unfold = unfold;
    this.data = null;
    this.etag = null;
    /** Of everybody who has been on the list, for what is said about who is no longer. */
    this.names = new Map();
    this.turn = 0;
    this.changing = 0;
    this.view = readAddress(caseNumber);
    this.shownView = null;
    this.chosen = new Chosen(this.drafts);
    this.filter = { text: "", status: "", location: "" };
    this.forms = new Map();
    this.alert = el("div", { class: "xgw-alert", role: "alert", tabindex: "-1", hidden: true });
    this.connection = el("p", { class: "xgw-connection", role: "status", hidden: true });
    this.live = el("p", { class: "xgw-said", "aria-live": "polite" });
    this.outcome = el("div", { class: "xgw-note", hidden: true });
    this.head = el("div", { class: "xgw-head" });
    this.main = el("div", { class: "xgw-main" }, el("p", {}, "Loading the candidates…"));
    root.classList.add("xgw");
    root.replaceChildren(this.alert, this.connection, this.head, this.live, this.outcome, this.main);
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

  // ---- reading the list

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

  /** Reads the list; says who was changed elsewhere unless the change was made here. */
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
      this.data.candidates.forEach(({ id, name }) => this.names.set(id, name));
      await this.chosen.bringBack((id) => this.candidate(id));
      // A question asked before our change may be answered with it: that is nobody else's change.
      if (before && !own && !this.changing) {
        this.sayChanges(before, this.data);
      }
      this.render(false);
    } catch (refused) {
      this.cannotRead(refused);
    }
  }

  cannotRead(refused) {
    const lost = [403, 404, 409].includes(refused.status);
    if (!this.data || lost) {
      this.data = null;
      this.etag = null;
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

  sayChanges(before, after) {
    const known = new Map(before.candidates.map((candidate) => [candidate.id, JSON.stringify(candidate)]));
    const changed = after.candidates.filter((candidate) => known.get(candidate.id) !== JSON.stringify(candidate));
    if (!changed.length) {
      return;
    }
    const versions = new Map(before.candidates.map((candidate) => [candidate.id, candidate.version]));
    const signed = changed.filter((candidate) => candidate.changedBy && versions.get(candidate.id) !== candidate.version);
    const people = [
      ...new Set(
        signed.map((candidate) => (candidate.changedByReader ? "you in another window" : candidate.changedBy)),
      ),
    ];
    const statuses = new Map(before.candidates.map((candidate) => [candidate.id, candidate.statusTitle]));
    // A status that is as it was is not what changed.
    const what = changed
      .slice(0, 3)
      .map((each) => (statuses.get(each.id) === each.statusTitle ? each.name : each.name + ", " + each.statusTitle));
    this.sayBesides(
      "Changed just now" +
        (people.length ? " by " + namesText(people) : "") +
        ": " +
        what.join("; ") +
        (changed.length > 3 ? " and " + (changed.length - 3) + " more" : "") +
        ".",
    );
  }

  /** The messages that a change would send. */
  messagesOf(path, body, method = "POST") {
    this.calm();
    return messagesOf(method, this.base + path, body);
  }

  candidate(id) {
    return this.data && this.data.candidates.find((candidate) => candidate.id === id);
  }

  /** Those who fit the filters, in the order of the list. */
  shown() {
    const text = key(this.filter.text);
    return this.data.candidates.filter(
      (candidate) =>
        (!this.filter.status || candidate.status === this.filter.status) &&
        (!this.filter.location || candidate.locations.includes(this.filter.location)) &&
        (!text || key(candidate.name + " " + candidate.applicantNumber).includes(text)),
    );
  }

  /** Where the candidate can be elected now. */
  electLocations(candidate) {
    return this.data.electingRefused
      ? []
      : candidate.electing.filter((one) => one.allowed).map((one) => one.dutyLocation);
  }

  /** Candidates who come before this one, as far as they are on the list. */
  whoComesFirst(candidate) {
    const ids = candidate.electing
      .filter((one) => !one.allowed)
      .flatMap((one) => this.data.obstacles[one.obstacle].comeFirst);
    return [...new Set(ids)]
      .filter((id) => id !== candidate.id)
      .map((id) => this.candidate(id))
      .filter(Boolean);
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
      this.etag = null;
      await this.load(true);
      done(answer);
      if (said) {
        this.say(said);
      }
    } catch (refused) {
      if (refused.status === 409) {
        this.etag = null;
        await this.load(true);
      }
      (form.refuse ? form : this).refuse(refused);
    } finally {
      this.changing--;
      form.busy(false);
    }
  }

  // ---- views

  /** @param inPlace whether Back of the browser goes past what is left */
  show(view, inPlace = false) {
    this.leave();
    this.view = view;
    writeAddress(this.caseNumber, view, inPlace);
    this.render(true);
  }

  open(id, inPlace = false) {
    this.show({ name: "candidate", ids: [id] }, inPlace);
  }

  /** Back, Forward and links lead here. */
  follow() {
    const view = readAddress(this.caseNumber);
    if (this.root.isConnected && this.data && !same(view, this.view)) {
      const left = this.view;
      this.leave();
      this.view = view;
      this.render(true);
      if (view.name === "list" && left.name === "candidate") {
        this.focusOpener(left.ids[0]);
      }
    }
  }

  backToList(id) {
    return button("Back to all candidates", () => {
      this.show(LIST);
      this.focusOpener(id);
    });
  }

  focusOpener(id) {
    this.main.querySelector('[data-key="open-' + CSS.escape(id || "") + '"]')?.focus();
  }

  focusHeading() {
    this.main.querySelector("[data-heading]")?.focus();
  }

  /** Draws the view; a redraw after polling keeps the focus where it was. */
  render(moveFocus) {
    if (!this.data) {
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
    if (moveFocus) {
      this.focusHeading();
    } else if (focused) {
      this.root.querySelector('[data-key="' + CSS.escape(focused) + '"]')?.focus();
    }
  }

  /** The view begins anew, without what was entered in it. */
  restart() {
    this.shownView = null;
    this.render(true);
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
    this.view = known ? { name: "candidate", ids } : LIST;
    writeAddress(this.caseNumber, this.view, true);
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
    const held = data.candidates.filter((each) => each.vacancyHeld).length;
    const note = (text) => text && el("p", { class: "xgw-note" }, text);
    this.head.replaceChildren(
      strip(
        ["Vacancies", data.vacancies + ", of which " + (open === 1 ? "1 is" : open + " are") + " open"
          + (held > 0 ? `, ${held} of them held for a preference eligible` : "")],
        ["Duty locations", data.dutyLocations.join("; ")],
        ["Referred", data.referral.categories],
        ["Selections until", dueText(data.lastDay, data)],
      ),
      ...[note(data.referral.merged), note(data.referral.empty), note(data.closed || data.electingRefused)].filter(Boolean),
      ...data.nextAlternates.map((next) => this.alternateOffer(next)),
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
