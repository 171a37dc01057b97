/*
 * Binds a form to Tasklist: one written in HTML, or of Camunda Modeler's form editor, which the server turns into the same HTML
 * (ModelerForm). form.js is the form itself.
 *
 * A form says in attributes where its values come from and go to: the view comes as the task's Json variable "form" and fills the
 * elements, and the answers go back as that one variable when the person chooses Complete. Text from the server only ever becomes text,
 * never markup. What the attributes mean:
 *
 *   data-text="path"            text of the element; data-format="date|time|size|yesno", data-empty="shown when there is none"
 *   data-href="path"            address of a link, inside this application only
 *   data-field="path"           one answer: input, select, textarea; a checkbox answers true or false, a number a number
 *   data-list="path"            checkboxes whose chosen values make one list; data-value="path" takes a box's value from its row
 *   data-each="path"            one copy of the <template> inside for each row; data-into="name" makes the rows one list of answers,
 *                               data-key="name" sends that property of the row along, to tell which row it is; nothing else shown is sent
 *                               data-template="id" takes the <template> of that id, where other rows look the same
 *   data-add="name"             button that adds a row to the rows of that name; data-remove inside a row takes it out
 *   data-options="path"         options of a select, with data-option-value and data-option-text when they are objects
 *   data-narrows="name"         words that narrow the select of that name to what the address in data-asks answers to them, as options and
 *                               inWords; the element with data-narrowed="name" says how many there are
 *   data-show="a", "!a", "a=X|Y", "a!=X", "a<b" (days)   shown while that holds, or "a and b or c"; a hidden answer is not sent
 *   data-upload="name"          file of the case, sent at once; data-purpose, data-label, data-hint, data-multiple
 *   data-when-taken="sentence"  what others can do all the same while a colleague has the task
 *
 * A path reads its row first, then what is around it; "." is the row itself.
 */

import { api, messagesOf } from "./api.js";
import { Keeper, clock } from "./drafts.js";
import { of as errorsOf } from "./errors.js";
import { Form } from "./form.js";
import { show as showMessages } from "./messages.js";
import { isObject, sentenceOf } from "./words.js";

/**
 * Binds the form of a task. Called by the form's own script.
 *
 * @param options.onView(view, root, form) after the form is filled
 * @param options.collect(answers, root, view) returns what is sent; an error thrown here is said to the person instead
 */
export function bind(camForm, options = {}) {
  const root = camForm.formElement[0] || camForm.formElement;
  const form = new Form(root);
  // Until it shows what is known and what was entered before, nobody can enter what would be overwritten then.
  root.setAttribute("aria-busy", "true");
  /** What this person has entered; out of sight while a colleague has the task. */
  let entered = null;
  const keeper = new Keeper(draftOf(camForm), personOf(camForm), {
    kept: (moment) => form.notes.keeps(`Kept at ${clock(moment)}, for you alone, until you send it.`),
    waits: (sentence) => form.notes.keeps(sentence, true),
    overtaken: (draft) => overtaken(form, keeper, draft, (answers) => {
      entered = answers;
    }),
  });
  const draft = keeper.load();
  let ready;
  const handle = {
    person: personOf(camForm),
    /** Kept once the form shows what is known and what was entered before. */
    ready: new Promise((resolve) => {
      ready = resolve;
    }),
  };

  camForm.on("form-loaded", () => camForm.variableManager.fetchVariable("form"));

  camForm.on("variables-applied", async () => {
    const variable = camForm.variableManager.variable("form");
    let view = variable && variable.value;
    if (typeof view === "string") {
      view = JSON.parse(view);
    }
    view = isObject(view) ? view : {};
    const kept = await draft;
    // Whoever waits goes on when this is over, however it ends.
    Promise.resolve().then(ready);
    form.server = view;
    entered = kept ? kept.answers : null;
    const keep = () => {
      entered = form.everything();
      keeper.changed(entered);
    };
    const show = () => {
      form.whenChanged = null;
      form.notes.clear();
      const colleague = form.colleague();
      form.open(entered && !colleague ? form.withDraft(view, entered) : view);
      if (colleague) {
        const besides = root.querySelector("[data-when-taken]");
        form.notes.put(`${colleague} has taken this task. `
          + (besides ? besides.dataset.whenTaken : "You can read it, and not change it.")
          + (entered ? " What you entered is kept for you alone. It is back here if the task is given back." : ""), {});
      } else {
        form.whenChanged = keep;
      }
    };
    form.whenTaken = show;
    show();
    root.removeAttribute("aria-busy");
    if (kept && !form.colleague()) {
      form.notes.put(`What you entered at ${clock(kept.savedAt)} is back.`, {
        "Discard it": () => {
          keeper.discard();
          entered = null;
          form.notes.keeps("");
          form.open(view);
          form.say("What you had entered is discarded.");
        },
      });
    }
    if (kept && kept.revision === undefined) {
      // It has waited in this tab. A colleague may have the task: then it is not what the form shows.
      keeper.changed(kept.answers);
    }
    if (options.onView) {
      options.onView(view, root, handle);
      form.showAndHide();
    }
  });

  // Tasklist's own store would keep answers on the disk.
  camForm.on("store", () => {
    camForm.storePrevented = true;
    keeper.flush();
  });

  const answered = () => {
    const answers = form.collect();
    return (options.collect && options.collect(answers, root, form.view)) || answers;
  };

  /** Shows below a button what the answers would send, or something else than completing; ask() answers with the messages. */
  handle.messages = async (button, ask) => {
    form.clearAlert();
    try {
      await showMessages(button, ask);
    } catch (error) {
      form.alert(errorsOf(error, sentenceOf(error)));
    }
  };

  form.whenMessages = (button) => handle.messages(button, () => (camForm.taskId
    ? api("POST", `/api/tasks/${camForm.taskId}/messages`, answered())
    : messagesOf("POST", "/api/cases", answered())));

  camForm.on("submit", () => {
    form.clearAlert();
    if (!form.server) {
      camForm.submitPrevented = true;
      form.alert([{ sentence: "The form is still being filled. Wait a moment, then choose Complete again." }]);
      return;
    }
    if (form.uploading > 0) {
      camForm.submitPrevented = true;
      form.alert([{ sentence: "A file is still being uploaded. Wait a moment, then choose Complete again." }]);
      return;
    }
    try {
      send(camForm.variableManager, answered());
    } catch (error) {
      camForm.submitPrevented = true;
      form.alert(errorsOf(error, sentenceOf(error)));
    }
  });

  camForm.on("submit-failed", (_, [error] = []) => {
    if (!camForm.submitPrevented) {
      form.alert(errorsOf(error, sentenceOf(error)));
    }
  });

  camForm.on("submit-success", () => {
    form.whenChanged = null;
    keeper.done(!camForm.taskId);
  });

  return handle;
}

/** Where the answers of a form are kept: with its task, or with the process that it starts. */
function draftOf(camForm) {
  const process = camForm.processDefinitionKey || String(camForm.processDefinitionId).split(":")[0];
  return camForm.taskId ? `/api/tasks/${camForm.taskId}/draft` : `/api/processes/${process}/draft`;
}

function personOf(camForm) {
  return (camForm.options && camForm.options.urlParams && camForm.options.urlParams.userId) || "";
}

/**
 * Another tab or browser of the same person has kept something else: the person chooses.
 *
 * @param choose takes what was entered there, null for nothing, once the person prefers it
 */
function overtaken(form, keeper, draft, choose) {
  const said = draft
    ? `You entered something else here at ${clock(draft.savedAt)}, in another tab or browser.`
    : "You discarded what was entered here, in another tab or browser.";
  form.notes.keeps("");
  form.notes.put(`${said} Nothing of it is overwritten. What stands here is not kept until you choose.`, {
    "Keep what stands here": () => keeper.insist(form.everything()),
    [draft ? "Show what I entered there" : "Discard it here, too"]: () => {
      keeper.yield(draft);
      choose(draft ? draft.answers : null);
      form.open(draft ? form.withDraft(form.server, draft.answers) : form.server);
    },
  }).scrollIntoView({ block: "nearest" });
}

/** Puts the answers where Tasklist's form sends them from: one variable, sent whether or not it differs from the view. */
function send(variables, answers) {
  if (!variables.variable("form")) {
    variables.createVariable({ name: "form" });
  }
  const variable = variables.variable("form");
  variable.type = "Json";
  variable.value = answers;
  variable.originalValue = null;
  variable.valueInfo = {};
}
