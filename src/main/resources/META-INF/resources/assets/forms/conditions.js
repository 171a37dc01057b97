/* Which questions a form asks: what stands under a condition is shown while that holds. */

import { ANSWERS, nameOf, read } from "./fields.js";
import { holds } from "./words.js";

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
