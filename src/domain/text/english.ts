const NUMBERS = new Intl.NumberFormat('en-GB');

const DATES = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const MONTHS = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A whole number with separators. */
export function formatNumber(value: number): string {
  return NUMBERS.format(value);
}

/** A date as far as it is known: `2025`, `2025-07` or `2025-07-02` in words. */
export function formatDate(date: string): string {
  if (date.length === 4) return date;
  if (date.length === 7) return MONTHS.format(new Date(`${date}-01T00:00:00Z`));
  return DATES.format(new Date(`${date}T00:00:00Z`));
}

const PLURALS = {
  tool: 'tools',
  part: 'parts',
  'recorded tool': 'recorded tools',
  server: 'servers',
  attack: 'attacks',
  signal: 'signals',
  parameter: 'parameters',
  letter: 'letters',
  name: 'names',
  call: 'calls',
  policy: 'policies',
  guide: 'guides',
  value: 'values',
  field: 'fields',
  item: 'items',
  result: 'results',
  source: 'sources',
  pattern: 'patterns',
  case: 'cases',
  entry: 'entries',
  error: 'errors',
  finding: 'findings',
  warning: 'warnings',
} as const;

/** "1 tool", "2 tools", "1,204 tools". */
export function count(value: number, noun: keyof typeof PLURALS): string {
  return `${formatNumber(value)} ${value === 1 ? noun : PLURALS[noun]}`;
}

const NUMBER_WORDS = [
  ...['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];

/** "eleven" for 11; digits beyond twenty. For counts that sentences give of things in code, so that they follow it. */
export function numberWord(value: number): string {
  return NUMBER_WORDS[value] ?? formatNumber(value);
}

/** A text with its first letter large. */
export function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** "a, b and c". */
export function listWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A text that ends with exactly one full stop (or its own question or exclamation mark). */
export function sentence(text: string): string {
  const trimmed = text.trim().replace(/[.\s]+$/, '');
  return /[!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
