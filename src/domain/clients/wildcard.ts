/**
 * Whether a pattern with `*` (any text) and, if asked for, `?` (one character) fits the whole text. Runs in the product of
 * both lengths: a pattern of a stranger must not make a regular expression that never ends.
 */
export function fitsWildcard(pattern: string, text: string, hasQuestionMark = false): boolean {
  let at = 0;
  let inText = 0;
  let star = -1;
  let resume = 0;
  while (inText < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      resume = inText;
    } else if (at < pattern.length && (pattern[at] === text[inText] || (hasQuestionMark && pattern[at] === '?'))) {
      at++;
      inText++;
    } else if (star >= 0) {
      at = star + 1;
      inText = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
