/* Days on our own pages are typed, chosen and told to be none as in the task forms. Without a script they are text that the server reads. */
import * as dates from "../forms/dates.js";
import { mark, unmark } from "../forms/errors.js";

for (const field of document.querySelectorAll("input[data-day]")) {
  dates.takeOver(field);
  field.addEventListener("change", () => {
    const fault = dates.fault(field);
    if (fault) {
      mark(field, fault);
    } else {
      unmark(field);
      dates.write(field, dates.read(field));
    }
  });
}
