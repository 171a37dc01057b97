/* One form: filled from what the server says, read into what is sent. What its attributes mean stands in xg-forms.js. */
(function () {
  "use strict";

  const { isObject, nextId, get, set, holds, element, words } = xgWords;

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

  function whenReleased(then) {
    if (pressed) {
      waiting.push(then);
    } else {
      then();
    }
  }

  class Form {
    constructor(root, options) {
      this.root = root;
      this.options = options || {};
      this.view = {};
      this.uploading = 0;
      this.files = new WeakMap();
      // Row elements know their row and the name their answers go by.
      this.rows = new WeakMap();
      this.shownWith = null;
      this.voice = element("div", { class: "xg-hidden", "aria-live": "polite" });
      root.append(this.voice);
      root.classList.add("xg-form");
      root.setAttribute("novalidate", "");
      root.addEventListener("submit", (event) => event.preventDefault());
      root.addEventListener("input", () => this.changed());
      root.addEventListener("change", (event) => this.changed(event.target));
      root.addEventListener("click", (event) => this.clicked(event));
      this.watchWhetherTaken();
    }

    /** Tasklist marks the form of a task that is not the person's own; such a form can be read, by keyboard too, but not filled in. */
    watchWhetherTaken() {
      const frame = this.root.closest("[cam-tasklist-form]");
      if (frame) {
        new MutationObserver(() => this.takeInput()).observe(frame, { subtree: true, attributeFilter: ["class", "data-xg-taken-by"] });
      }
    }

    /** The name of the colleague who has the task (xg-take.js); null while none has. */
    colleague() {
      return this.root.closest("[data-xg-taken-by]")?.dataset.xgTakenBy || null;
    }

    /** A workbench is left alone: what is recorded there is no answer of the task, and goes on whoever has taken it. */
    takeInput() {
      const taken = this.root.closest(".disabled-form") === null;
      const controls = [...this.root.querySelectorAll("input, select, textarea, button")];
      for (const control of controls.filter((each) => !each.closest("[data-workbench]"))) {
        if (!taken && !control.disabled) {
          control.disabled = true;
          control.setAttribute("data-xg-waits", "");
        } else if (taken && control.hasAttribute("data-xg-waits")) {
          control.disabled = false;
          control.removeAttribute("data-xg-waits");
        }
      }
      if (this.shownWith !== this.colleague()) {
        this.shownWith = this.colleague();
        this.whenTaken?.();
      }
    }

    /** Fills everything from the view. */
    open(view) {
      this.view = isObject(view) ? view : {};
      this.fill(this.root);
      xgHead.show(this.root, this.view);
      this.showAndHide();
      this.takeInput();
    }

    /** @param left the field that the person has just left, if it is one */
    changed(left) {
      xgMessages.forget(this.root);
      whenReleased(() => {
        if (left && left.matches && left.matches("[data-field]")) {
          this.look(left);
        }
        this.showAndHide();
        this.forgetWhatWasMended(left);
      });
      if (this.whenChanged) {
        this.whenChanged();
      }
    }

    /** What was said about an answer goes when the person changes it, and when its question is not asked any more. */
    forgetWhatWasMended(left) {
      const mended = left && left.matches && left.matches("input:not([type=file]), select, textarea") && !xgErrors.fault(left) ? [left] : [];
      const gone = [...this.root.querySelectorAll("[data-xg-error]")].filter((each) => this.isHidden(each));
      [...mended, ...gone].forEach((each) => xgErrors.answered(this.root, each));
    }

    /** Says at once that an answer is no date or no number; what was typed stays. */
    look(field) {
      const fault = xgErrors.fault(field);
      if (fault) {
        xgErrors.mark(field, fault);
      } else if (field.dataset.date !== undefined || field.type === "number") {
        xgErrors.answered(this.root, field);
        write(field, read(field));
      }
    }

    // -- where a value comes from

    /** The nearest element around this one that is a row; null outside rows. */
    rowElement(at) {
      for (let up = at; up && up !== this.root; up = up.parentElement) {
        if (this.rows.has(up)) {
          return up;
        }
      }
      return null;
    }

    /** The nearest row whose fields are answers of their own; otherwise the form. */
    holder(at) {
      for (let row = this.rowElement(at); row; row = this.rowElement(row.parentElement)) {
        if (this.rows.get(row).into) {
          return row;
        }
      }
      return this.root;
    }

    lookup(at, path) {
      const first = path.split(".")[0];
      for (let row = this.rowElement(at); row; row = this.rowElement(row.parentElement)) {
        const value = this.rows.get(row).value;
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
      return get(holder === this.root ? this.view : this.rows.get(holder).value, path);
    }

    // -- filling

    fill(within) {
      const all = (selector) => [...within.querySelectorAll(selector)].concat(within.matches(selector) ? [within] : []);
      for (const container of all("[data-each]")) {
        this.repeat(container);
      }
      for (const field of all('input[type="date"][data-field]')) {
        xgDates.takeOver(field);
      }
      for (const text of all("[data-text]")) {
        text.textContent = words(this.lookup(text, text.dataset.text), text.dataset.format) || text.dataset.empty || "";
      }
      for (const link of all("[data-href]")) {
        const address = words(this.lookup(link, link.dataset.href));
        if (/^\/(?!\/)/.test(address)) {
          link.setAttribute("href", address);
        } else {
          link.removeAttribute("href");
        }
      }
      for (const box of all("[data-value]")) {
        box.value = words(this.lookup(box, box.dataset.value));
      }
      for (const select of all("select[data-options]")) {
        this.offer(select);
      }
      for (const field of all("[data-field]")) {
        write(field, this.startOf(field, field.dataset.field));
      }
      for (const box of all("[data-list]")) {
        const chosen = this.startOf(box, box.dataset.list);
        box.checked = Array.isArray(chosen) && chosen.map(String).includes(box.value);
      }
      for (const upload of all("[data-upload]")) {
        xgUpload.build(this, upload);
      }
    }

    repeat(container) {
      for (const child of [...container.children]) {
        if (this.rows.has(child)) {
          child.remove();
        }
      }
      const values = this.lookup(container.parentElement, container.dataset.each);
      const wanted = Number(container.dataset.min || 0);
      const list = Array.isArray(values) ? [...values] : [];
      while (list.length < wanted) {
        list.push({});
      }
      for (const value of list) {
        const row = this.addRow(container, value);
        row.querySelectorAll("[data-each]").forEach((inner) => this.repeat(inner));
      }
    }

    /** Adds a row without filling it: the caller fills. */
    addRow(container, value) {
      const template = [...container.children].find((child) => child.localName === "template");
      if (!template) {
        throw new Error("data-each needs a <template> inside.");
      }
      const copy = document.importNode(template.content, true);
      const row = copy.childElementCount === 1 ? copy.firstElementChild : element("div", {}, copy);
      this.rows.set(row, { value, into: container.dataset.into || null });
      container.append(row);
      this.nameApart(row, Boolean(container.dataset.into));
      return row;
    }

    /** Gives the copies of ids, and of radio groups that belong to the row, names of their own. */
    nameApart(row, withGroups) {
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

    offer(select) {
      for (const option of [...select.options]) {
        if (option.dataset.offered) {
          option.remove();
        }
      }
      const list = this.lookup(select, select.dataset.options);
      for (const each of Array.isArray(list) ? list : []) {
        const value = isObject(each) ? get(each, select.dataset.optionValue || "id") : each;
        const text = isObject(each) ? get(each, select.dataset.optionText || select.dataset.optionValue || "id") : each;
        const option = new Option(words(text), String(value));
        option.dataset.offered = "true";
        select.append(option);
      }
    }

    clicked(event) {
      const add = event.target.closest("[data-add]");
      const remove = event.target.closest("[data-remove]");
      const messages = event.target.closest("[data-messages]");
      if (add) {
        event.preventDefault();
        this.addEmptyRow(add.dataset.add, add);
      } else if (remove && this.rowElement(remove)) {
        event.preventDefault();
        this.removeRow(this.rowElement(remove));
      } else if (messages && this.whenMessages) {
        this.whenMessages(messages);
      }
    }

    addEmptyRow(name, near) {
      const holder = this.holder(near);
      const container = [...holder.querySelectorAll("[data-each]")].find(
        (each) => each.dataset.into === name && this.holder(each.parentElement) === holder);
      if (!container) {
        return;
      }
      const row = this.addRow(container, {});
      this.fill(row);
      this.changed();
      const first = row.querySelector("input, select, textarea");
      if (first) {
        first.focus();
      }
    }

    removeRow(row) {
      const container = row.parentElement;
      const next = this.rows.has(row.nextElementSibling) ? row.nextElementSibling : row.previousElementSibling;
      row.remove();
      this.changed();
      const to = (next && this.rows.has(next) && next.querySelector("input, select, textarea"))
        || this.root.querySelector(`[data-add="${CSS.escape(container.dataset.into)}"]`);
      if (to) {
        to.focus();
      }
    }

    // -- shown and hidden

    isHidden(at) {
      const hidden = at.closest("[hidden]");
      return hidden !== null && this.root.contains(hidden);
    }

    /** What the person has answered to that name right now; undefined when nothing answers it. */
    answered(at, path) {
      const holder = this.holder(at);
      let found;
      for (const field of holder.querySelectorAll("[data-field], [data-list], [data-upload]")) {
        const name = field.dataset.field || field.dataset.list || field.dataset.upload;
        if (name !== path || this.holder(field) !== holder) {
          continue;
        }
        if (found === undefined) {
          found = null;
        }
        if (this.isHidden(field)) {
          continue;
        }
        if (field.dataset.list) {
          found = (found || []).concat(field.checked ? [field.value] : []);
        } else if (field.dataset.upload) {
          found = this.filesIn(field).map((file) => file.id);
        } else if (field.type !== "radio" || field.checked) {
          found = read(field);
        }
      }
      return found;
    }

    /** "and" binds more than "or". */
    applies(at, condition) {
      return condition.split(" or ").some((either) => either.split(" and ").every((each) => this.compares(at, each)));
    }

    compares(at, condition) {
      const [, not, path, compare, wanted] = /^\s*(!?)\s*([^!=<\s]+)\s*(?:(!?=|<)\s*(.*?))?\s*$/.exec(condition) || [];
      if (!path) {
        throw new Error(`data-show="${condition}" cannot be read.`);
      }
      const told = (name) => {
        const given = this.answered(at, name);
        return given === undefined ? this.lookup(at, name) : given;
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

    /** One thing shown may show the next; a few rounds settle every chain a form can reasonably have. */
    showAndHide() {
      const conditional = [...this.root.querySelectorAll("[data-show]")];
      for (let round = 0, moved = true; moved && round < 8; round++) {
        moved = false;
        for (const each of conditional) {
          const hidden = !this.applies(each, each.dataset.show);
          if (each.hidden !== hidden) {
            each.hidden = hidden;
            moved = true;
          }
        }
      }
    }

    // -- answers

    /** @param everything also what is hidden now, as a draft keeps it */
    collect(holder = this.root, everything = false) {
      const answers = {};
      const counts = (at) => this.holder(at) === holder && (everything || !this.isHidden(at));
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
          const files = this.filesIn(upload);
          const several = upload.dataset.multiple !== undefined;
          set(answers, upload.dataset.upload, several ? files.map((file) => file.id) : files.length ? files[0].id : null);
          if (everything) {
            set(answers, upload.dataset.upload + (several ? "Files" : "File"), several ? files : files[0] || null);
          }
        }
      }
      for (const container of holder.querySelectorAll("[data-each][data-into]")) {
        if (this.holder(container.parentElement) === holder && (everything || !this.isHidden(container))) {
          const keys = (container.dataset.key || "").split(" ");
          const rows = this.rowsOf(container)
            .filter((row) => everything || !row.hidden)
            .map((row) => {
              const own = this.rows.get(row).value;
              return { ...(isObject(own) ? only(keys, own) : {}), ...this.collect(row, everything) };
            });
          set(answers, container.dataset.into, rows);
        }
      }
      return answers;
    }

    rowsOf(container) {
      return [...container.children].filter((child) => this.rows.has(child));
    }

    /** The view with a draft's answers over it, but for what is the server's to say. Rows a person may add come from the draft, all others keep what the server says. */
    withDraft(view, answers) {
      const servers = [...this.root.querySelectorAll("[data-field]")].filter(isServers).map((each) => each.dataset.field);
      const merged = { ...structuredClone(view), ...answers, ...only(servers, view) };
      for (const container of this.root.querySelectorAll("[data-each][data-into]")) {
        const { each, into } = container.dataset;
        const drafted = get(answers, into);
        if (this.rowElement(container.parentElement) || !Array.isArray(drafted)) {
          continue;
        }
        const current = get(view, each);
        const grows = this.root.querySelector(`[data-add="${CSS.escape(into)}"]`) !== null;
        const names = fieldNames(container);
        const keys = (container.dataset.key || "").split(" ").filter(Boolean);
        const meant = (row, index) => (keys.length === 0
          ? drafted[index]
          : drafted.find((one) => keys.every((key) => String(one[key]) === String(row[key]))));
        set(merged, each, grows ? drafted : (current || []).map((row, index) => ({ ...row, ...only(names, meant(row, index)) })));
      }
      return merged;
    }

    // -- files

    filesIn(upload) {
      return this.files.get(upload) || [];
    }

    // -- what went wrong

    /** Says what is wrong in front of the form and at each answer, and moves the focus there. */
    alert(errors) {
      xgErrors.tell(this.root, errors, (field) => this.fieldNamed(field));
    }

    clearAlert() {
      xgErrors.clear(this.root);
    }

    /** The input behind a property path such as pdNumber, official.email or answers[2].important. */
    fieldNamed(path) {
      const [, into, index, rest] = /^([^[\]]+)\[(\d+)\]\.?(.*)$/.exec(path) || [];
      let holder = this.root;
      let name = path;
      if (into) {
        const container = [...this.root.querySelectorAll("[data-each]")].find((each) => each.dataset.into === into);
        const row = container && this.rowsOf(container)[Number(index)];
        holder = row || this.root;
        name = row ? rest : into;
      }
      const found = [...holder.querySelectorAll("[data-field], [data-list], [data-upload]")].find((each) => {
        const own = each.dataset.field || each.dataset.list || each.dataset.upload;
        return own === name && this.holder(each) === (holder === this.root ? this.root : this.holder(holder)) && !this.isHidden(each);
      });
      return found && found.dataset.upload ? found.querySelector("input") : found || null;
    }

    /**
     * Says something worth knowing in front of the form, with what can be done about it.
     *
     * @param actions by the words of their buttons; each takes the note away
     */
    note(sentence, actions) {
      const box = element("div", { class: "xg-note", role: "status" }, element("p", {}, sentence));
      for (const [words, run] of Object.entries(actions)) {
        const button = element("button", { type: "button", class: "xg-link-button" }, words);
        button.addEventListener("click", () => {
          box.remove();
          run();
          this.goOn();
        });
        box.append(button, " ");
      }
      this.clearNote();
      this.noted = box;
      const head = this.root.querySelector(":scope > [data-head]");
      if (head) {
        head.after(box);
      } else {
        this.root.prepend(box);
      }
      return box;
    }

    clearNote() {
      this.noted?.remove();
    }

    /** Where the button that was pressed is gone, one goes on with the first question. */
    goOn() {
      if (document.activeElement === document.body) {
        [...this.root.querySelectorAll("input, select, textarea")].find((each) => !each.disabled && each.checkVisibility())?.focus();
      }
    }

    /** Says a sentence to who listens to the page; the same sentence twice is said twice. */
    say(sentence) {
      this.voice.textContent = "";
      window.setTimeout(() => { this.voice.textContent = sentence; }, 100);
    }

    /** The line at the end of the form about what was entered: kept, or why not. */
    keeps(sentence, failed = false) {
      if (!this.keeping) {
        this.keeping = element("div", { class: "xg-kept" });
      }
      this.root.append(this.keeping);
      this.keeping.classList.toggle("xg-kept--failed", failed);
      if (failed) {
        this.keeping.setAttribute("role", "status");
      } else {
        // Heard after every few letters, it would be a nuisance.
        this.keeping.removeAttribute("role");
      }
      this.keeping.textContent = sentence;
    }
  }

  /** What nobody enters goes back as the server said it now: kept in a draft, it would be yesterday's, such as the key of an opening. */
  const isServers = (field) => field.type === "hidden";

  function read(field) {
    if (field.type === "checkbox") {
      return field.checked;
    }
    if (field.localName === "select" && field.multiple) {
      return [...field.selectedOptions].map((option) => option.value);
    }
    if (field.dataset.date !== undefined) {
      return xgDates.read(field);
    }
    const value = field.value.trim();
    if (field.type === "number") {
      return value === "" ? null : Number(value);
    }
    return value === "" ? null : value;
  }

  function write(field, value) {
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
      xgDates.write(field, value);
    } else if (value !== undefined || field.localName !== "select") {
      field.value = value === null || value === undefined ? "" : String(value);
    }
  }

  function fieldNames(container) {
    const template = [...container.children].find((child) => child.localName === "template");
    return [...template.content.querySelectorAll("[data-field], [data-list], [data-upload]")].flatMap((each) => {
      const name = each.dataset.field || each.dataset.list || each.dataset.upload;
      return each.dataset.upload ? [name, name + "File", name + "Files"] : [name];
    });
  }

  function only(names, row) {
    return Object.fromEntries(Object.entries(row || {}).filter(([key]) => names.includes(key)));
  }

  Form.whenReleased = whenReleased;
  window.XgForm = Form;
})();
