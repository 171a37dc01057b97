/*
 * After a case is opened or a task completed nobody stands before an empty page: what was done is said, with the case's number as a link,
 * and what comes next for this person in the case is open. It is taken with its first answer, not before.
 */
import { api } from "../../../../../assets/forms/api.js";
import { knownFactsOf } from "./xg-facts.js";

/* The process goes on beside this window: what it brings is looked for again a few times. */
const LOOK_AGAIN = [0, 1200, 3000];

/* While it stands there, colleagues go on: what it says stays true as long as the lists beside it do. */
const STAYS_TRUE = 60_000;

const PANEL = `
<div class="xg-next" ng-if="next()">
  <h2 tabindex="-1">{{ next().done }}</h2>
  <p>
    <a ng-href="/cases/{{ next().caseNumber }}">Case {{ next().caseNumber }}</a> {{ next().positionTitle }}<span ng-if="!next().open"> is closed.</span>
  </p>
  <div ng-if="next().here.length">
    <h3>Next for you in this case</h3>
    <ul><li ng-repeat="task in next().here"><a ng-href="#/?task={{ task.id }}">{{ task.name }}</a><span ng-if="task.candidate">, {{ task.candidate }}</span>. {{ task.dueInWords }}.</li></ul>
  </div>
  <div ng-if="next().waiting.length && !next().here.length">
    <h3>It is with</h3>
    <ul><li ng-repeat="task in next().waiting">{{ holder(task) }}: {{ task.name }}<span ng-if="task.candidate">, {{ task.candidate }}</span>. {{ task.dueInWords }}.</li></ul>
  </div>
  <div ng-if="next().elsewhere">
    <h3>Your next task</h3>
    <p>
      <a class="btn btn-primary" ng-href="#/?task={{ next().elsewhere.id }}">{{ next().elsewhere.name }}</a>
      {{ next().elsewhere.caseNumber }} {{ next().elsewhere.positionTitle }}<span ng-if="next().elsewhere.candidate">, {{ next().elsewhere.candidate }}</span>.
      {{ next().elsewhere.dueInWords }}.
    </p>
  </div>
  <p ng-if="!next().here.length && !next().elsewhere">Nothing else waits for you now.</p>
</div>
<div class="no-task well" ng-if="!next()">{{ 'SELECT_TASK_IN_LIST' | translate }}</div>`;

/** Said above the task that follows. */
const FOLLOWING = `
<p class="xg-following" ng-if="following()">
  {{ following().done }} Next for you in <a ng-href="/cases/{{ following().caseNumber }}">case {{ following().caseNumber }}</a>:
</p>`;

const CHOOSE = /<div ng-hide="task">[\s\S]*?<\/div>\s*<\/div>/;
const TASK = /(<section ng-if="task"[\s\S]*?>)/;

let next = null;
let asked = null;
let tell = () => {};

/** @param found what is to be said, or null for nothing any more */
function say(found) {
  if (Boolean(next) !== Boolean(found)) {
    tell(Boolean(found));
  }
  next = found;
}

function holder(task) {
  return task.takenBy || task.roles.join(" or ");
}

/** What has just been done, in words: "Done: 8 Set Pay, Rashid Karimi." */
function done(fact) {
  return fact.name ? `Done: ${fact.name}${fact.candidate ? `, ${fact.candidate}` : ""}.` : "The case is open.";
}

async function lookFor(query, fact, show) {
  let last = null;
  for (const pause of LOOK_AGAIN) {
    await new Promise((resolve) => window.setTimeout(resolve, pause));
    last = await api("GET", `/api/tasks/next?${query}`).catch(() => last);
    if (!last) {
      return;
    }
    if (!show({ ...last, done: done(fact) }) || last.here.length > 0 || !last.open) {
      return;
    }
  }
}

/** Says what has just been done, and opens what follows. */
function goOn($location, $rootScope, fact, query) {
  const at = $location.search().task;
  say(null);
  const mine = { query };
  asked = mine;
  lookFor(query, fact, (found) => {
    // Whoever has opened something else meanwhile, or has gone back to the lists, is left there.
    if (asked !== mine || ($location.search().task && $location.search().task !== at)) {
      return false;
    }
    $rootScope.$evalAsync(() => {
      say(found);
      if (!fact.name) {
        $rootScope.$broadcast("xg.opened");
      }
      if (found.here.length > 0) {
        $location.search("task", found.here[0].id);
        $rootScope.$broadcast("refresh");
      }
    });
    return true;
  });
}

/** @param moduleName the Angular module in which Tasklist is customised */
export function offerNext(moduleName) {
  window.angular.module(moduleName).config(["$provide", ($provide) => {
    $provide.decorator("assignNotification", ["$location", "$rootScope", ($location, $rootScope) => ({ processInstanceId }) => {
      const fact = knownFactsOf($location.search().task, processInstanceId);
      goOn($location, $rootScope, fact, fact.caseNumber ? `case=${fact.caseNumber}` : `process=${processInstanceId}`);
    }]);

    $provide.decorator("camTasklistTaskDirective", ["$delegate", ($delegate) => {
      const [directive] = $delegate;
      directive.template = directive.template.replace(CHOOSE, `<div ng-hide="task">${PANEL}</div>`).replace(TASK, `$1${FOLLOWING}`);
      directive.compile = () => (scope) => {
        scope.next = () => next;
        scope.following = () => (next && scope.task && next.here.some((each) => each.id === scope.task.id) ? next : null);
        scope.holder = holder;
        // Once the person has gone on to something else, it is said no more.
        scope.$watch("task.id", (now) => {
          if (now && next && next.here.every((each) => each.id !== now)) {
            say(null);
          }
        });
      };
      return $delegate;
    }]);
  }]).run(["$location", "$rootScope", ($location, $rootScope) => {
    tell = (shown) => $rootScope.$broadcast("xg.next", shown);
    let list = $location.search().filter;
    const leave = () => {
      asked = null;
      say(null);
    };
    // Whoever goes to another list, or back to the lists, has read it.
    $rootScope.$on("xg.back", leave);
    $rootScope.$on("$locationChangeSuccess", () => {
      const now = $location.search().filter;
      if (list && now !== list) {
        leave();
      }
      list = now;
    });
    window.setInterval(async () => {
      const before = next;
      if (!before || document.hidden || $location.search().task) {
        return;
      }
      const found = await api("GET", `/api/tasks/next?${asked.query}`).catch(() => null);
      if (found && next === before) {
        $rootScope.$evalAsync(() => say({ ...found, done: before.done }));
      }
    }, STAYS_TRUE);
    $rootScope.$on("xg.completed", (_, fact, inTheMiddleOfSomethingElse) => {
      if (!inTheMiddleOfSomethingElse) {
        $location.search("task", null);
        goOn($location, $rootScope, fact, `case=${fact.caseNumber}`);
      }
    });
  }]);
}
