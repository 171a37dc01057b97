/* One answer: the value of its field, as it is sent and as it is shown, and when the field is left. */

import * as dates from "./dates.js";
import { answered, fault, mark } from "./errors.js";
import { holds } from "./words.js";

/** Whatever answers a question. */
export const ANSWERS = "[data-field], [data-list], [data-upload]";

/** The name that an answer goes by. */
export const nameOf = (field) => field.dataset.field || field.dataset.list || field.dataset.upload;

/** What nobody enters goes back as the server said it now: kept in a draft, it would be yesterday's, such as the key of an opening. */
export const isServers = (field) => field.type === "hidden";

export function read(field) {
  if (field.type === "checkbox") {
    return field.checked;
  }
  if (field.localName === "select" && field.multiple) {
    return [...field.selectedOptions].map((option) => option.value);
  }
  if (field.dataset.date !== undefined) {
    return dates.read(field);
  }
  const value = field.value.trim();
  if (field.type === "number") {
    return value === "" ? null : Number(value);
  }
  return value === "" ? null : value;
}

export function write(field, value) {
  if (field.type === "checkbox") {
    field.checked = holds(value);
  } else if (field.type === "radio") {
    field.checked = value !== null && value !== undefined && String(value) === field.value;
  } else if (field.localName === "select" && field.multiple) {
    const chosen = (Array.isArray(value) ? value : []).map(String);
    for (const option of field.options) {
      option.selected = chosen.includes(option.value);
    }
  } else if (field.dataset.date !== undefined) {
    dates.write(field, value);
  } else if (value !== undefined || field.localName !== "select") {
    field.value = value === null || value === undefined ? "" : String(value);
  }
}

/** Says at once that an answer is no date or no number; what was typed stays. What is one is written as all are. */
export function look(within, field) {
  const wrong = fault(field);
  if (wrong) {
    mark(field, wrong);
  } else if (field.dataset.date !== undefined || field.type === "number") {
    answered(within, field);
    write(field, read(field));
  }
}

/*
 * Leaving a field may say what is wrong with it, or show other questions, and everything below moves. It does so once the pointer is up
 * again: otherwise the button on which it went down is no longer under it, and the press is lost.
 */
let pressed = false;
const waiting = [];

function released() {
  pressed = false;
  // The click comes after this event and before the next task.
  window.setTimeout(() => waiting.splice(0).forEach((each) => each()));
}

document.addEventListener("pointerdown", () => { pressed = true; }, true);
for (const end of ["pointerup", "pointercancel", "dragend"]) {
  document.addEventListener(end, released, true);
}

export function whenReleased(then) {
  if (pressed) {
    waiting.push(then);
  } else {
    then();
  }
}
