/* Fields of the workbench's small forms. A field knows its name, its control, what is typed, and can be filled again. */

import { button, el, hidden, nextId, sizeText } from "./elements.js";
import { write } from "./server.js";

const FILE_TYPES = ".pdf,.docx,.png,.jpg,.jpeg";

function labelled(name, label, control, hint) {
  control.id = control.id || nextId();
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
  const { xgDates, xgErrors, XgForm } = window;
  const control = el("input", { name, type: "date", value: value || "" });
  const field = labelled(name, label, control);
  xgDates.takeOver(control);
  const read = () => xgDates.read(control);
  const fill = (given) => xgDates.write(control, given);
  control.addEventListener("change", () => XgForm.whenReleased(() => {
    const fault = xgDates.fault(control);
    if (fault) {
      xgErrors.mark(control, fault);
    } else if (read() !== null || !required) {
      xgErrors.answered(document.body, control);
      fill(read());
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

/** @param choices as the server words them: [{key, title}] */
export function choiceField(name, legend, choices, value) {
  const group = nextId();
  const inputs = choices.map(({ key }) => el("input", { type: "radio", name: group, value: key, checked: key === value }));
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
    fill: (given) => inputs.forEach((input) => (input.checked = input.value === given)),
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

/** Files of the case, each sent at once; what is kept of them are their ids. */
export function uploadField(workbench, name, label, purpose) {
  let files = [];
  const list = el("ul", { class: "xgw-files" });
  const control = el("input", { type: "file", accept: FILE_TYPES });
  const field = labelled(name, label, control, "PDF, DOCX, PNG or JPEG, up to 25 MB each.");
  const changed = () => control.dispatchEvent(new Event("xgw-changed", { bubbles: true }));
  const draw = () =>
    list.replaceChildren(
      ...files.map((file) =>
        el(
          "li",
          {},
          file.name + " (" + sizeText(file.size) + ") ",
          button(["Remove", hidden(" " + file.name)].flat(), () => {
            files = files.filter((other) => other !== file);
            draw();
            changed();
            control.focus();
          }),
        ),
      ),
    );
  control.addEventListener("change", async () => {
    if (!control.files.length) {
      return;
    }
    workbench.calm();
    window.xgErrors.unmark(control);
    const body = new FormData();
    body.append("file", control.files[0]);
    body.append("purpose", purpose);
    control.disabled = true;
    try {
      const { id, name: stored, size } = await write(workbench.base + "/documents", body);
      files = [...files, { id, name: stored, size }];
      draw();
      changed();
      workbench.say("Uploaded " + stored + ".");
    } catch (refused) {
      window.xgErrors.mark(control, refused.message);
      workbench.say(refused.message);
    } finally {
      control.disabled = false;
      control.value = "";
    }
  });
  field.node.append(list);
  return {
    ...field,
    read: () => files.map((file) => file.id),
    draft: () => files,
    fill: (given) => {
      files = Array.isArray(given) ? given.filter((file) => file && file.id) : [];
      draw();
    },
  };
}
