/*
 * Which questions a form asks: what stands under a condition is shown while that holds. And what is answered to them: what is sent, what a
 * draft keeps of it, and where an answer stands.
 */

import { ANSWERS, isServers, nameOf, read } from "./fields.js";
import { templateOf } from "./filling.js";
import { get, holds, isObject, set } from "./words.js";

// -- asking

/** Chains longer than any form can reasonably have. */
const MOST_ROUNDS = 8;

export function isHidden(form, at) {
  const hidden = at.closest("[hidden]");
  return hidden !== null && form.root.contains(hidden);
}

/** One thing shown may show the next; a few rounds settle them all. */
export function showAndHide(form) {
  const conditional = [...form.root.querySelectorAll("[data-show]")];
  for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round++) {
    moved = false;
    for (const each of conditional) {
      const hidden = !applies(form, each, each.dataset.show);
      if (each.hidden !== hidden) {
        each.hidden = hidden;
        moved = true;
      }
    }
  }
}

/** "and" binds more than "or". */
function applies(form, at, condition) {
  return condition.split(" or ").some((either) => either.split(" and ").every((each) => compares(form, at, each)));
}

function compares(form, at, condition) {
  const [, not, path, compare, wanted] = /^\s*(!?)\s*([^!=<\s]+)\s*(?:(!?=|<)\s*(.*?))?\s*$/.exec(condition) || [];
  if (!path) {
    throw new Error(`data-show="${condition}" cannot be read.`);
  }
  const told = (name) => {
    const given = answered(form, at, name);
    return given === undefined ? form.rows.lookup(at, name) : given;
  };
  const value = told(path);
  let result;
  if (compare === "<") {
    const [day, other] = [value, told(wanted)];
    result = [day, other].every((each) => /^\d{4}-\d{2}-\d{2}$/.test(each)) && day < other;
  } else if (compare) {
    const one = wanted.split("|").map((each) => each.trim());
    const values = Array.isArray(value) ? value.map(String) : [value === null || value === undefined ? "" : String(value)];
    result = values.some((each) => one.includes(each)) === (compare === "=");
  } else {
    result = holds(value);
  }
  return not ? !result : result;
}

/** What the person has answered to that name right now; undefined when nothing answers it. */
function answered(form, at, path) {
  const holder = form.rows.holder(at);
  let found;
  for (const field of holder.querySelectorAll(ANSWERS)) {
    if (nameOf(field) !== path || form.rows.holder(field) !== holder) {
      continue;
    }
    if (found === undefined) {
      found = null;
    }
    if (isHidden(form, field)) {
      continue;
    }
    if (field.dataset.list) {
      found = (found || []).concat(field.checked ? [field.value] : []);
    } else if (field.dataset.upload) {
      found = form.files.get(field)?.ids || [];
    } else if (field.type !== "radio" || field.checked) {
      found = read(field);
    }
  }
  return found;
}

// -- answering

/**
 * The answers of a form, or of one row.
 *
 * @param everything also what is hidden now, as a draft keeps it
 */
export function collect(form, holder, everything) {
  const { rows } = form;
  const answers = {};
  const counts = (at) => rows.holder(at) === holder && (everything || !isHidden(form, at));
  for (const field of holder.querySelectorAll("[data-field]")) {
    if (!counts(field) || (everything && isServers(field))) {
      continue;
    }
    const path = field.dataset.field;
    if (field.type === "radio" && !field.checked) {
      if (get(answers, path) === undefined) {
        set(answers, path, null);
      }
    } else {
      set(answers, path, read(field));
    }
  }
  for (const box of holder.querySelectorAll("[data-list]")) {
    if (counts(box)) {
      const chosen = get(answers, box.dataset.list) || [];
      set(answers, box.dataset.list, box.checked ? [...chosen, box.value] : chosen);
    }
  }
  for (const upload of holder.querySelectorAll("[data-upload]")) {
    if (counts(upload)) {
      const { ids = [], all = [] } = form.files.get(upload) || {};
      const several = upload.dataset.multiple !== undefined;
      set(answers, upload.dataset.upload, several ? ids : ids.length ? ids[0] : null);
      if (everything) {
        set(answers, upload.dataset.upload + (several ? "Files" : "File"), several ? all : all[0] || null);
      }
    }
  }
  for (const container of holder.querySelectorAll("[data-each][data-into]")) {
    if (rows.holder(container.parentElement) === holder && (everything || !isHidden(form, container))) {
      const keys = keysOf(container);
      const list = rows.in(container)
        .filter((row) => everything || !row.hidden)
        .map((row) => {
          const own = rows.valueOf(row);
          return { ...(isObject(own) ? only(keys, own) : {}), ...collect(form, row, everything) };
        });
      set(answers, container.dataset.into, list);
    }
  }
  return answers;
}

/** The view with a draft's answers over it, but for what is the server's to say. Rows a person may add come from the draft, all others keep what the server says. */
export function withDraft({ root, rows }, view, answers) {
  const servers = [...root.querySelectorAll("[data-field]")].filter(isServers).map((each) => each.dataset.field);
  const merged = { ...structuredClone(view), ...answers, ...only(servers, view) };
  for (const container of root.querySelectorAll("[data-each][data-into]")) {
    const { each, into } = container.dataset;
    const drafted = get(answers, into);
    if (rows.around(container.parentElement) || !Array.isArray(drafted)) {
      continue;
    }
    const current = get(view, each);
    const grows = root.querySelector(`[data-add="${CSS.escape(into)}"]`) !== null;
    const names = fieldNames(templateOf(root, container));
    const keys = keysOf(container);
    const meant = (row, index) => (keys.length === 0
      ? drafted[index]
      : drafted.find((one) => keys.every((key) => String(one[key]) === String(row[key]))));
    set(merged, each, grows ? drafted : (current || []).map((row, index) => ({ ...row, ...only(names, meant(row, index)) })));
  }
  return merged;
}

/** The input behind a property path such as pdNumber, official.email or answers[2].important; null when none is shown. */
export function fieldNamed(form, path) {
  const { root, rows } = form;
  const [, into, index, rest] = /^([^[\]]+)\[(\d+)\]\.?(.*)$/.exec(path) || [];
  let holder = root;
  let name = path;
  if (into) {
    const container = [...root.querySelectorAll("[data-each]")].find((each) => each.dataset.into === into);
    const row = container && rows.in(container)[Number(index)];
    holder = row || root;
    name = row ? rest : into;
  }
  const found = [...holder.querySelectorAll(ANSWERS)].find((each) =>
    nameOf(each) === name && rows.holder(each) === (holder === root ? root : rows.holder(holder)) && !isHidden(form, each));
  return found && found.dataset.upload ? found.querySelector("input") : found || null;
}

const keysOf = (container) => (container.dataset.key || "").split(" ").filter(Boolean);

function fieldNames(template) {
  return [...template.content.querySelectorAll(ANSWERS)].flatMap((each) => {
    const name = nameOf(each);
    return each.dataset.upload ? [name, name + "File", name + "Files"] : [name];
  });
}

function only(names, row) {
  return Object.fromEntries(Object.entries(row || {}).filter(([key]) => names.includes(key)));
}
