/* The application's own API, for forms and pages. */

import { tokenHeader } from "../token.js";
import { TRY_AGAIN } from "./words.js";

const SIGNED_OUT = "You are signed out. Sign in again in another tab, then repeat this step; what you entered stays here.";

/** A browser sends no more than this with a request that outlives its page. */
const LARGEST_LAST_WORD = 60_000;

/** Where the answer came from something on the way, and not from the application, it has a number and no sentence. */
function saysWithoutWords(status) {
  if (status === 401) {
    return SIGNED_OUT;
  }
  return status >= 500
    ? `The server could not answer (${status}). What you entered stays here; try again in a moment.`
    : `This was not taken on the way to the server (${status}). What you entered stays here.`;
}

/**
 * Asks the server, and answers with its response and the JSON in it, null when it has none. Without a network it throws.
 *
 * @param more.headers by name
 * @param more.cache as fetch takes it
 * @param more.outlivesThePage whether it arrives even when the page is left at once, as far as browsers do that
 */
export async function ask(method, path, body, more = {}) {
  const headers = { Accept: "application/json", ...(method === "GET" ? {} : tokenHeader()), ...more.headers };
  let payload = body;
  if (body !== undefined && body !== null && !(body instanceof FormData)) {
    headers["Content-Type"] = "application/json";
    payload = JSON.stringify(body);
  }
  const isShort = payload === undefined || payload === null || (typeof payload === "string" && payload.length < LARGEST_LAST_WORD);
  const response = await fetch(path, {
    method,
    headers,
    body: payload,
    cache: more.cache,
    keepalive: !!more.outlivesThePage && isShort,
    credentials: "same-origin",
    redirect: "error",
  });
  const text = await response.text();
  try {
    return { response, json: text === "" ? null : JSON.parse(text) };
  } catch {
    return { response, json: null };
  }
}

/**
 * Calls our API and answers with its JSON, or null when it has none. An error carries the server's sentence as its message, and
 * status, field, rule and all its errors where the server names them.
 *
 * @param more as ask() takes it
 */
export async function api(method, path, body, more) {
  let answer;
  try {
    answer = await ask(method, path, body, more);
  } catch {
    throw new Error(TRY_AGAIN);
  }
  const { response, json } = answer;
  if (response.ok) {
    return json;
  }
  const words = json && (json.detail || json.message);
  // The server says to sign in; where, so that nothing is lost, is known here.
  const says = response.status === 401 || !words ? saysWithoutWords(response.status) : words;
  throw Object.assign(new Error(says), {
    status: response.status,
    field: json && json.field,
    errors: json && json.errors,
    rule: json && json.rule,
  });
}

/** The messages that a change of a case or a pool would send; it is not made. */
export const messagesOf = (method, path, body) => api(method, path, body, { headers: { "X-XG-Preview": "messages" } });
