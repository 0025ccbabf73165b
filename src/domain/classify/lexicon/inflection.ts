import { words } from './word-list.ts';

const NOT_PLURAL =
  /(?:ss|us|is|news|status|address|dns|aws|gps|https?|os|css|js|sms|tls|alias|canvas|kubernetes|postgres|sales|analytics|series)$/;

/** The singular of an English noun, as far as endings tell; words that only look plural stay. */
export function singular(word: string): string {
  if (word.length < 4 || NOT_PLURAL.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** True for a noun that stands in the plural. */
export function isPlural(word: string): boolean {
  return singular(word) !== word;
}

/** The forms in which a text may use a verb: delete, deletes, deleting. Past forms are left out: they describe, they do not act. */
export function verbForms(base: string): { readonly plain: string; readonly third: string; readonly gerund: string } {
  const third = /(?:s|x|z|sh|ch|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  const gerund = DOUBLED.has(base)
    ? `${base}${base.at(-1)}ing`
    : /[^eoy]e$/.test(base)
      ? `${base.slice(0, -1)}ing`
      : `${base}ing`;
  return { plain: base, third, gerund };
}

/** The form of a verb that a passive uses: deleted, sent. */
export function participle(base: string): string {
  const irregular = IRREGULAR.get(base);
  if (irregular !== undefined) return irregular;
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return DOUBLED.has(base) ? `${base}${base.at(-1)}ed` : `${base}ed`;
}

/** Participles that no ending makes. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  [
    'send sent; resend resent; sell sold; buy bought; pay paid; repay repaid; prepay prepaid; write written; rewrite rewritten',
    'overwrite overwritten; make made; build built; rebuild rebuilt; run run; rerun rerun; set set; reset reset; put put; shut shut',
    'withdraw withdrawn; draw drawn; find found; get got; read read; tell told; show shown; do done; undo undone; redo redone',
    'begin begun; bet bet; bid bid; hide hidden; forget forgotten; lend lent; fly flown; cast cast; broadcast broadcast; split split',
    'unset unset; bind bound; unbind unbound; seek sought; take taken; give given; speak spoken; choose chosen; dig dug; drive driven',
  ]
    .join('; ')
    .split('; ')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Verbs whose last consonant is doubled before -ing. */
const DOUBLED: ReadonlySet<string> = words(
  'get set put run stop drop tag plan log begin swap ship scan submit commit chat pin trim unpin unset tap drag plot cut',
);
