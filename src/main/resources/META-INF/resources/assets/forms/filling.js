/* What a form shows: texts, links, choices and answers, from its view or from the row they stand in. */

import * as dates from "./dates.js";
import { element, nextId } from "./element.js";
import { write } from "./fields.js";
import { Files } from "./upload.js";
import { get, isObject, words } from "./words.js";

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
    offer(rows, select);
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

function offer(rows, select) {
  for (const option of [...select.options]) {
    if (option.dataset.offered) {
      option.remove();
    }
  }
  const list = rows.lookup(select, select.dataset.options);
  for (const each of Array.isArray(list) ? list : []) {
    const value = isObject(each) ? get(each, select.dataset.optionValue || "id") : each;
    const text = isObject(each) ? get(each, select.dataset.optionText || select.dataset.optionValue || "id") : each;
    const option = new Option(words(text), String(value));
    option.dataset.offered = "true";
    select.append(option);
  }
}

/** Makes the field of an upload: a file is sent at once, and its id is the answer. */
function takeFiles(form, upload) {
  const several = upload.dataset.multiple !== undefined;
  const files = new Files({
    several,
    purpose: upload.dataset.purpose || "OTHER",
    caseNumber: () => form.rows.lookup(upload, "caseNumber"),
    busy: (busy) => { form.uploading += busy ? 1 : -1; },
    changed: () => form.changed(),
    say: (sentence) => form.say(sentence),
  });
  form.files.set(upload, files);
  const hintId = nextId("hint");
  files.input.id = nextId("file");
  files.input.setAttribute("aria-describedby", hintId);
  upload.classList.add("xg-upload");
  upload.replaceChildren(
    element("label", { for: files.input.id, class: "xg-label" }, upload.dataset.label || "File"),
    element("p", { class: "xg-hint", id: hintId }, upload.dataset.hint || "PDF, Word (DOCX), PNG or JPEG, up to 25 MB."),
    files.input, files.status, files.list);
  const known = form.rows.startOf(upload, upload.dataset.upload + (several ? "Files" : "File"));
  files.show(several ? known || [] : [known]);
}
