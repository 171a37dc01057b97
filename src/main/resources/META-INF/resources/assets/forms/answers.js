/* What a form sends, what a draft keeps of it, and where an answer stands. */

import { isHidden } from "./conditions.js";
import { ANSWERS, isServers, nameOf, read } from "./fields.js";
import { templateOf } from "./rows.js";
import { get, isObject, set } from "./words.js";

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
