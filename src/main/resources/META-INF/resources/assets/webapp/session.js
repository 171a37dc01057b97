/*
 * A session lasts as long as a person is at the page. What the page asks for by itself while nobody has touched it is marked, so that
 * the server does not take it for something done; before the session ends the page says so and asks; when it has ended the server says
 * why on its sign-in page. Used by Tasklist, Cockpit and our own pages.
 */

const UNATTENDED = "X-XG-Unattended";

/** Nobody is at the page any more, in milliseconds without a key, a click or a touch. */
const LEFT_AFTER = 60_000;

/** How often the server hears of a person who works without asking it anything. */
const TELL_EVERY = 60_000;

/** How long before the end a page asks. */
const WARN_BEFORE = 120_000;

const LONGEST_WAIT = 2 ** 31 - 1;

let touched = Date.now();
let told = 0;
let timer;
let warning;

/**
 * @param {{ended: () => void}} page what to do when the session is over
 */
export function watchSession(page) {
  markRequests();
  for (const kind of ["keydown", "pointerdown", "wheel", "touchstart"]) {
    document.addEventListener(kind, () => onTouch(page), { capture: true, passive: true });
  }
  document.addEventListener("visibilitychange", () => document.hidden || ask(page));
  ask(page);
}

const isAttended = () => Date.now() - touched < LEFT_AFTER;

function onTouch(page) {
  touched = Date.now();
  if (!warning && touched - told > TELL_EVERY) {
    ask(page);
  }
}

/** Everything that is sent from now on says so if nobody is there. */
function markRequests() {
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (...body) {
    if (!isAttended()) {
      this.setRequestHeader(UNATTENDED, "true");
    }
    return send.apply(this, body);
  };
  const fetch = window.fetch;
  window.fetch = (resource, options = {}) => {
    if (isAttended() || resource instanceof Request) {
      return fetch(resource, options);
    }
    const headers = new Headers(options.headers);
    headers.set(UNATTENDED, "true");
    return fetch(resource, { ...options, headers });
  };
}

/** Asks how long it lasts; other windows of the same person make it last, too. */
async function ask(page) {
  told = Date.now();
  window.clearTimeout(timer);
  const answer = await window.fetch("/session", { headers: { Accept: "application/json" } }).catch(() => null);
  if (answer?.status === 401) {
    page.ended();
    return;
  }
  if (answer?.status !== 200) {
    timer = window.setTimeout(() => ask(page), TELL_EVERY);
    return;
  }
  const left = await answer.json();
  document.body.dataset.xgRoles = left.roles.join(" ");
  const milliseconds = left.seconds * 1000;
  if (milliseconds > WARN_BEFORE) {
    stopWarning();
    timer = window.setTimeout(() => ask(page), Math.min(milliseconds - WARN_BEFORE + 500, LONGEST_WAIT));
  } else {
    warn(page, milliseconds, left.canStay);
    timer = window.setTimeout(() => ask(page), Math.min(milliseconds + 500, 20_000));
  }
}

function warn(page, milliseconds, canStay) {
  if (warning) {
    return;
  }
  const at = new Date(Date.now() + milliseconds).toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
  warning = document.createElement("section");
  warning.className = "xg-session";
  warning.setAttribute("role", "alertdialog");
  warning.setAttribute("aria-label", "Your session");
  const sentence = document.createElement("p");
  sentence.id = "xg-session-sentence";
  warning.setAttribute("aria-describedby", sentence.id);
  sentence.textContent = canStay
    ? `You will be signed out at ${at}, because nothing has been done here for a while. What you entered is kept.`
    : `You will be signed out at ${at}, because a session does not last longer. Finish or save what you are doing, then sign in again.`;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-primary usa-button";
  button.textContent = canStay ? "Stay signed in" : "I have read this";
  const before = document.activeElement;
  button.addEventListener("click", () => {
    const asked = warning;
    touched = Date.now();
    if (canStay) {
      ask(page).then(() => before?.focus?.());
    } else {
      asked.hidden = true;
      before?.focus?.();
    }
  });
  warning.append(sentence, button);
  document.body.append(warning);
  button.focus();
}

function stopWarning() {
  warning?.remove();
  warning = undefined;
}
