/* The application's own API, for forms. */
(function () {
  "use strict";

  const { TRY_AGAIN } = xgWords;
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

  function csrfToken() {
    const cookie = document.cookie.split("; ").find((each) => each.startsWith("XG-XSRF="));
    return cookie ? decodeURIComponent(cookie.slice("XG-XSRF=".length)) : "";
  }

  /**
   * Calls our API and answers with its JSON, or null when it has none. An error carries the server's sentence as its message, and
   * status, field, rule and all its errors where the server names them.
   *
   * @param more.headers by name
   * @param more.outlivesThePage whether it arrives even when the page is left at once, as far as browsers do that
   */
  async function api(method, path, body, more = {}) {
    const headers = { Accept: "application/json", ...more.headers };
    if (method !== "GET") {
      headers["X-XG-XSRF"] = csrfToken();
    }
    let payload = body;
    if (body !== undefined && body !== null && !(body instanceof FormData)) {
      headers["Content-Type"] = "application/json";
      payload = JSON.stringify(body);
    }
    const keepalive = !!more.outlivesThePage && typeof payload === "string" && payload.length < LARGEST_LAST_WORD;
    let response;
    try {
      response = await fetch(path, { method, headers, body: payload, keepalive, credentials: "same-origin", redirect: "error" });
    } catch {
      throw new Error(TRY_AGAIN);
    }
    const text = await response.text();
    let answer = null;
    try {
      answer = text === "" ? null : JSON.parse(text);
    } catch {
      answer = null;
    }
    if (response.ok) {
      return answer;
    }
    const words = answer && (answer.detail || answer.message);
    // The server says to sign in; where, so that nothing is lost, is known here.
    const says = response.status === 401 || !words ? saysWithoutWords(response.status) : words;
    throw Object.assign(new Error(says), {
      status: response.status,
      field: answer && answer.field,
      errors: answer && answer.errors,
      rule: answer && answer.rule,
    });
  }

  /** The messages that a change of a case or a pool would send; it is not made. */
  const messagesOf = (method, path, body) => api(method, path, body, { headers: { "X-XG-Preview": "messages" } });

  window.xgApi = api;
  window.xgApi.messagesOf = messagesOf;
})();
