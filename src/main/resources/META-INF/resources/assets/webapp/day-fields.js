/* Days on our own pages are typed, chosen and told to be none as in the task forms. Without a script they are text that the server reads. */
import { takeOver } from "../forms/dates.js";
import { look } from "../forms/fields.js";

for (const field of document.querySelectorAll("input[data-day]")) {
  takeOver(field);
  field.addEventListener("change", () => look(document.body, field));
}
