/* What the scripts of forms share: paths into values, and values in words. */

export const TRY_AGAIN = "The server could not be reached. What you entered stays here; try again in a moment.";

export const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

export function get(value, path) {
  return path.split(".").reduce((at, name) => (at === null || at === undefined ? undefined : at[name]), value);
}

export function set(target, path, value) {
  const names = path.split(".");
  const last = names.pop();
  const holder = names.reduce((at, name) => (isObject(at[name]) ? at[name] : (at[name] = {})), target);
  holder[last] = value;
}

/** Whether an answer counts as given; "false" is how a radio button says no. */
export function holds(value) {
  return Array.isArray(value) ? value.length > 0 : value !== "false" && Boolean(value);
}

const DATE = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });
const WEEKDAY = new Intl.DateTimeFormat("en-US", {
  weekday: "short", year: "numeric", month: "short", day: "numeric", timeZone: "UTC",
});
/** In the reader's own zone, which it names. */
const TIME = new Intl.DateTimeFormat("en-US", {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
});

export const formats = {
  /** A legal day has no time zone: 2026-03-04 is March 4 everywhere. */
  date: (value) => DATE.format(new Date(String(value).slice(0, 10) + "T00:00:00Z")),
  weekday: (value) => WEEKDAY.format(new Date(String(value).slice(0, 10) + "T00:00:00Z")),
  time: (value) => TIME.format(new Date(value)),
  size: (bytes) => (bytes < 1024 * 1024 ? Math.max(1, Math.round(bytes / 1024)) + " KB" : (bytes / 1024 / 1024).toFixed(1) + " MB"),
  yesno: (value) => (holds(value) ? "Yes" : "No"),
};

export function words(value, format) {
  if (value === null || value === undefined || value === "") {
    return "";
  }
  if (formats[format]) {
    return formats[format](value);
  }
  if (Array.isArray(value)) {
    return value.join(", ");
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return formats.date(value);
  }
  return typeof value === "boolean" ? formats.yesno(value) : String(value);
}

/** The sentence of an error, without what the engine puts in front of it. */
export function sentenceOf(error) {
  const text = String((error && error.message) || error || TRY_AGAIN);
  return text.replace(/^(?:Cannot (?:submit|complete|instantiate)[^:]*:\s*)+/i, "").replace(/^ENGINE-\d+\s*/, "");
}
