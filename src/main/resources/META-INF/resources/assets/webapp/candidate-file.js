/*
 * A candidates' file from the page to the report: how much of it is sent, and how far the server has read it. The pages work without this;
 * what is chosen stays chosen when something goes wrong on the way.
 */
import { tokenHeader } from "../token.js";

const ASK_EVERY = 1_000;
const TRY_AGAIN = "The file did not get through. Nothing was changed; press Import the file again.";
const SIGNED_OUT = "You are signed out. Sign in again in another tab, then press Import the file again: it is still chosen here.";

for (const form of document.querySelectorAll("form[data-candidates-file]")) {
  form.addEventListener("submit", (event) => {
    // Without a file the server's own sentence says so, at the field.
    if (form.elements.file.files.length > 0) {
      event.preventDefault();
      send(form);
    }
  });
}

function send(form) {
  const button = form.querySelector("button[type=submit]");
  const bar = form.querySelector("progress");
  const sent = form.querySelector("[data-sent]");
  const told = form.querySelector("[data-told]");
  if (button.getAttribute("aria-disabled") === "true") {
    return;
  }
  const say = (sentence) => { told.textContent = sentence; };
  const giveBack = (sentence) => {
    button.removeAttribute("aria-disabled");
    sent.hidden = true;
    say(sentence);
  };
  document.querySelector("main > .usa-alert--error")?.remove();
  sayAtField(form.elements.file, "");
  button.setAttribute("aria-disabled", "true");
  sent.hidden = false;
  say("Sending the file.");

  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
    if (lengthComputable) {
      bar.value = (100 * loaded) / total;
    }
  });
  request.upload.addEventListener("load", () => say("The file is sent."));
  request.addEventListener("error", () => giveBack(TRY_AGAIN));
  request.addEventListener("load", () => {
    const arrivedAt = new URL(request.responseURL || form.action);
    if (request.status === 200 && arrivedAt.pathname.includes("/imports/")) {
      window.location.assign(arrivedAt.pathname);
    } else if (request.status === 401 || request.status === 403 || arrivedAt.pathname === "/sign-in") {
      giveBack(SIGNED_OUT);
    } else {
      giveBack(refusedBy(request, form));
    }
  });
  request.open("POST", form.action);
  // The form's own token is that of the session in which the page was opened.
  Object.entries(tokenHeader()).forEach((header) => request.setRequestHeader(...header));
  request.send(new FormData(form));
}

/** A refusal is a page with the sentence at the field, or problem details. What is sent next is something new. */
function refusedBy(request, form) {
  if ((request.getResponseHeader("Content-Type") || "").includes("json")) {
    return JSON.parse(request.responseText).detail || TRY_AGAIN;
  }
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  form.elements.sending.value = page.querySelector("[name=sending]")?.value || form.elements.sending.value;
  const atField = page.querySelector("#file-refusal")?.textContent;
  if (atField) {
    sayAtField(form.elements.file, atField);
    return "";
  }
  return page.querySelector("main .usa-alert--error")?.textContent.trim() || TRY_AGAIN;
}

/** What is wrong with the file, where the server's page says it; empty for nothing. */
function sayAtField(input, sentence) {
  document.getElementById("file-refusal")?.remove();
  input.removeAttribute("aria-invalid");
  input.setAttribute("aria-describedby", "file-hint");
  if (sentence) {
    input.before(Object.assign(document.createElement("span"), { id: "file-refusal", className: "usa-error-message", textContent: sentence }));
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", "file-hint file-refusal");
    input.focus();
  }
}

const running = document.querySelector("[data-import-progress]");
if (running) {
  window.setTimeout(ask, ASK_EVERY);
}

async function ask() {
  const answer = await window
    .fetch(running.dataset.importProgress, { headers: { Accept: "application/json" } })
    .catch(() => null);
  if (answer?.status === 200) {
    const now = await answer.json();
    if (!now.running) {
      window.location.reload();
      return;
    }
    running.querySelector("progress").value = now.bytesRead;
    const told = running.querySelector("[data-told]");
    if (told.textContent !== now.inWords) {
      told.textContent = now.inWords;
    }
  }
  window.setTimeout(ask, ASK_EVERY);
}
