/*
 * What our own API tells of tasks: what each is about, who has it and until when. All that stand in a list are asked for in one request,
 * and one again when somebody has taken it or given it back.
 */
import { api } from "../../../../../assets/forms/api.js";

const NONE = Object.freeze({});
const RETRY_AFTER = 15000;
const ASK_AGAIN_AFTER = 2000;
const AT_ONCE = 100;

const known = new Map();
const asked = new Map();
const processes = new Map();
let waiting = [];
let tellAngular = () => {};

/** What decides whether the facts of a task are still true: who has it, and which day it is. */
function stateOf(task) {
  return [task.assignee || "", new Date().toDateString()].join("|");
}

/** For a moment list and open task may differ on who has a task: that is no reason to ask again and again. */
function isNews(task) {
  const last = asked.get(task.id);
  return !last || (last.state !== stateOf(task) && Date.now() - last.at > ASK_AGAIN_AFTER);
}

/** The facts of a task as far as they are known; what is not known yet is asked for. */
export function factsOf(task) {
  if (!task || !task.id) {
    return NONE;
  }
  processes.set(task.id, task.processInstanceId);
  if (isNews(task)) {
    asked.set(task.id, { state: stateOf(task), at: Date.now() });
    if (waiting.length === 0) {
      window.setTimeout(ask);
    }
    waiting.push(task.id);
  }
  return known.get(task.id) || NONE;
}

/** The facts of a task that was open, if it belongs to this process; none otherwise. */
export function knownFactsOf(id, process) {
  return processes.get(id) === process ? known.get(id) || NONE : NONE;
}

async function ask() {
  const ids = [...new Set(waiting)];
  waiting = [];
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const some = ids.slice(first, first + AT_ONCE);
    try {
      const facts = await api("GET", `/api/tasks/facts?ids=${some.join(",")}`);
      facts.forEach((each) => known.set(each.id, each));
    } catch {
      // The list stands without them; they are asked for again a little later.
      window.setTimeout(() => some.forEach((id) => asked.delete(id)), RETRY_AFTER);
    }
  }
  tellAngular();
}

/** Makes the facts known to templates: {{ (task | xgFacts).positionTitle }}. */
export function offerFacts(moduleName) {
  window.angular.module(moduleName)
    .filter("xgFacts", () => {
      const filter = (task) => factsOf(task);
      filter.$stateful = true;
      return filter;
    })
    .run(["$rootScope", ($rootScope) => {
      tellAngular = () => $rootScope.$evalAsync();
    }]);
}
