/* Files of a case: each is sent as soon as it is chosen, and is told and can be taken away again where it was chosen. */

import { api } from "./api.js";
import { element, nextId } from "./element.js";
import { answered, mark } from "./errors.js";
import { formats, sentenceOf } from "./words.js";

const LARGEST_FILE = 25 * 1024 * 1024;
const FILE_TYPES = ".pdf,.docx,.png,.jpg,.jpeg";

export class Files {
  /**
   * @param of.several whether more than one is wanted
   * @param of.purpose of documents
   * @param of.caseNumber() of the case to which they go
   * @param of.busy(busy) while one is on its way
   * @param of.changed() when one has come or is gone
   * @param of.say(sentence) to who listens to the page
   * @param of.button class of the buttons that take one away
   */
  constructor(of) {
    this.of = of;
    /** { id, name, size } of each. */
    this.all = [];
    this.input = element("input", { type: "file", accept: FILE_TYPES, multiple: of.several, change: (event) => this.chosen(event) });
    this.status = element("p", { class: "xg-upload__status", role: "status" });
    this.list = element("ul", { class: "xg-upload__files", hidden: true });
  }

  /** What is taken, in words. */
  get hint() {
    return `PDF, Word (DOCX), PNG or JPEG, up to 25 MB${this.of.several ? " each" : ""}.`;
  }

  get ids() {
    return this.all.map((file) => file.id);
  }

  /** Those that are there now, and no others. */
  show(files) {
    this.all = files.filter((file) => file && file.id);
    this.list.replaceChildren(...this.all.map((file) => this.line(file)));
    this.list.hidden = this.all.length === 0;
  }

  line(file) {
    const remove = () => {
      this.show(this.all.filter((other) => other !== file));
      this.status.textContent = `${file.name} is removed from this form.`;
      this.of.changed();
      this.input.focus();
    };
    return element("li", {},
      element("a", { href: "/api/documents/" + encodeURIComponent(file.id) }, file.name || "File"),
      file.size ? element("span", { class: "xg-hint" }, ` (${formats.size(file.size)}) `) : " ",
      element("button", { type: "button", class: this.of.button, click: remove }, "Remove", element("span", { class: "xg-hidden" }, ` ${file.name}`)));
  }

  async chosen(event) {
    event.stopPropagation();
    for (const file of [...this.input.files]) {
      await this.send(file);
    }
    this.input.value = "";
    this.of.changed();
  }

  async send(file) {
    answered(document.body, this.input);
    if (file.size > LARGEST_FILE) {
      this.refuse(`The file ${file.name} is larger than 25 MB. Send a smaller file.`);
      return;
    }
    this.of.busy(true);
    this.status.textContent = `Uploading ${file.name} …`;
    try {
      const body = new FormData();
      body.append("file", file);
      body.append("purpose", this.of.purpose);
      const stored = await api("POST", `/api/cases/${encodeURIComponent(this.of.caseNumber())}/documents`, body);
      const kept = { id: stored.id, name: stored.name || file.name, size: stored.size || file.size };
      this.show(this.of.several ? [...this.all, kept] : [kept]);
      this.status.textContent = `${kept.name} is uploaded.`;
    } catch (error) {
      this.status.textContent = "";
      this.refuse(sentenceOf(error));
    } finally {
      this.of.busy(false);
    }
  }

  /** The focus is on the input already: what stands beside it now is heard as well. */
  refuse(sentence) {
    mark(this.input, sentence);
    this.of.say(sentence);
  }
}

/** Makes the field of a form's upload; the ids of its files are the answer. */
export function takeFiles(form, upload) {
  const several = upload.dataset.multiple !== undefined;
  const files = new Files({
    several,
    purpose: upload.dataset.purpose || "OTHER",
    caseNumber: () => form.rows.lookup(upload, "caseNumber"),
    busy: (busy) => { form.uploading += busy ? 1 : -1; },
    changed: () => form.changed(),
    say: (sentence) => form.say(sentence),
    button: "xg-link-button",
  });
  form.files.set(upload, files);
  const hintId = nextId("hint");
  files.input.id = nextId("file");
  files.input.setAttribute("aria-describedby", hintId);
  upload.classList.add("xg-upload");
  upload.replaceChildren(
    element("label", { for: files.input.id, class: "xg-label" }, upload.dataset.label || "File"),
    element("p", { class: "xg-hint", id: hintId }, upload.dataset.hint || files.hint),
    files.input, files.status, files.list);
  const known = form.rows.startOf(upload, upload.dataset.upload + (several ? "Files" : "File"));
  files.show(several ? known || [] : [known]);
}
