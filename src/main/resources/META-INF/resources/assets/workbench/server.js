/* What the workbench asks the server. */

/** Reads with an ETag: what has not changed comes back as null and costs next to nothing. */
export async function readIfChanged(path, etag) {
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

export const write = (path, body, method = "POST") => window.xg.api(method, path, body);

/** What a change would send, without making it. */
export const messagesOf = (path, body, method = "POST") => window.xgApi.messagesOf(method, path, body);

/** What asking to keep a draft ends in while nobody is signed in or no network is there. */
const NOT_ANSWERED = Symbol("not answered");

/**
 * What a person typed about one candidate and did not save yet: kept on the server for that person alone, by the task. Nothing is kept
 * where there is no task to keep it with, and a draft that cannot be kept costs nobody the work.
 */
export class Drafts {
  constructor(taskId) {
    this.base = taskId ? "/api/tasks/" + encodeURIComponent(taskId) + "/draft?part=candidate-" : null;
    this.kept = new Set();
    this.waiting = new Map();
    // One after the other: a draft that is dropped must not be overtaken by the one that was kept before.
    this.last = Promise.resolve();
    this.resume = () => this.flush();
  }

  /** {savedAt, answers} or null. */
  async of(candidateId) {
    const draft = await this.ask("GET", candidateId);
    if (draft) {
      this.kept.add(candidateId);
    }
    return draft;
  }

  /** Keeps what is typed a moment after the last key. */
  keep(candidateId, answers) {
    this.kept.add(candidateId);
    window.clearTimeout(this.waiting.get(candidateId)?.timer);
    const send = async () => {
      this.waiting.delete(candidateId);
      if ((await this.ask("PUT", candidateId, answers)) === NOT_ANSWERED && !this.waiting.has(candidateId)) {
        // Until the person has signed in again in another tab, or the network is back.
        this.wait(candidateId, send, 10_000);
        window.addEventListener("focus", this.resume, { once: true });
      }
    };
    this.wait(candidateId, send, 500);
  }

  wait(candidateId, send, milliseconds) {
    this.waiting.set(candidateId, { send, timer: window.setTimeout(send, milliseconds) });
  }

  drop(candidateId) {
    window.clearTimeout(this.waiting.get(candidateId)?.timer);
    this.waiting.delete(candidateId);
    if (this.kept.delete(candidateId)) {
      this.ask("DELETE", candidateId);
    }
  }

  /** Keeps at once what still waits: the person goes away. */
  flush() {
    for (const { send, timer } of [...this.waiting.values()]) {
      window.clearTimeout(timer);
      send();
    }
  }

  ask(method, candidateId, answers) {
    if (!this.base) {
      return Promise.resolve(null);
    }
    const path = this.base + encodeURIComponent(candidateId);
    this.last = this.last
      .then(() => window.xg.api(method, path, answers))
      .catch((error) => (method === "PUT" && (!error.status || error.status === 401) ? NOT_ANSWERED : null));
    return this.last;
  }
}
