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
