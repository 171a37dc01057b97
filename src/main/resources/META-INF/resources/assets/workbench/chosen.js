/*
 * Whom a person has chosen in the list, and what is half typed about all of them: kept as one draft, so that it is there again after a
 * reload, another tab of the task or in another browser.
 */

const PART = "several";

export class Chosen {
  constructor(drafts) {
    this.drafts = drafts;
    this.ids = new Set();
    /** {answers, savedAt} by the name of the entry; savedAt only of what came back. */
    this.typed = new Map();
    this.before = drafts.of(PART);
  }

  get size() {
    return this.ids.size;
  }

  has(id) {
    return this.ids.has(id);
  }

  [Symbol.iterator]() {
    return this.ids.values();
  }

  /** What was kept before comes back, once, as far as it is about somebody who is still there. */
  async bringBack(isThere) {
    const draft = await this.before;
    this.before = null;
    if (!draft) {
      return;
    }
    const { chosen, ...typed } = draft.answers;
    this.ids = new Set(chosen.filter(isThere));
    for (const [name, answers] of Object.entries(typed)) {
      this.typed.set(name, { answers, savedAt: draft.savedAt });
    }
  }

  choose(ids, chosen) {
    for (const id of ids) {
      this.ids[chosen ? "add" : "delete"](id);
    }
    this.keep();
  }

  /** Nobody else stays chosen. */
  only(ids) {
    this.ids = new Set(ids);
    this.keep();
  }

  /** Whoever has left the list is not chosen any more; nobody did that here, so nothing is kept for it. */
  forgetAbsent(isThere) {
    this.ids = new Set([...this.ids].filter(isThere));
  }

  type(name, answers) {
    this.typed.set(name, { answers });
    this.keep();
  }

  /** What was typed there is sent or not wanted. */
  forgetTyped(name) {
    this.typed.delete(name);
    this.keep();
  }

  keep() {
    if (this.ids.size || this.typed.size) {
      const typed = [...this.typed].map(([name, { answers }]) => [name, answers]);
      this.drafts.keep(PART, { ...Object.fromEntries(typed), chosen: [...this.ids] });
    } else {
      this.drafts.drop(PART);
    }
  }
}
