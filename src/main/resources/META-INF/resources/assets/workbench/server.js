/* What the workbench asks the server besides what all forms do, and what it keeps in the tab. */

import { api, ask } from "../forms/api.js";
import { unsent } from "../forms/drafts.js";

/** Reads with an ETag: what has not changed comes back as null and costs next to nothing. */
export async function readIfChanged(path, etag) {
  let answer;
  try {
    answer = await ask("GET", path, undefined, { headers: etag ? { "If-None-Match": etag } : {}, cache: "no-store" });
  } catch {
    throw new Error("The server cannot be reached.");
  }
  const { response, json } = answer;
  if (response.status === 304) {
    return null;
  }
  if (!response.ok || !json) {
    const signedOut = response.status === 401 ? "You are signed out. Sign in again in another tab." : "";
    throw Object.assign(new Error((json && json.detail) || signedOut || "The server could not answer."), {
      status: response.status,
    });
  }
  return { json, etag: response.headers.get("ETag") };
}

const wordsPath = (caseNumber) => "words of " + caseNumber;

/** The words for which this person looks in the list of this case: names mostly, so they stay in this tab. */
export const readWords = (caseNumber, person) => unsent.read(person, wordsPath(caseNumber))?.answers || "";

export function writeWords(caseNumber, person, words) {
  if (words) {
    unsent.write(person, wordsPath(caseNumber), words);
  } else {
    unsent.drop(person, wordsPath(caseNumber));
  }
}

/** What asking to keep a draft ends in while nobody is signed in or no network is there. */
const NOT_ANSWERED = Symbol("not answered");

/** One after the other, also from one workbench of this page to the next: what is kept last must not be overtaken by what came before. */
let asked = Promise.resolve();

/**
 * What a person entered and did not save yet, by parts such as one candidate: kept on the server for that person alone, by the task.
 * Nothing is kept where there is no task to keep it with, and a draft that cannot be kept costs nobody the work.
 */
export class Drafts {
  /** @param person user name, so that nobody finds another's in this tab */
  constructor(taskId, person = "") {
    this.base = taskId ? "/api/tasks/" + encodeURIComponent(taskId) + "/draft?part=" : null;
    this.person = person;
    this.kept = new Set();
    this.waiting = new Map();
    this.resume = () => this.flush();
  }

  /** {savedAt, answers} or null. */
  async of(part) {
    const here = this.base && unsent.read(this.person, this.pathOf(part));
    const there = await this.ask("GET", part);
    const newer = here && (!there || new Date(there.savedAt) < here.savedAt) ? here : null;
    if (newer) {
      // It has waited in this tab.
      this.keep(part, newer.answers);
    } else if (there) {
      this.kept.add(part);
    }
    return newer || there;
  }

  /** Keeps what is typed a moment after the last key. */
  keep(part, answers) {
    this.kept.add(part);
    window.clearTimeout(this.waiting.get(part)?.timer);
    const send = async (last) => {
      this.waiting.delete(part);
      if (last) {
        // The page may be gone before an answer comes.
        this.waitsHere(part, answers);
      }
      if ((await this.ask("PUT", part, answers, last)) !== NOT_ANSWERED) {
        this.waitsNoMore(part);
      } else if (!this.waiting.has(part)) {
        // Until the person has signed in again, in another tab or, when this one is led there, in this, or the network is back.
        this.waitsHere(part, answers);
        this.wait(part, send, 10_000);
        window.addEventListener("focus", this.resume, { once: true });
      }
    };
    this.wait(part, send, 500);
  }

  wait(part, send, milliseconds) {
    this.waiting.set(part, { send, timer: window.setTimeout(() => send(false), milliseconds) });
  }

  drop(part) {
    window.clearTimeout(this.waiting.get(part)?.timer);
    this.waiting.delete(part);
    this.waitsNoMore(part);
    if (this.kept.delete(part)) {
      this.ask("DELETE", part);
    }
  }

  pathOf(part) {
    return this.base + encodeURIComponent(part);
  }

  waitsHere(part, answers) {
    if (this.base) {
      unsent.write(this.person, this.pathOf(part), answers);
    }
  }

  waitsNoMore(part) {
    if (this.base) {
      unsent.drop(this.person, this.pathOf(part));
    }
  }

  /**
   * Keeps at once what still waits: the person goes away.
   *
   * @param last whether the page itself goes
   */
  flush(last = false) {
    for (const { send, timer } of [...this.waiting.values()]) {
      window.clearTimeout(timer);
      send(last);
    }
  }

  ask(method, part, answers, outlivesThePage = false) {
    if (!this.base) {
      return Promise.resolve(null);
    }
    asked = asked
      .then(() => api(method, this.pathOf(part), answers, { outlivesThePage }))
      .catch((error) => (method === "PUT" && (!error.status || error.status === 401) ? NOT_ANSWERED : null));
    return asked;
  }
}
