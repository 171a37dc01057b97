/*
 * What a person enters into a form is kept on the server until it is sent, for that person alone: it is there again after another task, a
 * reload, a new sign-in, in another browser. While the server cannot be reached, or the session has ended, it waits in this tab.
 */

import { ask } from "./api.js";

const WAIT = 700;
const UNSENT = "xg:draft:";

const CLOCK = new Intl.DateTimeFormat("en-US", { timeStyle: "short" });
const DAY_AND_CLOCK = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short" });

/** "8:40 AM" today, "Nov 27, 2026, 8:40 AM" before. */
export function clock(moment) {
  const when = new Date(moment);
  return when.toDateString() === new Date().toDateString() ? CLOCK.format(when) : DAY_AND_CLOCK.format(when);
}

// ---- what waits in this tab

export const unsent = {
  key: (person, path) => `${UNSENT}${person}:${path}`,
  read(person, path) {
    try {
      return JSON.parse(sessionStorage.getItem(unsent.key(person, path)));
    } catch {
      return null;
    }
  },
  write(person, path, answers) {
    try {
      sessionStorage.setItem(unsent.key(person, path), JSON.stringify({ savedAt: Date.now(), answers }));
    } catch {
      // A full or closed store costs this copy, not the work on the page.
    }
  },
  drop: (person, path) => sessionStorage.removeItem(unsent.key(person, path)),
};

/** Keepers of this page by path: a form that is shown again waits until what was entered before has arrived. */
const keepers = new Map();

export class Keeper {
  /**
   * @param path of the draft, such as /api/tasks/…/draft
   * @param person user name, so that nobody finds another's in this tab
   * @param tell.kept(moment) after it was kept
   * @param tell.waits(sentence) when it could not be, in words
   * @param tell.overtaken(draft) when another tab has kept something else, null when it was dropped there
   */
  constructor(path, person, tell) {
    this.path = path;
    this.person = person;
    this.tell = tell;
    this.revision = 0;
    this.sending = Promise.resolve();
    const before = keepers.get(path);
    this.before = before ? before.close() : Promise.resolve();
    keepers.set(path, this);
    this.leave = () => document.visibilityState === "hidden" && this.flush(true);
    document.addEventListener("visibilitychange", this.leave);
    this.pagehide = () => this.flush(true);
    this.resume = () => this.flush();
    window.addEventListener("pagehide", this.pagehide);
  }

  /** What was kept, as { savedAt, answers }; null when there is nothing, or it cannot be read now. */
  async load() {
    await this.before;
    const here = unsent.read(this.person, this.path);
    let there = null;
    try {
      const { response, json } = await ask("GET", this.path);
      there = response.ok ? json : null;
    } catch {
      // Without a network there is what waits in this tab.
    }
    this.revision = there ? there.revision : 0;
    return here && (!there || new Date(there.savedAt) < here.savedAt) ? here : there;
  }

  /** The answers have changed; they are sent a moment later. */
  changed(answers) {
    if (this.closed) {
      return;
    }
    this.answers = answers;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), WAIT);
  }

  /** Sends what has changed, now. */
  flush(last = false) {
    clearTimeout(this.timer);
    if (this.answers === undefined || this.stopped) {
      return this.sending;
    }
    const answers = this.answers;
    this.answers = undefined;
    const body = JSON.stringify(answers);
    if (body === this.last && !this.force) {
      return this.sending;
    }
    this.last = body;
    if (last) {
      // The page may be gone before an answer comes.
      unsent.write(this.person, this.path, answers);
      this.sending = this.send(answers, true);
    } else {
      this.sending = this.sending.then(() => this.send(answers, false));
    }
    return this.sending;
  }

  async send(answers, outlivesThePage) {
    try {
      const revision = this.force ? "" : "?revision=" + this.revision;
      const { response, json } = await ask("PUT", this.path + revision, answers, { outlivesThePage });
      const { status } = response;
      if (response.ok) {
        this.revision = json.revision;
        this.force = false;
        unsent.drop(this.person, this.path);
        this.tell.kept(json.savedAt);
      } else if (status === 409) {
        await this.overtaken(answers);
      } else if (status === 404) {
        this.stopped = true;
        unsent.drop(this.person, this.path);
        this.tell.waits("This task is done or no longer yours. What you enter here is not kept.");
      } else if (status === 401 || status === 403) {
        this.waits(answers, "You are signed out. What you entered stays in this tab and is kept when you have signed in again.");
        this.again();
      } else {
        this.waits(answers, "What you entered could not be kept just now. It stays in this tab.");
      }
    } catch {
      this.waits(answers, "There is no connection to the server. What you entered stays in this tab and is kept when there is one again.");
      this.again();
    }
  }

  waits(answers, sentence) {
    this.last = undefined;
    if (this.answers === undefined) {
      this.answers = answers;
    }
    unsent.write(this.person, this.path, answers);
    this.tell.waits(sentence);
  }

  /** Tries once more as soon as the browser is online or the person, signed in again in another tab, is back in this one; or after a while. */
  again() {
    if (!this.closed) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.flush(), 10_000);
      window.addEventListener("online", this.resume, { once: true });
      window.addEventListener("focus", this.resume, { once: true });
    }
  }

  /** Nothing is overwritten unseen: until the person has chosen, nothing more is sent. */
  async overtaken(answers) {
    this.answers = answers;
    this.last = undefined;
    this.stopped = true;
    unsent.write(this.person, this.path, answers);
    const { response, json } = await ask("GET", this.path);
    this.tell.overtaken(response.ok ? json : null);
  }

  /** The person prefers what stands here. */
  insist(answers) {
    this.stopped = false;
    this.force = true;
    this.changed(answers);
    return this.flush();
  }

  /** The person prefers what was kept in the other tab. */
  yield(draft) {
    this.stopped = false;
    this.answers = undefined;
    this.revision = draft ? draft.revision : 0;
    unsent.drop(this.person, this.path);
  }

  /** Drops what is kept. */
  async discard() {
    clearTimeout(this.timer);
    this.answers = undefined;
    this.last = undefined;
    unsent.drop(this.person, this.path);
    await this.sending;
    try {
      // Also where the page is left at once.
      await ask("DELETE", this.path, undefined, { outlivesThePage: true });
      this.revision = 0;
    } catch {
      this.force = true;
    }
  }

  /** The answers are sent: what was kept of them is over. */
  async done(isStart) {
    this.answers = undefined;
    const last = this.close();
    unsent.drop(this.person, this.path);
    if (isStart) {
      // A last word on its way when the case was opened may have come after.
      await last;
      await ask("DELETE", this.path).catch(() => null);
    }
  }

  /** The form is left; what has changed is still sent. */
  close() {
    this.closed = true;
    document.removeEventListener("visibilitychange", this.leave);
    window.removeEventListener("pagehide", this.pagehide);
    if (keepers.get(this.path) === this) {
      keepers.delete(this.path);
    }
    return this.flush();
  }
}
