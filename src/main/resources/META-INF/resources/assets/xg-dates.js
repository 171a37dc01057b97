/*
 * Days in forms. A browser's own date field makes "18/11/2025" another day without a word, and reads what is typed in the order of the
 * browser's language; here a day is typed or pasted as text, and what is none stays as it was typed until the person has mended it.
 */
(function () {
  "use strict";

  const FIRST_YEAR = 1900;
  const LAST_YEAR = 2199;
  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

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
    const month = read ? MONTHS.findIndex((each) => read[1].toLowerCase().startsWith(each)) + 1 : 0;
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
  function fault(field) {
    const text = field.value.trim();
    return text === "" || parse(text)
      ? null
      : `“${text}” is not a date. Enter month, day and year, for example 11/18/2026.`;
  }

  /** Makes a date field one that takes text, with the browser's calendar beside it for those who use a mouse. */
  function takeOver(field) {
    field.type = "text";
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
    const around = document.createElement("span");
    around.className = "xg-date";
    field.replaceWith(around);
    around.append(field, open, calendar);
  }

  window.xgDates = { parse, typed, fault, takeOver };
})();
