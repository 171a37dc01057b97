/*
 * Whom a person has chosen in the list, and what is half typed about all of them: kept as one draft, so that it is there again after a
 * reload, another tab of the task or in another browser.
 */

const PART = "several";

export class Chosen {
  constructor(drafts) {
    this.drafts = drafts;
    this.ids = new Set();
    /** What the list says of them, by id, wherever in the list they stand. */
    this.lines = new Map();
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

  line(id) {
    return this.lines.get(id);
  }

  [Symbol.iterator]() {
    return this.ids.values();
  }

  /** What was kept before comes back, once; refresh() then leaves out who is no longer there. */
  async bringBack() {
    const draft = await this.before;
    this.before = null;
    if (!draft) {
      return;
    }
    const { chosen, ...typed } = draft.answers;
    this.ids = new Set(chosen);
    for (const [name, answers] of Object.entries(typed)) {
      this.typed.set(name, { answers, savedAt: draft.savedAt });
    }
  }

  /**
   * Learns what the list says of them now. Whoever has left the list is not chosen any more; nobody did that here, so nothing is kept for
   * it.
   *
   * @param here lines that are known already
   * @param read(ids) answers with the lines of the others, as far as they are on the list
   */
  async refresh(here, read) {
    const known = new Map(here.map((line) => [line.id, line]));
    const elsewhere = [...this.ids].filter((id) => !known.has(id));
    const asked = new Set(elsewhere);
    const others = elsewhere.length ? await read(elsewhere) : [];
    others.forEach((line) => known.set(line.id, line));
    // Who was chosen while this was asked for is no less chosen.
    this.ids = new Set([...this.ids].filter((id) => known.has(id) || !asked.has(id)));
    this.ids.forEach((id) => known.has(id) && this.lines.set(id, known.get(id)));
  }

  /** @param lines of those who are chosen, or ids in them of those who are not any more */
  choose(lines, chosen) {
    for (const line of lines) {
      this.ids[chosen ? "add" : "delete"](line.id);
      if (chosen) {
        this.lines.set(line.id, line);
      }
    }
    this.keep();
  }

  /** Nobody else stays chosen. */
  only(ids) {
    this.ids = new Set(ids);
    this.keep();
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
