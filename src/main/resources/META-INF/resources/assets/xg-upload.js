/* Files of a form: sent to the case as soon as they are chosen. */
(function () {
  "use strict";

  const { element, formats, nextId, sentenceOf } = xgWords;
  const LARGEST_FILE = 25 * 1024 * 1024;
  const FILE_TYPES = ".pdf,.docx,.png,.jpg,.jpeg";

  /** Makes the field of an upload: a file is sent at once, and its id is the answer. */
  function build(form, upload) {
    const name = upload.dataset.upload;
    const several = upload.dataset.multiple !== undefined;
    const known = form.startOf(upload, name + (several ? "Files" : "File"));
    form.files.set(upload, (several ? known || [] : known ? [known] : []).filter((file) => file && file.id));

    const inputId = nextId("file");
    const hintId = nextId("hint");
    const input = element("input", { type: "file", id: inputId, accept: FILE_TYPES, multiple: several, "aria-describedby": hintId });
    const list = element("ul", { class: "xg-upload__files" });
    const status = element("p", { class: "xg-upload__status", role: "status" });
    upload.classList.add("xg-upload");
    upload.replaceChildren(
      element("label", { for: inputId, class: "xg-label" }, upload.dataset.label || "File"),
      element("p", { class: "xg-hint", id: hintId }, upload.dataset.hint || "PDF, Word (DOCX), PNG or JPEG, up to 25 MB."),
      input, status, list);

    const draw = () => {
      list.replaceChildren(...form.filesIn(upload).map((file) => {
        const remove = element("button", { type: "button", class: "xg-link-button" }, "Remove", element("span", { class: "xg-hidden" }, ` ${file.name}`));
        remove.addEventListener("click", () => {
          form.files.set(upload, form.filesIn(upload).filter((other) => other !== file));
          status.textContent = `${file.name} is removed from this form.`;
          draw();
          form.changed();
          input.focus();
        });
        return element("li", {},
          element("a", { href: "/api/documents/" + encodeURIComponent(file.id) }, file.name || "File"),
          file.size ? element("span", { class: "xg-hint" }, ` ${formats.size(file.size)} `) : " ",
          remove);
      }));
      list.hidden = list.childElementCount === 0;
    };
    input.addEventListener("change", async (event) => {
      event.stopPropagation();
      const chosen = [...input.files];
      for (const file of chosen) {
        await send(form, upload, input, status, file, several);
      }
      input.value = "";
      draw();
      form.changed();
    });
    draw();
  }

  /** The focus is on the input already: what stands beside it now is heard as well. */
  function refuse(form, input, sentence) {
    xgErrors.mark(input, sentence);
    form.say(sentence);
  }

  async function send(form, upload, input, status, file, several) {
    xgErrors.answered(form.root, input);
    if (file.size > LARGEST_FILE) {
      refuse(form, input, `The file ${file.name} is larger than 25 MB. Send a smaller file.`);
      return;
    }
    form.uploading++;
    status.textContent = `Uploading ${file.name} …`;
    try {
      const body = new FormData();
      body.append("file", file);
      body.append("purpose", upload.dataset.purpose || "OTHER");
      const number = encodeURIComponent(form.lookup(upload, "caseNumber"));
      const stored = await xgApi("POST", `/api/cases/${number}/documents`, body);
      const kept = { id: stored.id, name: stored.name || file.name, size: stored.size || file.size };
      form.files.set(upload, several ? [...form.filesIn(upload), kept] : [kept]);
      status.textContent = `${kept.name} is uploaded.`;
    } catch (error) {
      status.textContent = "";
      refuse(form, input, sentenceOf(error));
    } finally {
      form.uploading--;
    }
  }

  window.xgUpload = { build };
})();
