/* Days on our own pages are typed, chosen and told to be none as in the task forms. Without a script they are text that the server reads. */
import "../xg-errors.js";
import "../xg-dates.js";

const { xgDates, xgErrors } = window;

for (const field of document.querySelectorAll("input[data-day]")) {
  xgDates.takeOver(field);
  field.addEventListener("change", () => {
    const fault = xgDates.fault(field);
    if (fault) {
      xgErrors.mark(field, fault);
    } else {
      xgErrors.unmark(field);
      xgDates.write(field, xgDates.read(field));
    }
  });
}
