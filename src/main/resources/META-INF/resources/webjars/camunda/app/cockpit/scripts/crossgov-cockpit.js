/* Our part of Cockpit, loaded by config.js before Cockpit starts. */
import { joinSession } from "../../../../assets/webapp.js";

joinSession("cam.cockpit.custom");

function render(container) {
  const anchor = document.createElement("a");
  anchor.href = "/";
  anchor.textContent = "Start page";
  container.append(anchor);
}

export default [{ id: "xg-start", pluginPoint: "cockpit.navigation", priority: 1000, render }];
