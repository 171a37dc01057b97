/*
 * What a form shows: texts, links, choices and answers, from its view or from the row they stand in, and the rows themselves, one for each
 * value of a list.
 */

import * as dates from "./dates.js";
import { element, nextId } from "./element.js";
import { write } from "./fields.js";
import { takeFiles } from "./upload.js";
import { get, isObject, words } from "./words.js";

const FIRST_FIELD = "input, select, textarea";

/** What each row is a copy of. */
export const templateOf = (root, container) => (container.dataset.template
  ? root.querySelector(`template#${CSS.escape(container.dataset.template)}`)
  : [...container.children].find((child) => child.localName === "template"));

export class Rows {
  constructor(root) {
    this.root = root;
    this.view = {};
    // Row elements know their row and the name their answers go by.
    this.known = new WeakMap();
  }

  // -- where a value comes from

  /** The nearest element around this one that is a row; null outside rows. */
  around(at) {
    for (let up = at; up && up !== this.root; up = up.parentElement) {
      if (this.known.has(up)) {
        return up;
      }
    }
    return null;
  }

  valueOf(row) {
    return this.known.get(row).value;
  }

  in(container) {
    return [...container.children].filter((child) => this.known.has(child));
  }

  /** The nearest row whose fields are answers of their own; otherwise the form. */
  holder(at) {
    for (let row = this.around(at); row; row = this.around(row.parentElement)) {
      if (this.known.get(row).into) {
        return row;
      }
    }
    return this.root;
  }

  lookup(at, path) {
    const first = path.split(".")[0];
    for (let row = this.around(at); row; row = this.around(row.parentElement)) {
      const value = this.valueOf(row);
      if (path === ".") {
        return value;
      }
      if (isObject(value) && first in value) {
        return get(value, path);
      }
    }
    return path === "." ? this.view : get(this.view, path);
  }

  /** What a field starts with: its own row's or the form's value, never that of something around it. */
  startOf(at, path) {
    const holder = this.holder(at);
    return get(holder === this.root ? this.view : this.valueOf(holder), path);
  }

  // -- making and taking away

  repeat(container) {
    this.in(container).forEach((row) => row.remove());
    const values = this.lookup(container.parentElement, container.dataset.each);
    const wanted = Number(container.dataset.min || 0);
    const list = Array.isArray(values) ? [...values] : [];
    while (list.length < wanted) {
      list.push({});
    }
    for (const value of list) {
      const row = this.add(container, value);
      row.querySelectorAll("[data-each]").forEach((inner) => this.repeat(inner));
    }
  }

  /** Adds a row without filling it: the caller fills. */
  add(container, value) {
    const template = templateOf(this.root, container);
    if (!template) {
      throw new Error("data-each needs a <template>.");
    }
    const copy = document.importNode(template.content, true);
    const row = copy.childElementCount === 1 ? copy.firstElementChild : element("div", {}, copy);
    this.known.set(row, { value, into: container.dataset.into || null });
    container.append(row);
    nameApart(row, Boolean(container.dataset.into));
    return row;
  }

  /** Adds an empty row, for the button beside this element; null when there are no rows of that name. */
  addEmpty(name, near) {
    const holder = this.holder(near);
    const container = [...holder.querySelectorAll("[data-each]")].find(
      (each) => each.dataset.into === name && this.holder(each.parentElement) === holder);
    return container ? this.add(container, {}) : null;
  }

  /** Takes a row away, and answers with what the person goes on with: a field of the next row, or the button that adds one. */
  remove(row) {
    const container = row.parentElement;
    const next = this.known.has(row.nextElementSibling) ? row.nextElementSibling : row.previousElementSibling;
    row.remove();
    return (next && this.known.has(next) && next.querySelector(FIRST_FIELD))
      || this.root.querySelector(`[data-add="${CSS.escape(container.dataset.into)}"]`);
  }
}

/** Gives the copies of ids, and of radio groups that belong to the row, names of their own. */
function nameApart(row, withGroups) {
  const number = nextId("row");
  const inside = [row, ...row.querySelectorAll("*")];
  const apart = new Map();
  for (const each of inside) {
    if (each.id) {
      apart.set(each.id, `${each.id}-${number}`);
      each.id = apart.get(each.id);
    }
    if (withGroups && each.localName === "input" && each.type === "radio" && each.name) {
      each.name = `${each.name}-${number}`;
    }
  }
  for (const each of inside) {
    for (const attribute of ["for", "aria-labelledby", "aria-describedby", "aria-controls", "list"]) {
      const named = each.getAttribute(attribute);
      if (named) {
        each.setAttribute(attribute, named.split(/\s+/).map((id) => apart.get(id) || id).join(" "));
      }
    }
  }
}

export function fill(form, within) {
  const { rows } = form;
  const all = (selector) => [...within.querySelectorAll(selector)].concat(within.matches(selector) ? [within] : []);
  for (const container of all("[data-each]")) {
    rows.repeat(container);
  }
  for (const field of all('input[type="date"][data-field]')) {
    dates.takeOver(field);
  }
  for (const text of all("[data-text]")) {
    text.textContent = words(rows.lookup(text, text.dataset.text), text.dataset.format) || text.dataset.empty || "";
  }
  for (const link of all("[data-href]")) {
    const address = words(rows.lookup(link, link.dataset.href));
    if (/^\/(?!\/)/.test(address)) {
      link.setAttribute("href", address);
    } else {
      link.removeAttribute("href");
    }
  }
  for (const box of all("[data-value]")) {
    box.value = words(rows.lookup(box, box.dataset.value));
  }
  for (const select of all("select[data-options]")) {
    const list = rows.lookup(select, select.dataset.options);
    offer(select, Array.isArray(list) ? list : []);
  }
  for (const field of all("[data-field]")) {
    write(field, rows.startOf(field, field.dataset.field));
  }
  for (const box of all("[data-list]")) {
    const chosen = rows.startOf(box, box.dataset.list);
    box.checked = Array.isArray(chosen) && chosen.map(String).includes(box.value);
  }
  for (const upload of all("[data-upload]")) {
    takeFiles(form, upload);
  }
}

/** Offers those, and keeps what the form itself offers. */
export function offer(select, list) {
  for (const option of [...select.options]) {
    if (option.dataset.offered) {
      option.remove();
    }
  }
  for (const each of list) {
    const value = isObject(each) ? get(each, select.dataset.optionValue || "id") : each;
    const text = isObject(each) ? get(each, select.dataset.optionText || select.dataset.optionValue || "id") : each;
    const option = new Option(words(text), String(value));
    option.dataset.offered = "true";
    select.append(option);
  }
}
