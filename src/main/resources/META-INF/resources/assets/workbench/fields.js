/* Fields of the workbench's small forms. A field knows its name, its control, what is typed, and can be filled again. */

import * as dates from "../forms/dates.js";
import { element as el, nextId } from "../forms/element.js";
import { look, whenReleased } from "../forms/fields.js";
import { Files } from "../forms/upload.js";

/** Files come and go without an event that others could take for an answer that was typed. */
export const FILES_CHANGED = "xgw-changed";

function labelled(name, label, control, hint) {
  control.id = control.id || nextId("field");
  if (hint) {
    control.setAttribute("aria-describedby", control.id + "-hint");
  }
  return {
    name,
    control,
    node: el(
      "div",
      { class: "xgw-field" },
      el("label", { for: control.id }, label),
      hint && el("p", { class: "xgw-hint", id: control.id + "-hint" }, hint),
      control,
    ),
  };
}

/** @param changed is told what stands in it whenever that changes, or null */
export function textField(name, label, { type = "text", value = "", hint, rows, changed = null } = {}) {
  const control = rows
    ? el("textarea", { name, rows, value: value || "" })
    : el("input", { name, type, value: value || "" });
  const read = () => control.value.trim() || null;
  if (changed) {
    control.addEventListener("input", () => changed(read()));
  }
  return {
    ...labelled(name, label, control, hint),
    read,
    fill: (given) => {
      control.value = given || "";
      changed?.(read());
    },
  };
}

/**
 * A day, typed as in the task forms; what is none is said at once, and stays until it is mended.
 *
 * @param required what is said when it is left empty, where it must not be
 */
export function dayField(name, label, value, required) {
  const control = el("input", { name, type: "date", value: value || "" });
  const field = labelled(name, label, control);
  dates.takeOver(control);
  const read = () => dates.read(control);
  const fill = (given) => dates.write(control, given);
  control.addEventListener("change", () => whenReleased(() => {
    // What is said of one left empty stays.
    if (read() !== null || !required) {
      look(document.body, control);
    }
  }));
  return { ...field, required, read, fill };
}

export function checkField(name, label, checked, change) {
  const control = el("input", { type: "checkbox", name, checked, change });
  return {
    name,
    control,
    node: el("div", { class: "xgw-check" }, el("label", {}, control, " ", label)),
    read: () => control.checked,
    fill: (given) => {
      control.checked = given === true;
      control.dispatchEvent(new Event("change"));
    },
  };
}

/**
 * @param choices as the server words them: [{key, title}]
 * @param changed is told what is chosen whenever that changes, or null
 */
export function choiceField(name, legend, choices, value, changed = null) {
  const group = nextId("group");
  const chosen = (event) => changed?.(event.target.value);
  const inputs = choices.map(({ key }) =>
    el("input", { type: "radio", name: group, value: key, checked: key === value, change: chosen }),
  );
  return {
    name,
    control: inputs[0],
    node: el(
      "fieldset",
      { class: "xgw-field" },
      el("legend", {}, legend),
      inputs.map((input, index) => el("label", { class: "xgw-choice" }, input, " ", choices[index].title)),
    ),
    read: () => (inputs.find((input) => input.checked) || { value: null }).value,
    fill: (given) => {
      inputs.forEach((input) => (input.checked = input.value === given));
      changed?.(given);
    },
  };
}

/** @param choices as the server words them: [{key, title}] */
export function selectField(name, label, choices, value, hint) {
  const control = el(
    "select",
    { name },
    choices.map(({ key, title }) => el("option", { value: key, selected: key === value }, title)),
  );
  return {
    ...labelled(name, label, control, hint),
    read: () => control.value || null,
    fill: (given) => {
      if ([...control.options].some((option) => option.value === given)) {
        control.value = given;
      }
    },
  };
}

/** One file of the case: of several the last. */
export function paperField(workbench, name, label, purpose, hint = null) {
  const paper = uploadField(workbench, name, label, purpose, hint);
  return { ...paper, read: () => paper.read().slice(-1)[0] || null };
}

/**
 * Files of the case, each sent at once; what is kept of them are their ids.
 *
 * @param why it is asked for, or null
 */
export function uploadField(workbench, name, label, purpose, why = null) {
  const files = new Files({
    several: true,
    purpose,
    caseNumber: () => workbench.caseNumber,
    busy: (busy) => {
      if (busy) {
        workbench.calm();
      }
      control.disabled = busy;
    },
    changed: () => control.dispatchEvent(new Event(FILES_CHANGED, { bubbles: true })),
    say: (sentence) => workbench.say(sentence),
    button: "xgw-button",
  });
  const control = files.input;
  const field = labelled(name, label, control, why ? why + " " + files.hint : files.hint);
  field.node.append(files.status, files.list);
  return {
    ...field,
    read: () => files.ids,
    draft: () => files.all,
    fill: (given) => files.show(Array.isArray(given) ? given : []),
  };
}
