/*
 * Days in forms. A browser's own date field makes "18/11/2025" another day without a word, and reads what is typed in the order of the
 * browser's language; here a day is typed or pasted as text, and what is none stays as it was typed until the person has mended it.
 */

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/* Of a day's text; more is told to be no date without being said again. */
const LONGEST = 40;
const MONTHS = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
];

const two = (number) => String(number).padStart(2, "0");

/** Year, month and day of what can be meant in one way only. */
function parts(text) {
  let read = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (read) {
    return [read[1], read[2], read[3]].map(Number);
  }
  read = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (read) {
    return [read[4], read[1], read[3]].map(Number);
  }
  read = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(text);
  const month = read ? MONTHS.findIndex((each) => each.startsWith(read[1].toLowerCase())) + 1 : 0;
  return month > 0 ? [Number(read[3]), month, Number(read[2])] : null;
}

/** The day as the server takes it, 2026-11-18; null when the text is no day that exists. */
function parse(text) {
  const [year, month, day] = parts(text.trim()) || [];
  if (!year || year < FIRST_YEAR || year > LAST_YEAR) {
    return null;
  }
  const meant = new Date(Date.UTC(year, month - 1, day));
  return meant.getUTCMonth() === month - 1 && meant.getUTCDate() === day ? `${year}-${two(month)}-${two(day)}` : null;
}

/** The day as people type it here, 11/18/2026; text that is none stays as it is. */
function typed(value) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(value) || [];
  return year ? `${month}/${day}/${year}` : String(value);
}

/** Why a field's text is no answer; null when it is one, or empty. */
export function fault(field) {
  const text = field.value.trim();
  if (text === "" || parse(text)) {
    return null;
  }
  const quoted = text.length > LONGEST ? "This" : `“${text}”`;
  return `${quoted} is not a date. Enter month, day and year, for example 11/18/2026.`;
}

/** What is sent: the day, or what was typed when it is none, for the server to say so with whatever else is wrong; null for nothing. */
export function read(field) {
  const text = field.value.trim();
  return text === "" ? null : parse(text) || text;
}

/** Puts a day into the field, or text that is none. */
export function write(field, value) {
  field.value = value ? typed(value) : "";
}

/** Makes a date field one that takes text, with the browser's calendar beside it for those who use a mouse. */
export function takeOver(field) {
  if (field.type === "date") {
    const given = field.value;
    field.type = "text";
    write(field, given);
  }
  field.dataset.date = "";
  field.autocomplete = "off";
  field.placeholder = "mm/dd/yyyy";
  const calendar = document.createElement("input");
  calendar.type = "date";
  const open = document.createElement("button");
  open.type = "button";
  open.className = "xg-date__open";
  open.title = "Choose from a calendar";
  for (const each of [calendar, open]) {
    // What the calendar does, the text field does for everybody.
    each.tabIndex = -1;
    each.setAttribute("aria-hidden", "true");
  }
  open.addEventListener("click", () => {
    calendar.value = parse(field.value) || "";
    calendar.showPicker();
  });
  calendar.addEventListener("change", (event) => {
    event.stopPropagation();
    field.value = typed(calendar.value);
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
  });
  let around = field.parentElement;
  if (!around || !around.classList.contains("xg-date")) {
    around = document.createElement("span");
    around.className = "xg-date";
    field.replaceWith(around);
    around.append(field);
  }
  // A field that is there already stays where it is: whoever types into it goes on.
  around.append(open, calendar);
}
