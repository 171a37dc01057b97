/*
 * What the workbench has read of its case: one page of the list, and all about those who are open. Everything is asked for again with its
 * ETag, so that what has not changed is not sent again.
 */

import { whom } from "./elements.js";
import { readIfChanged } from "./server.js";

/** So many ids fit into an address, and so many candidates onto a page. */
const AT_ONCE = 100;

const kept = (path, answer) => ({ path, json: answer.json, etag: answer.etag });

/** @param before what was read there, or nothing */
async function again(before, path) {
  const same = before && before.path === path ? before : null;
  const answer = await readIfChanged(path, same && same.etag);
  return answer ? kept(path, answer) : same;
}

async function againUnlessGone(before, path) {
  try {
    return await again(before, path);
  } catch (refused) {
    if (refused.status === 404) {
      return kept(path, { json: null, etag: null });
    }
    throw refused;
  }
}

export class Reading {
  /** @param base address of the case's candidates */
  constructor(base) {
    this.base = base;
    this.page = null;
    this.open = new Map();
    /** Of everybody who has been read, for what is said about who is no longer there. */
    this.names = new Map();
  }

  /** The page of the list, with what there is to know of the case; null before it was read. */
  get data() {
    return this.page && this.page.json;
  }

  /** All about somebody who is open; null for somebody who is not on the list any more. */
  details(id) {
    return this.open.get(id)?.json;
  }

  /** Whether all that is wanted has been read, however long ago. */
  has({ list, open }) {
    return this.page?.path === this.pathOf("", list) && open.every((id) => this.open.has(id));
  }

  /**
   * Asks for what is wanted; take() takes it in, unless something else is wanted by then.
   *
   * @param wanted.list what is looked for in the list, and from where: query parameters
   * @param wanted.open ids of the candidates who are open
   */
  async ask({ list, open }) {
    const among = { ...list, from: null };
    const [page, ...each] = await Promise.all([
      again(this.page, this.pathOf("", list)),
      ...open.map((id) => againUnlessGone(this.open.get(id), this.pathOf("/" + encodeURIComponent(id), among))),
    ]);
    return { page, open: new Map(open.map((id, at) => [id, each[at]])) };
  }

  /** Whether anything is new. */
  take({ page, open }) {
    const isNew = page !== this.page || open.size !== this.open.size || [...open].some(([id, one]) => this.open.get(id) !== one);
    this.page = page;
    this.open = open;
    page.json.lately.forEach(({ id, name }) => this.names.has(id) || this.names.set(id, name));
    page.json.candidates.forEach((line) => this.names.set(line.id, whom(line)));
    open.forEach(({ json }, id) => json && this.names.set(id, whom(json.candidate)));
    return isNew;
  }

  /** What was read is asked for again as if nothing were known. */
  distrust() {
    [this.page, ...this.open.values()].filter(Boolean).forEach((one) => (one.etag = null));
  }

  /** The lines of these candidates, as far as they are on the list. */
  async lines(ids) {
    const lines = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const { json } = await readIfChanged(this.pathOf("", { id: ids.slice(at, at + AT_ONCE).join(",") }));
      lines.push(...json.candidates);
    }
    return this.named(lines);
  }

  /** The first lines of those whose name or number holds these words, and how many there are. */
  async search(words) {
    const { json } = await readIfChanged(this.pathOf("", { words }));
    return { found: json.found, lines: this.named(json.candidates) };
  }

  named(lines) {
    lines.forEach((line) => this.names.set(line.id, whom(line)));
    return lines;
  }

  pathOf(rest, parameters) {
    const given = Object.entries(parameters).filter(([, value]) => value);
    const query = new URLSearchParams(given).toString();
    return this.base + rest + (query ? "?" + query : "");
  }
}
