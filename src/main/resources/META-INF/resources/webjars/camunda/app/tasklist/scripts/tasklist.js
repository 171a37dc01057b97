/* Our part of Tasklist, loaded by config.js before Tasklist starts. */
import "../../../../assets/forms/index.js";
import { sentenceOf } from "../../../../assets/forms/words.js";
import { shareAddress } from "../../../../assets/workbench/address.js";
import { joinSession } from "../../../../assets/webapp.js";
import { showCounts } from "./xg-counts.js";
import { offerFacts } from "./xg-facts.js";
import { findTasks } from "./xg-find.js";
import { offerNext } from "./xg-next.js";
import { showRows } from "./xg-rows.js";
import shell from "./xg-shell.js";
import { takeByFirstAnswer } from "./xg-take.js";

/* Tasklist's words where ours are plainer; the rest stays as it is. */
const LABELS = {
  CLAIM_ERROR: "The task was not taken",
  CLAIM_TASK: "Take this task",
  CLICK_PROCESS_TO_START: "Choose what to open.",
  COMPLETE_ERROR: "Not completed",
  NO_AVAILABLE_FILTER: "No tasks are for your role. As a process designer, look at models and running cases in Cockpit.",
  PAGES_MSG_ACTION_DENIED: "Your role does not include this.",
  PAGES_MSG_SERVER_ERROR: "Something went wrong on our side. Nothing was changed; please try again.",
  PROCESS_START_ERROR: "The case was not opened",
  PROCESS_START_OK: "The case is open.",
  SELECT_TASK_IN_LIST: "Choose a task from the list.",
  SHORTCUT_HELP: "Keyboard shortcuts",
  SIGN_OUT_ACTION: "Sign out",
  START: "Open the case",
  START_PROCESS: "Open a case",
  TASK_HAS_BEEN_REMOVED: "This task is done or no longer needed.",
  UNCLAIM_ERROR: "The task was not given back",
  UNCLAIM_TASK: "Give back",
};

const NOT_FOUND = "Not found";

/*
 * Parts of Tasklist that lead nowhere here: tasks are made by processes, what was decided stands on the case's page, and what is to
 * do stands above the form. Search and order are our own.
 */
const LEFT_OUT = [
  "create-task-action", "task-action-comment", "task-detail-history", "task-detail-description", "task-search", "tasklist-sorting",
  "tasklist-card-variables",
];

/*
 * The lines under a task's name. Tasklist's own offer to change due dates, groups and assignees, which nobody may do here; these
 * say what is to do, until when and for whom, and let a person take the task and give it back.
 */
const TASK_META = `
  <p class="xg-todo" ng-if="task.description">{{ task.description }}</p>
  <ul class="xg-meta">
    <li ng-if="task.due" class="due-date" ng-class="{ overdue: (task | xgFacts).overdue }">{{ (task | xgFacts).dueInWords }}</li>
    <li ng-if="(task | xgFacts).roles.length">For: {{ (task | xgFacts).roles.join(' or ') }}</li>
    <li ng-if="hasAssignee()" class="assignee">Taken by {{ isAssignee ? 'you' : (task | xgFacts).takenBy || 'a colleague' }}</li>
  </ul>
  <p class="xg-take" ng-if="!hasAssignee() && (task | xgFacts).forReader">
    <button type="button" class="claim btn btn-primary" ng-click="claim()" ng-disabled="submitInProgress">{{ 'CLAIM_TASK' | translate }}</button>
    <span>Or just begin: it becomes yours with your first answer.</span>
  </p>
  <p class="xg-take" ng-if="isAssignee">
    <button type="button" class="unclaim btn btn-default" ng-click="unclaim()" ng-disabled="submitInProgress">{{ 'UNCLAIM_TASK' | translate }}</button>
  </p>`;

/* Which version of its model a case runs by is for who draws models: they read it in Cockpit. */
const VERSION = /<span ng-if="[^"]*\.versionTag">[^<]*<\/span>/;

joinSession("cam.tasklist.custom");
showCounts("cam.tasklist.custom");
offerFacts("cam.tasklist.custom");
showRows("cam.tasklist.custom");
findTasks("cam.tasklist.custom");
takeByFirstAnswer("cam.tasklist.custom");
offerNext("cam.tasklist.custom");

/* Tasklist starts when this script is done. Reading its words first keeps it from showing their keys until they arrive. */
const theirs = await fetch(new URL("../locales/en.json", import.meta.url))
  .then((answer) => answer.json())
  .then((words) => words.labels)
  .catch(() => ({}));

window.angular.module("cam.tasklist.custom").config(["$provide", "$translateProvider", ($provide, $translateProvider) => {
  $translateProvider.translations("en", { ...theirs, ...LABELS });

  $provide.decorator("localeLoader", ["$delegate", (load) => (options) =>
    load(options).then((labels) => ({ ...labels, ...LABELS }))]);

  $provide.decorator("camTasklistTaskMetaDirective", ["$delegate", (directives) => {
    directives[0].template = TASK_META;
    return directives;
  }]);

  $provide.decorator("camTasklistTaskDirective", ["$delegate", (directives) => {
    directives[0].template = directives[0].template.replace(VERSION, "");
    return directives;
  }]);

  $provide.decorator("Views", ["$delegate", (views) => {
    const getProviders = views.getProviders;
    views.getProviders = function (...query) {
      return getProviders.apply(this, query).filter((each) => !LEFT_OUT.includes(each.id));
    };
    return views;
  }]);

  $provide.decorator("Notifications", ["$delegate", (notifications) => {
    const addError = notifications.addError;
    notifications.addError = function (notification) {
      const sentence = sentenceOf(withoutSource(notification.message || ""));
      const status = withoutSource(notification.status || "") === sentence ? NOT_FOUND : notification.status;
      if (!saidInForm(sentence)) {
        addError.call(this, { ...notification, status: `${status}:`, message: sentence });
      }
    };
    return notifications;
  }]);
}]).run(["$rootScope", "$location", "Notifications", ($rootScope, $location, Notifications) => {
  shareAddress($rootScope, $location);
  // What was said about one task is not true of the next.
  let shown = $location.search().task;
  $rootScope.$on("$locationChangeSuccess", () => {
    if ($location.search().task !== shown) {
      shown = $location.search().task;
      [...Notifications.notifications].filter((each) => each.type === "danger").forEach((each) => Notifications.clear(each));
    }
  });
  $rootScope.$on("authentication.changed", offerWhatMayBeStarted);
}]);

const STARTABLE = "/camunda/api/engine/engine/default/process-definition/count"
  + "?startableInTasklist=true&startablePermissionCheck=true&latestVersion=true&active=true";

/* "Open a case" stands in the top bar only for those who may. */
async function offerWhatMayBeStarted() {
  const found = await fetch(STARTABLE).then((answer) => answer.json()).catch(() => ({}));
  document.body.classList.toggle("xg-opens-cases", found.count > 0);
}

/** What could not be read is put in front of why, and in place of what was wanted: "<task> <- This task is done already." */
function withoutSource(text) {
  return text.replace(/^(?:(?:<|&lt;)\w+(?:>|&gt;)\s*(?:<|&lt;)-\s*)+/, "");
}

/** Why a form was not taken is said in the form, beside the answers; once is enough. */
function saidInForm(sentence) {
  const shown = document.querySelector("[data-xg-alert]");
  return shown !== null && shown.dataset.xgAlert.includes(sentence);
}

export default shell;
