/*
 * Everything around lists and forms in Tasklist: bar, names, narrow windows, and where the focus goes and what is said when a task is
 * chosen, taken or done.
 */
import { focusOn, frame, link, say } from "../../../../../assets/webapp/frame.js";
import { COMMON, all, keepNamed, name, set } from "../../../../../assets/webapp/names.js";
import { addWayBack, isNarrow, showTask } from "../../../../../assets/webapp/narrow.js";

const MODULE = "cam.tasklist.custom";
const BRAND = document.title;

const isOpen = (column) => () => String(!document.querySelector(`.${column}-column-close`));

const TABLE = [
  ...COMMON,
  [".region-toggle[data-region='filters']", all(name("Task lists"), set("aria-expanded", isOpen("filters")))],
  [".region-toggle[data-region='list']", all(name("Tasks of the list"), set("aria-expanded", isOpen("list")))],
  [".region-toggle[data-region='task']", all(name("The chosen task"), set("aria-expanded", isOpen("task")))],
  ["button.maximize", name("Show the task over the whole width")],
  ["button.reset-regions", name("Show lists and task beside each other")],
  [".new-sort > .dropdown-toggle", all(set("role", "button"), name("Sort by one thing more"))],
  ["section.task-filters", name("Task lists")],
  ["section.tasks-list", name("Tasks of the chosen list")],
  ["section.task-details", name("The chosen task")],
  [".task-filter h4 a", set("aria-current", (list) => (list.closest(".task-filter").classList.contains("active") ? "true" : null))],
  ["li.task h4 a", set("aria-current", (task) => (task.closest("li.task").classList.contains("active") ? "true" : null))],
  [".task-card a.instance-link", name("This case drawn in Cockpit")],
  [".task-card h2.task", set("data-xg-skip-to", "")],
  [".task-card h2.task", onHeading],
  [".xg-take .unclaim", onTaken],
  ["body", () => goOn()],
  ["body", nameWindow],
];

frame(MODULE);

/* Where one was on a page means nothing once another task or view stands there: whoever comes back is led by the focus. */
window.history.scrollRestoration = "manual";

/* Tasklist reads its list anew every ten seconds, in every window. A minute is enough, and nothing while nobody can see it. */
const THEIR_PACE = 10_000;
const OUR_PACE = 60_000;

window.angular.module(MODULE).config(["$provide", ($provide) => {
  $provide.decorator("$interval", ["$delegate", (interval) => Object.assign(
    (what, pace, ...more) => (pace === THEIR_PACE
      ? interval(() => document.hidden || what(), OUR_PACE, ...more)
      : interval(what, pace, ...more)), interval)]);
}]).run(["$rootScope", ($rootScope) => {
  document.addEventListener("visibilitychange", () => document.hidden || $rootScope.$broadcast("refresh"));
}]);

/* What a person just did, until what follows from it stands on the page. */
let chosen;
let toBeShown;
let toBeTaken;
let toBeDone;
let done = "";
let opened = false;

window.angular.module(MODULE).run(["$rootScope", "$location", ($rootScope, $location) => {
  addWayBack(() => $rootScope.$evalAsync(() => {
    $location.search("task", null);
    $rootScope.$broadcast("xg.back");
    keepFocus(() => document.querySelector(".tasks-list"));
  }));
  // What was done and what comes next stands where the task stood.
  $rootScope.$on("xg.next", (_, shown) => showTask(shown || Boolean(chosen)));
  $rootScope.$on("$locationChangeSuccess", () => onAddress($location.search().task));
  $rootScope.$on("xg.opened", onOpened);
  $rootScope.$on("xg.completed", onCompletedInRow);
  document.addEventListener("click", (event) => onClick(event.target), true);
}]);

function onAddress(task) {
  if (task === chosen) {
    return;
  }
  const left = chosen;
  chosen = task;
  toBeShown = task;
  showTask(Boolean(task));
  if (toBeDone && toBeDone.task === left) {
    done = `Done: ${toBeDone.title}.`;
    say(done);
    toBeDone = undefined;
    // What comes next is found by xg-next.js: a task that is open then, or a panel.
    keepFocus(() => headingOf(chosen) || document.querySelector(".xg-next h2"));
  } else if (!task && isNarrow()) {
    keepFocus(() => rowOf(left));
  }
}

/** A case is open: what comes next in it is what the person goes on with, and not the button that opened the form. */
function onOpened() {
  done = opened ? done : "The case is open.";
  opened = true;
  keepFocus(() => headingOf(chosen) || document.querySelector(".xg-next h2"));
}

/** A task was completed in its row, which goes: the person goes on with what follows, or with the list. */
function onCompletedInRow(_, { name: title }, inTheMiddleOfSomethingElse) {
  done = `Done: ${title}.`;
  say(done);
  keepFocus(() => (inTheMiddleOfSomethingElse
    ? document.querySelector(".tasks-list .xg-following")
    : headingOf(chosen) || document.querySelector(".xg-next h2")));
}

/** What was refused is forgotten with the next click: leaving a task is not completing it. */
function onClick(target) {
  const take = target.closest(".xg-take .claim, .xg-row-take");
  toBeTaken = take ? window.angular.element(take).scope()?.task?.id : undefined;
  if (target.closest(".xg-take .unclaim")) {
    keepFocus(() => document.querySelector(".xg-take .claim"));
  }
  toBeDone = target.closest(".task-card .form-actions .btn-primary")
    ? { task: chosen, title: document.querySelector(".task-card h2.task")?.textContent.trim() }
    : undefined;
}

/** The heading of another task than before: in a narrow window one stands there now, in a wide one it is only said. */
function onHeading(heading) {
  if (!toBeShown || heading !== headingOf(toBeShown)) {
    return;
  }
  toBeShown = undefined;
  if (isNarrow()) {
    focusOn(heading);
    window.scrollTo(0, 0);
  } else {
    say(`${done} ${heading.textContent.trim()} is open.`.trim());
  }
  done = "";
}

/** The heading of this task, if it is the one shown. */
function headingOf(task) {
  const heading = document.querySelector(".task-card h2.task");
  return heading && task && window.angular.element(heading).scope()?.task?.id === task ? heading : undefined;
}

/** The button that was pressed is gone, and what it was pressed for is below it. */
function onTaken() {
  if (headingOf(toBeTaken)) {
    toBeTaken = undefined;
    say("The task is yours now.");
    keepFocus(() => document.querySelector(".task-card [cam-tasklist-form]"));
  }
}

/*
 * Where the focus went down with what it was on, it goes on from here, as soon as that is there; lists are drawn anew several times
 * until they are. Whoever puts it somewhere else keeps it.
 */
let goOnFrom;

function keepFocus(find = () => undefined) {
  goOnFrom = find;
  window.setTimeout(() => goOn(document.querySelector(isNarrow() ? ".tasks-list" : ".task-details")), 2000);
}

function goOn(otherwise) {
  const at = document.activeElement;
  const isLost = at === document.body || (opened && at.matches("view a[ng-click='open()']"));
  const from = goOnFrom && isLost ? goOnFrom() || otherwise : undefined;
  if (from?.checkVisibility()) {
    focusOn(from);
  }
}

for (const kind of ["keydown", "pointerdown"]) {
  document.addEventListener(kind, () => {
    goOnFrom = undefined;
    opened = false;
  }, true);
}

function rowOf(task) {
  return [...document.querySelectorAll(".tasks-list li.task")]
    .find((row) => window.angular.element(row).scope()?.task?.id === task)
    ?.querySelector("h4 a");
}

/** The window is named after what it shows: the task, or the list. What somebody looks for is kept in no history. */
function nameWindow() {
  const task = document.querySelector(".task-card h2.task");
  // Beside a list's name stands how many tasks it has.
  const list = document.querySelector(".task-filters .task-filter.active h4 a")?.firstChild;
  const searches = !task && document.body.classList.contains("xg-searches");
  const shown = searches ? "Found tasks" : (task || list)?.textContent.trim();
  const name = [shown, BRAND].filter(Boolean).join(" · ");
  if (document.title !== name) {
    document.title = name;
  }
}

keepNamed(TABLE);

const AT = "tasklist.navbar.action";

export default [
  link(AT, "xg-start", "Start page", "/", 1000),
  link(AT, "xg-cases", "Cases", "/cases", 900),
  link(AT, "xg-cockpit", "Cockpit", "/camunda/app/cockpit/default/", 850),
];
