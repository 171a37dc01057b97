/* Elements that scripts make. Text only ever becomes text, never markup. */

const EVENTS = ["click", "change", "input", "keydown", "toggle"];
const PROPERTIES = ["value", "checked", "disabled", "hidden", "indeterminate"];

let ids = 0;

export const nextId = (stem) => `xg-${stem}-${++ids}`;

/** An element; functions among the attributes listen, and what is null or false, of children too, is left out. */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined) {
      continue;
    }
    if (PROPERTIES.includes(name)) {
      made[name] = value;
    } else if (EVENTS.includes(name) && value) {
      made.addEventListener(name, value);
    } else if (value !== false) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}
