/** Programs and commands that fetch a text. */
const FETCHES =
  /^(?:curl|wget|wget2|aria2c|irm|iwr|invoke-restmethod|invoke-webrequest|start-bitstransfer|downloadstring)$/;
/** Programs and commands that run a text. */
const RUNS =
  /^(?:(?:ba|z|da|a|k|fi|c|tc)?sh|python[\d.]*|node|deno|bun|perl|ruby|php|pwsh|powershell|cmd|iex|invoke-expression|eval|source|\.)$/;
/** What may stand before the program that a line starts. */
const BEFORE = /^(?:sudo|doas|env|exec|nohup|command|time|stdbuf|chmod)$/;

/**
 * Whether a command line fetches a text and runs it unseen: `curl … | sh`, `bash -c "$(curl …)"`, `wget … && sh install.sh`,
 * `irm … | iex`, `curl … | tar xz && ./server`, `deno run https://…`, `python -c "exec(urlopen(…).read())"`. The answer may be yes for a line that does something milder; it takes time in proportion to the text.
 */
export function downloadsAndRuns(command: string, args: readonly string[]): boolean {
  if (args.some((arg) => IN_CODE.fetches.test(arg) && IN_CODE.runs.test(arg))) return true;
  const words = wordsOf([command, ...args].join(' '));
  if (words.some((word, index) => programName(word) === 'deno' && isAddressOf(words, index))) return true;
  const first = words.findIndex((word) => FETCHES.test(programName(word)));
  return (
    first >= 0 && (isPiped(words, first) || isUnpacked(words, first) || isSubstituted(words) || isKept(words, first))
  );
}

/** What a program in the command line itself does: fetching, and running what was fetched. */
const IN_CODE = {
  fetches: /\b(?:urlopen|requests\.get|httpx\.get|fetch)\s*\(/,
  runs: /\b(?:exec|eval)\s*[()]|\bnew Function\b/,
};

/** Whether `deno run` is given an address. */
function isAddressOf(words: readonly string[], index: number): boolean {
  if (words[index + 1] !== 'run') return false;
  return /^https?:\/\//i.test(words.slice(index + 2).find((word) => !word.startsWith('-')) ?? '');
}

/** Programs that unpack what they are given. */
const UNPACKS = /^(?:tar|bsdtar|unzip|gunzip|zcat|cpio)$/;

/** An archive is unpacked, and a program by its path is started after that. */
function isUnpacked(words: readonly string[], first: number): boolean {
  const at = words.findIndex((word, index) => index > first && UNPACKS.test(programName(word)));
  return (
    at >= 0 &&
    words.some((word, index) => index > at && SEPARATORS.test(word) && /^\.{0,2}\//.test(words[index + 1] ?? ''))
  );
}

/** What ends a command, so that another one begins. */
const SEPARATORS = /^(?:;|&&|\|\||&|\n)$/;

/** Words, and each mark of a shell as a word of its own; quotes are taken off. */
function wordsOf(text: string): string[] {
  return text.match(/\|\||&&|>>?|[$<]?\(|[)`|;&\n]|[^\s"'()`|;&<>$]+|[$<]/g) ?? [];
}

function programName(word: string): string {
  return (word.split(/[\\/]/).at(-1) ?? '')
    .toLowerCase()
    .replace(/\.exe$/, '')
    .replace(/^.*\.(?=downloadstring$)/, '');
}

/** The program that a line starts, from its first word on. */
function startedAt(words: readonly string[], from: number): string {
  for (const word of words.slice(from, from + 8)) {
    if (BEFORE.test(programName(word)) || word.startsWith('-') || /^\w+=/.test(word)) continue;
    return programName(word);
  }
  return '';
}

function isPiped(words: readonly string[], first: number): boolean {
  return words.some((word, index) => index > first && word === '|' && RUNS.test(startedAt(words, index + 1)));
}

/** What is fetched stands as a command's own text: `eval "$(curl …)"`, `bash <(curl …)`, `iex (irm …)`. */
function isSubstituted(words: readonly string[]): boolean {
  return words.some((word, index) => {
    // A method of PowerShell's: `iex ((New-Object Net.WebClient).DownloadString(…))`.
    if (programName(word) === 'downloadstring') return words.some((each) => /^(?:iex|invoke-expression)$/i.test(each));
    if (!FETCHES.test(programName(word)) || !isInside(words, index)) return false;
    return RUNS.test(programName(runnerBefore(words, index)));
  });
}

/** Whether a bracket or a backquote opens just before a word, or before what passes on to it. */
function isInside(words: readonly string[], index: number): boolean {
  const before = words.slice(Math.max(0, index - 6), index);
  const last = before.findLast((word) => !BEFORE.test(word) && !word.startsWith('-') && !/^\w+=/.test(word));
  return last !== undefined && /^(?:[$<]?\(|`)$/.test(last);
}

/** The nearest word before a bracket that is neither a mark nor an option. */
function runnerBefore(words: readonly string[], index: number): string {
  const before = words.slice(Math.max(0, index - 8), index).reverse();
  const open = before.findIndex((word) => /^(?:[$<]?\(|`)$/.test(word));
  return before.slice(open + 1).find((word) => !/^(?:[$<]?\(|`|-.*)$/.test(word)) ?? '';
}

/** What is fetched is kept as a file, and that is run: `curl -o x … && sh x`, `wget …/x.sh; chmod +x x.sh`. */
function isKept(words: readonly string[], first: number): boolean {
  const end = words.findIndex((word, index) => index > first && SEPARATORS.test(word));
  if (end < 0) return false;
  const kept = new Set(
    words
      .slice(first + 1, end)
      .map(lastPart)
      .filter((name) => name !== '' && name !== 'null'),
  );
  return words.some((word, index) => {
    if (index <= end || !kept.has(lastPart(word))) return false;
    const before = words.slice(Math.max(end, index - 4), index).filter((each) => !/^[-+]/.test(each));
    const previous = before.at(-1) ?? '';
    return (
      previous === '|' || SEPARATORS.test(previous) || RUNS.test(programName(previous)) || /^chmod$/.test(previous)
    );
  });
}

/** The name of a file at the end of a path or an address. */
function lastPart(word: string): string {
  return (
    (word.startsWith('-') ? '' : word)
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/[?#].*$/, '') ?? ''
  );
}
