/*
 * Finding tasks: by words, in all lists at once, and in the order in which they are due. Words go to our own API, which knows positions
 * and, for who may know them, candidates; they never stand in an address.
 */
import { api } from "../../../../../assets/forms/api.js";
import { inWords } from "./xg-counts.js";

const ROWS_A_PAGE = 25;
const PAUSE = 400;
/* More would push the tasks out of sight. */
const CASES_NAMED = 3;
const NOTHING = { cases: [], more: false };

/** By the value of the choice "Sorted by". */
const ORDERS = {
  due: { label: "Due date", sorting: [{ sortBy: "dueDate", sortOrder: "asc" }, { sortBy: "created", sortOrder: "asc" }] },
  newest: { label: "Newest first", sorting: [{ sortBy: "created", sortOrder: "desc" }] },
  step: { label: "Step", sorting: [{ sortBy: "name", sortOrder: "asc" }, { sortBy: "dueDate", sortOrder: "asc" }] },
};

const SEARCH = `
<form class="xg-find" role="search" ng-submit="find(true)">
  <div class="xg-find-words">
    <label for="xg-words">Find a case by number, position or candidate</label>
    <div class="xg-find-line">
      <input id="xg-words" type="search" class="form-control" autocomplete="off" ng-model="typed.words" ng-change="soon()">
      <button type="submit" class="btn btn-default">Find</button>
    </div>
  </div>
  <div class="xg-find-order">
    <label for="xg-order">Sorted by</label>
    <select id="xg-order" class="form-control" ng-model="typed.order" ng-change="sort()"
        ng-options="each.value as each.label for each in orders"></select>
  </div>
  <p class="xg-found" role="status">{{ said() }}</p>
  <ul class="xg-found-cases" ng-if="found.length && found.length <= ${CASES_NAMED}">
    <li ng-repeat="each in found">
      <a ng-href="/cases/{{ each.number }}">Case {{ each.number }}</a> {{ each.positionTitle }}<span ng-if="!each.open"> (closed)</span>
    </li>
  </ul>
  <p class="xg-found-cases" ng-if="refusal" role="alert">{{ refusal }}</p>
</form>`;

/** Whether somebody means a number and not the name of a step. */
function isNumber(words) {
  return /^(xgh|[\d-]{3,}$)/i.test(words);
}

/**
 * What the engine is asked for: the tasks of the open cases that were found, else those of a step of that name. Lists of cases reach the
 * engine in a nested query only; beside a list's own conditions it would forget them.
 */
function queryFor(words, cases) {
  const open = cases.filter((each) => each.open).map((each) => each.number);
  if (open.length > 0 || isNumber(words)) {
    return { everywhere: true, orQueries: [{ processInstanceBusinessKeyIn: open.length > 0 ? open : [words.toUpperCase()] }] };
  }
  return { everywhere: true, nameLike: `%${words.replace(/[\\%_]/g, "\\$&")}%` };
}

/** The list in which everything stands that a person may see: the last of the ready-made ones. */
function widest(filters, otherwise) {
  return (filters || []).reduce(
    (one, other) => (other.properties.priority > one.properties.priority ? other : one), otherwise);
}

function decorateQuery($provide) {
  $provide.decorator("dataDepend", ["$delegate", "$location", ($delegate, $location) => {
    const query = ["currentFilter", "searchQuery", "filters", (filter, search, filters) => {
      if (!filter) {
        return null;
      }
      const { everywhere, ...wanted } = search;
      const address = $location.search();
      return {
        ...wanted,
        id: (everywhere ? widest(filters, filter) : filter).id,
        firstResult: ROWS_A_PAGE * ((Number(address.page) || 1) - 1),
        maxResults: ROWS_A_PAGE,
        sorting: (ORDERS[address.order] || ORDERS.due).sorting,
        active: true,
      };
    }];
    const { create } = $delegate;
    $delegate.create = (...scope) => {
      const data = create(...scope);
      const { provide } = data;
      data.provide = (name, value) => provide(name, name === "taskListQuery" ? query : value);
      return data;
    };
    return $delegate;
  }]);
}

// Angular makes controllers by "new", which an arrow function does not take.
const controller = ["$scope", "$location", "$timeout", "search", function search($scope, $location, $timeout, address) {
  const data = $scope.tasklistData.newChild($scope);
  let latest = 0;
  let pause;
  let list;

  $scope.orders = Object.entries(ORDERS).map(([value, { label }]) => ({ value, label }));
  const { case: sought, order } = $location.search();
  $scope.typed = { words: sought || "", order: ORDERS[order] ? order : "due" };
  $scope.found = [];
  $scope.sought = "";

  $scope.soon = () => {
    $timeout.cancel(pause);
    pause = $timeout($scope.find, PAUSE);
  };

  /** @param again also what has been found already: whoever presses the button wants to know what there is now */
  $scope.find = async (again = false) => {
    $timeout.cancel(pause);
    const words = ($scope.typed.words || "").trim();
    if (words === $scope.sought && !again) {
      return;
    }
    const asked = ++latest;
    $scope.refusal = null;
    let answer = NOTHING;
    try {
      answer = words === "" ? NOTHING : await api("POST", "/api/tasks/search", { words });
    } catch (refusal) {
      $scope.refusal = refusal.message;
    }
    if (asked === latest) {
      $scope.$evalAsync(() => show(words, answer));
    }
  };

  function show(words, { cases, more }) {
    $scope.sought = words;
    // Counted once the list with what was found is there.
    $scope.total = undefined;
    $scope.found = cases;
    // Open cases stand before closed ones: whether tasks are missing is told by the last.
    $scope.isCut = more && cases[cases.length - 1].open;
    // The number beside a list's name counts that list; what was found is counted here.
    document.body.classList.toggle("xg-searches", words !== "");
    address.updateSilently({ page: null, case: null }, true);
    // Tasklist closes the open task with another list; who has opened one while the answer was on its way is left there. It never gets
    // into the address: Tasklist takes it out again at once, and would then keep silent about the next change, which closes a task.
    $location.search().forceDisplayTask = true;
    data.set("searchQuery", words === "" ? {} : queryFor(words, cases));
  }

  $scope.sort = () => {
    address.updateSilently({ page: null, order: $scope.typed.order === "due" ? null : $scope.typed.order });
    data.changed("taskListQuery");
  };

  $scope.said = () => {
    if ($scope.sought === "" || $scope.total === undefined) {
      return "";
    }
    const count = $scope.total === 0 ? "No open task" : $scope.total === 1 ? "One open task" : `${inWords($scope.total)} open tasks`;
    return $scope.isCut
      ? `${count} in the ${$scope.found.length} newest cases for "${$scope.sought}". There are more cases: add a word to find the tasks of others.`
      : `${count} in all your lists for "${$scope.sought}".`;
  };

  data.observe("taskList", (tasks) => {
    $scope.total = tasks.count;
  });

  // Whoever chooses a list wants to see that list.
  data.observe("currentFilter", (filter) => {
    if (list && filter && list !== filter.id && $scope.sought !== "") {
      $scope.typed.words = "";
      $scope.find();
    }
    list = filter && filter.id;
  });

  $scope.find();
}];

/** @param moduleName the Angular module in which Tasklist is customised */
export function findTasks(moduleName) {
  window.angular.module(moduleName).config(["$provide", "ViewsProvider", ($provide, ViewsProvider) => {
    decorateQuery($provide);
    ViewsProvider.registerDefaultView("tasklist.list", { id: "xg-find", template: SEARCH, controller, priority: 100 });
  }]);
}
