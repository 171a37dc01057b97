/*
 * A list to choose from that is too long to be offered as a whole: a field for words beside it, and the server answers with what fits. The
 * list stays a select, which every browser and screen reader knows; what is chosen in it stays chosen, whatever is looked for.
 */

import { api } from "./api.js";
import { offer } from "./filling.js";
import { sentenceOf } from "./words.js";

/** In milliseconds; whoever types on is not answered yet. */
const PAUSE = 250;

export class Narrowing {
  constructor(form, field) {
    this.form = form;
    this.field = field;
    this.asked = 0;
    field.addEventListener("input", () => {
      window.clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => this.look(field.value.trim()), PAUSE);
    });
  }

  get select() {
    return this.form.root.querySelector(`select[data-field="${CSS.escape(this.field.dataset.narrows)}"]`);
  }

  /** A choice of earlier, which the list does not offer today among the first, is looked for. */
  async choose(value) {
    if (!value || this.select.value === value) {
      return;
    }
    const found = await this.ask(value);
    if (found && found.options.some((each) => each.value === value)) {
      offer(this.select, [...found.options.filter((each) => each.value === value), ...this.offered()]);
      this.select.value = value;
      this.form.showAndHide();
    }
  }

  async look(words) {
    const found = await this.ask(words);
    if (!found) {
      return;
    }
    const chosen = this.offered().find((each) => each.value === this.select.value);
    const fits = found.options.some((each) => chosen && each.value === chosen.value);
    offer(this.select, chosen && !fits ? [chosen, ...found.options] : found.options);
    if (chosen) {
      this.select.value = chosen.value;
    }
    this.tell(found.inWords);
  }

  /** What the server finds; null when it does not, or when something else has been asked since. */
  async ask(words) {
    const mine = ++this.asked;
    try {
      const found = await api("GET", `${this.field.dataset.asks}?words=${encodeURIComponent(words)}`);
      return mine === this.asked ? found : null;
    } catch (error) {
      this.tell(sentenceOf(error));
      return null;
    }
  }

  offered() {
    return [...this.select.options]
      .filter((option) => option.dataset.offered)
      .map((option) => ({ value: option.value, label: option.text }));
  }

  tell(sentence) {
    this.form.root.querySelector(`[data-narrowed="${CSS.escape(this.field.dataset.narrows)}"]`).textContent = sentence;
  }
}
