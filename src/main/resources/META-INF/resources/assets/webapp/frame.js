/*
 * What stands around the work in Tasklist and Cockpit: the bar at the top, the line at the bottom, the way past them for who uses a
 * keyboard, and the voice for who listens to the page. Loaded before the app starts.
 */

/* One row in the order of reading: where one is, where one can go, who one is, and the way out. */
const BAR = `
  <div class="xg-bar">
    <a class="xg-bar__name" ng-if="authentication.name" href="#/"><span class="brand-logo"></span> {{ brandName }}</a>
    <nav class="sections-menu" aria-label="Main" ng-transclude></nav>
    <div class="xg-bar__person" ng-if="authentication.name">
      <span class="xg-bar__who">{{ userName || authentication.name }}</span>
      <button type="button" class="btn btn-default" ng-click="logout()">Sign out</button>
    </div>
  </div>`;

const LINE = "<p>Times of day are those of your time zone, {{ timezoneName }}, unless they name another.</p>";

const SPOKEN = "xg-said";

/** @param moduleName the Angular module the web app keeps for customisation */
export function frame(moduleName) {
  awaitWords(moduleName);
  addVoice();
  document.querySelector(".xg-skip").addEventListener("click", skip);
  document.addEventListener("keydown", press);
  window.angular.module(moduleName).config(["$provide", ($provide) => {
    replaceTemplate($provide, "camWidgetHeaderDirective", BAR);
    replaceTemplate($provide, "camWidgetFooterDirective", LINE);
  }]);
}

/* The app's words are a file that comes after its pages: whatever was drawn before would show their keys for ever. */
function awaitWords(moduleName) {
  window.angular.module(moduleName).run(["$q", "$rootScope", "$route", "$translate", ($q, root, route, translate) => {
    const words = $q((there) => {
      translate.onReady(there);
      root.$on("$translateLoadingError", there);
    });
    for (const page of Object.values(route.routes).filter((each) => !each.redirectTo)) {
      page.resolve = { ...page.resolve, words: () => words };
    }
  }]);
}

export function replaceTemplate($provide, directive, template) {
  $provide.decorator(directive, ["$delegate", (directives) => {
    directives[0].template = template;
    return directives;
  }]);
}

/** A link in the bar. */
export function link(pluginPoint, id, label, address, priority) {
  return {
    id,
    pluginPoint,
    priority,
    render(container) {
      const anchor = document.createElement("a");
      anchor.href = address;
      anchor.target = "_self";
      anchor.textContent = label;
      anchor.dataset.xgLink = id;
      container.append(anchor);
    },
  };
}

/** Says a sentence to who listens to the page; the same sentence twice is said twice. */
export function say(sentence) {
  const voice = document.getElementById(SPOKEN);
  voice.textContent = "";
  window.setTimeout(() => { voice.textContent = sentence; }, 100);
}

/** Puts the focus on something that cannot be typed into, and shows it from its top. */
export function focusOn(element) {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) {
    element.setAttribute("tabindex", "-1");
  }
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

/* The address behind "#" belongs to the app's own navigation, so the link's own jump would leave the page. */
function skip(event) {
  event.preventDefault();
  event.stopPropagation();
  const work = [...document.querySelectorAll("[data-xg-skip-to]")].find((each) => each.checkVisibility());
  focusOn(work || document.getElementById("xg-main"));
}

/** Links that are buttons by our word only answer to the keys of one. */
function press(event) {
  if ((event.key === "Enter" || event.key === " ") && event.target.matches("a[role='button']:not([href])")) {
    event.preventDefault();
    event.target.click();
  }
}

function addVoice() {
  const voice = document.createElement("div");
  voice.id = SPOKEN;
  voice.className = "sr-only";
  voice.setAttribute("role", "status");
  document.body.append(voice);
}
