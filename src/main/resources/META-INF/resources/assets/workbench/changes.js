/* What colleagues changed from one reading to the next, put in a sentence. */

import { namesText } from "./elements.js";

const MOST_TOLD = 3;

export class Changes {
  constructor() {
    /** What each part that was read said of somebody. */
    this.texts = new Map();
    /** Status and version of everybody who was read. */
    this.last = new Map();
    this.latest = 0;
  }

  /**
   * Takes in what was read, and answers with a sentence about who is different now, or null.
   *
   * @param data the page of the list
   * @param open all about those who are open
   * @param compared whether the reader has had these before them all the time; otherwise only what people recorded just now is told
   */
  since(data, open, compared) {
    const changed = new Map();
    const differs = (part, one) => {
      const before = this.texts.get(part + one.id);
      const now = JSON.stringify(one);
      this.texts.set(part + one.id, now);
      return before !== undefined && before !== now;
    };
    const look = (part, one, told) => {
      if (differs(part, one) && told) {
        changed.set(one.id, one);
      }
    };
    data.candidates.forEach((one) => look("line ", one, compared));
    open.forEach((one) => look("details ", one, compared));
    const newer = data.lately.filter((one) => {
      const known = this.texts.has("lately " + one.id);
      return differs("lately ", one) || (!known && this.latest > 0 && Date.parse(one.changedAt) > this.latest);
    });
    newer.forEach((one) => changed.set(one.id, one));
    const sentence = changed.size ? this.sentence([...changed.values()], newer.length > 0 && newer.length === data.lately.length) : null;
    for (const one of [...data.lately, ...open, ...data.candidates]) {
      this.last.set(one.id, { version: one.version, statusTitle: one.statusTitle });
    }
    this.latest = Math.max(1, this.latest, ...data.lately.map((one) => Date.parse(one.changedAt)));
    return sentence;
  }

  /** @param orMore whether more may have changed than was told */
  sentence(changed, orMore) {
    const signed = changed.filter((one) => one.changedBy && this.last.get(one.id)?.version !== one.version);
    const people = [...new Set(signed.map((one) => (one.changedByReader ? "you in another window" : one.changedBy)))];
    // A status that is as it was is not what changed.
    const what = changed
      .slice(0, MOST_TOLD)
      .map((one) => (this.last.get(one.id)?.statusTitle === one.statusTitle ? one.name : one.name + ", " + one.statusTitle));
    const others = changed.length - MOST_TOLD;
    return (
      "Changed just now" +
      (people.length ? " by " + namesText(people) : "") +
      ": " +
      what.join("; ") +
      (others > 0 ? " and " + (orMore ? "at least " : "") + others + " more" : "") +
      "."
    );
  }
}
