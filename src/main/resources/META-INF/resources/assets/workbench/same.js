/* The one comparison of texts, as PlainText makes it on the server, for what is narrowed down in the browser. */

const APOSTROPHES = /['`\u00B4\u02B9\u02BB\u02BC\u02BD\u2018\u2019\u201A\u201B\u2032\u2035\uA78C\uFF07]/gu;
const QUOTATION_MARKS = /["\u00AB\u00BB\u02BA\u201C\u201D\u201E\u201F\u2033\u2036\u2039\u203A\u301D\u301E\u301F\uFF02]/gu;
const DASHES = /[\p{Pd}\u2212]/gu;
const SPACES = /[\p{Zs}\t\u2800]/gu;
/** What nobody sees, and what only says how the character before it is drawn. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0\u180B-\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const SEEN = /[^\p{Zs}\p{Cc}\p{Cf}\p{Mn}\p{Me}]/u;

const unified = (text) => text.replace(APOSTROPHES, "'").replace(QUOTATION_MARKS, '"').replace(DASHES, "-");

const folded = (text) => text.toLowerCase().toUpperCase().toLowerCase().replace(/i\u0307/gu, "i").normalize("NFKC");

/** What is the same for all texts that read alike, however they are typed; for comparing, never for showing. */
export function key(text) {
  const seen = text.replace(SPACES, " ").replace(UNSEEN, "");
  return SEEN.test(seen) ? unified(folded(unified(seen.normalize("NFC")).normalize("NFKC"))).replace(/\s+/gu, " ").trim() : "";
}
