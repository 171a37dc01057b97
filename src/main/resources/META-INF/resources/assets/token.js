/* What the server tells our pages by from others': each change carries this token, the cookie and the request saying the same. */

const COOKIE = "XG-XSRF";
const HEADER = "X-XG-XSRF";

/** The token of the person's session, empty for none. Each sign-in, in whatever tab, gives the browser another. */
export function token() {
  const cookie = document.cookie.split("; ").find((each) => each.startsWith(`${COOKIE}=`));
  return cookie ? decodeURIComponent(cookie.slice(COOKIE.length + 1)) : "";
}

/** As a request carries it. */
export const tokenHeader = () => ({ [HEADER]: token() });
