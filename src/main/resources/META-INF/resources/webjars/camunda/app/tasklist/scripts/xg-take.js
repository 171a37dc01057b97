/*
 * A task nobody has taken is open to everybody of its role: whoever gives the first answer, or completes it, has taken it, and colleagues
 * see that. Nobody has to press a button first. Only the workbench stays as it is: what is recorded there goes on whoever has taken the
 * task, and to end the review is for who has.
 */
import { factsOf } from "./xg-facts.js";

/** @param moduleName the Angular module in which Tasklist is customised */
export function takeByFirstAnswer(moduleName) {
  window.angular.module(moduleName).config(["$provide", ($provide) => {
    $provide.decorator("camTasklistFormDirective", ["$delegate", "camAPI", ($delegate, camAPI) => {
      const [directive] = $delegate;
      const before = directive.compile;
      directive.compile = (...given) => {
        const link = before && before(...given);
        return (scope, element, ...rest) => {
          if (typeof link === "function") {
            link(scope, element, ...rest);
          }
          openToRole(scope, element, (task, refused) => {
            camAPI.resource("task").claim(task.id, scope.$root.authentication.name, (error) => {
              if (error) {
                // Who was first stands in the form as soon as the task is read again.
                refused();
              }
              scope.$parent.taskData.changed("task");
              scope.$parent.taskData.changed("taskList");
            });
          });
        };
      };
      return $delegate;
    }]);
  }]);
}

/** @param take takes the task, and says so when it is not to be had */
function openToRole(scope, element, take) {
  // The form that opens a case belongs to no task.
  const task = () => (scope.params && scope.params.taskId ? scope.$parent.task : null);
  const isFree = () => Boolean(task() && !task().assignee && factsOf(task()).forReader);
  const isWorkbench = () => element[0].querySelector("[data-workbench]") !== null;
  const me = () => scope.$root.authentication && scope.$root.authentication.name;
  /** A colleague who has the task, by name as soon as it is known. */
  const colleague = () => (task() && task().assignee && task().assignee !== me() ? factsOf(task()).takenBy || "A colleague" : "");
  let taken = null;
  const isTaking = () => Boolean(taken) && taken === task()?.id;

  scope.$watchGroup([() => scope.options && scope.options.disableForm, isFree, isWorkbench, isTaking], () => {
    if (!isFree()) {
      taken = null;
    } else {
      scope.options.disableForm = isWorkbench();
      scope.options.disableCompleteButton = isWorkbench() || isTaking();
    }
  });

  scope.$watch(colleague, (name) => {
    element[0].dataset.xgTakenBy = name || "";
  });

  function onAnswer() {
    if (!isFree() || isWorkbench() || isTaking()) {
      return;
    }
    // Said at once: one answer brings more than one event. It holds until the task is seen to be taken, or is not to be had.
    taken = task().id;
    scope.$evalAsync(() => take(task(), () => {
      taken = null;
    }));
  }

  element[0].addEventListener("input", onAnswer);
  element[0].addEventListener("change", onAnswer);
}
