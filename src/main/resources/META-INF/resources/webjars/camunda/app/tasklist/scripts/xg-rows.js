/*
 * The rows of a task list: what each task is about, whom, who has it and until when. A task whose form needs nothing but to be completed
 * says in its row what that does, and is completed there.
 */
import { api } from "../../../../../assets/forms/api.js";
import { show as showMessages } from "../../../../../assets/forms/messages.js";
import { factsOf } from "./xg-facts.js";

const ROWS = `
<div ng-show="!state.$loaded && !state.$error" class="loader">
  <span class="animate-spin glyphicon glyphicon-refresh"></span> {{ 'LOADING' | translate }}
</div>
<div ng-show="state.$error" class="alert alert-danger" role="alert">
  <strong class="status">{{ 'FAILURE' | translate }}:</strong> <span class="message">{{ error.message }}</span>
</div>
<div ng-if="state.$loaded && !state.$error">
  <div ng-if="!totalItems" class="well xg-empty">{{ whyEmpty() }}</div>
  <div ng-if="totalItems && !tasks" class="well">
    {{ 'RESTRICTION_NOTICE' | translate }} <a href ng-click="resetPage()">{{ 'RESET_PAGE' | translate }}</a>
  </div>
  <p class="xg-following" ng-if="completed">Done: {{ completed.name }}, <a ng-href="/cases/{{ completed.caseNumber }}">case {{ completed.caseNumber }}</a>.</p>
  <ol ng-if="totalItems" class="tasks-list list-unstyled" ng-keydown="handleKeydown($event)">
    <li class="task xg-row" ng-repeat="task in tasks track by task.id" ng-class="{ active: currentTaskId === task.id }">
      <div class="clickable" ng-click="focus($event, task)">
        <p class="xg-row-due due-date" ng-class="{ overdue: (task | xgFacts).overdue }">{{ (task | xgFacts).dueInWords }}</p>
        <h4 class="task"><a ng-href="{{ getHrefUrl(task) }}" ng-click="focus($event, task)">{{ task.name }}</a></h4>
        <p class="xg-row-about">
          <span class="xg-row-candidate" ng-if="(task | xgFacts).candidate">{{ (task | xgFacts).candidate }}</span>
          <span class="xg-row-title">{{ (task | xgFacts).positionTitle }}</span>
        </p>
        <p class="xg-row-who">
          <span>{{ (task | xgFacts).caseNumber }}</span>
          <span>{{ (task | xgFacts).agency }}</span>
          <span class="assignee">{{ holder(task) }}</span>
        </p>
      </div>
      <p class="xg-row-stands" ng-if="asItStands(task)">
        As it stands: {{ asItStands(task).inWords }}
        <button type="button" class="xg-link-button" ng-click="seeMessages($event, task)"
            aria-label="See the messages of {{ task.name }}, {{ (task | xgFacts).caseNumber }}">See the messages</button>
      </p>
      <button type="button" class="btn btn-default xg-row-complete" ng-if="asItStands(task)" ng-click="complete(task)"
          ng-disabled="taking" aria-label="Complete {{ task.name }}, {{ (task | xgFacts).caseNumber }}, as it stands">Complete</button>
      <button type="button" class="btn btn-default xg-row-take" ng-if="mayTake(task)" ng-click="takeAndOpen(task)"
          ng-disabled="taking" aria-label="Take and open {{ task.name }}, {{ (task | xgFacts).caseNumber }}">Take and open</button>
    </li>
  </ol>
</div>
<ul uib-pagination ng-show="state.$loaded && totalItems > pageSize" total-items="totalItems" items-per-page="pageSize"
    max-size="5" class="pagination-sm" boundary-links="true" ng-model="pageNum" ng-change="pageChange()"
    next-text="&rsaquo;" last-text="&raquo;" previous-text="&lsaquo;" first-text="&laquo;"></ul>`;

const NOTHING_FOUND = "No open task fits: try the case's number or one word of the position. Closed cases stand under “Cases”.";

/** Who has a task, or for whom it waits; what the reader can take says so by its button. */
function holder(task) {
  const fact = factsOf(task);
  if (fact.takenByReader) {
    return "Taken by you";
  }
  if (fact.takenBy) {
    return `Taken by ${fact.takenBy}`;
  }
  return fact.forReader ? "" : `For ${(fact.roles || []).join(" or ")}`;
}

function mayTake(task) {
  return !task.assignee && Boolean(factsOf(task).forReader);
}

/** What completing a task in its row says; nothing where somebody has it, or its form has to be filled in. */
function asItStands(task) {
  return mayTake(task) ? factsOf(task).asItStands : null;
}

/** @param moduleName the Angular module in which Tasklist is customised */
export function showRows(moduleName) {
  window.angular.module(moduleName).config(["$provide", ($provide) => {
    $provide.decorator("camTasksDirective", ["$delegate", "$location", "camAPI", "$translate", "Notifications",
      ($delegate, $location, camAPI, $translate, Notifications) => {
        const [directive] = $delegate;
        directive.template = ROWS;
        directive.compile = () => (scope) => {
          let whenEmpty;
          scope.tasklistData.newChild(scope).observe("currentFilter", (filter) => {
            whenEmpty = filter?.properties.whenEmpty;
            scope.completed = null;
          });
          scope.whyEmpty = () => (document.body.classList.contains("xg-searches") ? NOTHING_FOUND : whenEmpty || "No tasks here.");
          scope.holder = holder;
          scope.mayTake = mayTake;
          scope.asItStands = asItStands;
          const refuse = (label, message) =>
            $translate(label).then((status) => Notifications.addError({ status, message, exclusive: true }));
          scope.seeMessages = ({ currentTarget }, task) =>
            showMessages(currentTarget, () => api("POST", `/api/tasks/${task.id}/messages`, asItStands(task).answers))
              .catch(({ message }) => refuse("COMPLETE_ERROR", message));
          scope.complete = async (task) => {
            const fact = factsOf(task);
            scope.taking = true;
            try {
              await api("POST", `/api/tasks/${task.id}`, fact.asItStands.answers);
              // In the middle of something else one stays there.
              const open = $location.search().task;
              scope.completed = open && open !== task.id ? fact : null;
              scope.$root.$broadcast("xg.completed", fact, Boolean(scope.completed));
            } catch ({ message }) {
              refuse("COMPLETE_ERROR", message);
            }
            scope.taking = false;
            scope.tasklistData.changed("taskList");
            scope.$evalAsync();
          };
          scope.takeAndOpen = (task) => {
            scope.taking = true;
            camAPI.resource("task").claim(task.id, scope.$root.authentication.name, (error) => {
              scope.taking = false;
              if (error) {
                refuse("CLAIM_ERROR", error.message);
              } else {
                scope.focus(null, task);
              }
              scope.tasklistData.changed("taskList");
            });
          };
        };
        return $delegate;
      }]);
  }]);
}
