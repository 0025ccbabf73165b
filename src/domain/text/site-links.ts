/** Code: what stands in it is shown, and leads nowhere. */
const CODE = /^([ \t]*)(```+|~~~+)[\s\S]*?(?:^\1?[ \t]*\2[`~]*[ \t]*$|(?![\s\S]))|(`+)(?!`)[\s\S]*?[^`]\3(?!`)/gm;

/** The forms in which MDX names an address: a link or picture of Markdown, a definition of one, and an attribute of an element. */
const FORMS: readonly RegExp[] = [
  /\]\(\s*<?(\/[^)\s>]*)/g,
  /^[ \t]{0,3}\[[^\]\n]+\]:[ \t]*<?(\/[^\s>]*)/gm,
  /\s(?:href|src|action)=(?:\{\s*)?["'`](\/[^"'`\s]*)["'`]/g,
];

/**
 * Addresses of this site that a text in MDX links to, as written, without `?` and `#` parts, once each. Not found is what an
 * expression or a component makes: that is known when the page is built.
 */
export function siteLinks(body: string): string[] {
  const text = body.replace(CODE, '');
  const found = FORMS.flatMap((form) => [...text.matchAll(form)].map((match) => match[1] as string))
    .filter((link) => !link.startsWith('//'))
    .map((link) => link.replace(/[?#].*$/, ''));
  return [...new Set(found)];
}
