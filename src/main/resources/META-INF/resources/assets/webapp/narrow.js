/*
 * Which of lists and task a narrow window shows: the task while one is chosen, the lists otherwise. The address tells, so Back of the
 * browser does what it says. See narrow.css.
 */

const NARROW = window.matchMedia("(max-width: 900px)");

export function isNarrow() {
  return NARROW.matches;
}

/** Puts the way back to the lists above the task. */
export function addWayBack(goBack) {
  const back = document.createElement("button");
  back.type = "button";
  back.className = "btn btn-default xg-back";
  back.textContent = "Back to the list";
  back.addEventListener("click", goBack);
  document.getElementById("xg-main").prepend(back);
}

export function showTask(chosen) {
  document.body.classList.toggle("xg-task-chosen", chosen);
  if (NARROW.matches) {
    window.scrollTo(0, 0);
  }
}
