/** A part of a pattern, as far as the tables use them. */
type Part =
  | { readonly kind: 'text'; readonly options: readonly string[] }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly options: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number };

/** Stands for `\b` until a text is whole. */
const EDGE = '\0';

/** Stands for any word. */
const ANY_WORD = 'thing';

/**
 * Texts that a pattern matches: the first of all its alternatives, then one text for each other alternative, optional part
 * and letter of a set, so that dropping any of them from the pattern drops a text. `\w+` becomes "thing". What only looks at
 * the surroundings (`\b`, `(?!…)`) is left out, so a text may need others around it to match.
 * @param source a pattern of words, groups, sets of letters and repetitions; no back references
 */
export function spellings(source: string): string[] {
  const reader = { source, at: 0 };
  const part = readChoice(reader);
  if (reader.at < source.length)
    throw new Error(`Unreadable at ${reader.at}: ${source.slice(reader.at, reader.at + 40)}`);
  return [...new Set(textsOf(part).map(withEdges))];
}

/** Puts letters or spaces where an edge of a word must be. */
function withEdges(text: string): string {
  return text
    .replace(/^\0+(?=[^\w\0])/, 'x')
    .replace(/(?<=[^\w\0])\0+$/, 'x')
    .replace(/(?<=\w)\0+(?=\w)/g, ' ')
    .replaceAll(EDGE, '');
}

function textsOf(part: Part): string[] {
  switch (part.kind) {
    case 'text':
      return [...part.options];
    case 'choice':
      return part.options.flatMap(textsOf);
    case 'repeat':
      return part.least === 0 ? ['', ...textsOf(part.part)] : textsOf(part.part);
    case 'sequence': {
      const texts = part.parts.map(textsOf);
      const first = texts.map(([text = '']) => text);
      const others = texts.flatMap((options, index) =>
        options.slice(1).map((text) => first.with(index, text).join('')),
      );
      return [first.join(''), ...others];
    }
    default:
      return part satisfies never;
  }
}

interface Reader {
  readonly source: string;
  at: number;
}

function readChoice(reader: Reader): Part {
  const options = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    options.push(readSequence(reader));
  }
  return options.length === 1 ? (options[0] as Part) : { kind: 'choice', options };
}

function readSequence(reader: Reader): Part {
  const parts: Part[] = [];
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] as string)) {
    const part = readPart(reader);
    const least = readRepetition(reader);
    parts.push(least === undefined ? part : { kind: 'repeat', part, least });
  }
  return { kind: 'sequence', parts };
}

/** How often the part before must stand there at least; undefined where nothing says so. */
function readRepetition(reader: Reader): number | undefined {
  const match = /^(?:[?*+]|\{(\d+),?\d*\})\??/.exec(reader.source.slice(reader.at, reader.at + 12));
  if (match === null) return undefined;
  reader.at += match[0].length;
  return match[1] === undefined ? Number(match[0].startsWith('+')) : Number(match[1]);
}

const text = (...options: readonly string[]): Part => ({ kind: 'text', options });

function readPart(reader: Reader): Part {
  const { source } = reader;
  const sign = source[reader.at] as string;
  if (sign === '(') return readGroup(reader);
  if (sign === '[') return readSet(reader);
  if (sign === '\\') {
    reader.at += 2;
    return text(escaped(source[reader.at - 1] as string));
  }
  reader.at += 1;
  if (sign === '^' || sign === '$') return text('');
  return text(sign === '.' ? 'x' : sign);
}

function escaped(letter: string): string {
  switch (letter) {
    case 'b':
      return EDGE;
    case 'w':
    case 'S':
      return ANY_WORD;
    case 'W':
    case 's':
      return ' ';
    case 'd':
      return '7';
    case 'n':
      return '\n';
    default:
      return letter;
  }
}

function readGroup(reader: Reader): Part {
  const { source } = reader;
  const looks = /^\(\?<?[=!]/.test(source.slice(reader.at, reader.at + 4));
  const opening = /^\((?:\?(?::|<?[=!]))?/.exec(source.slice(reader.at, reader.at + 4))?.[0] ?? '(';
  reader.at += opening.length;
  const part = readChoice(reader);
  if (source[reader.at] !== ')') throw new Error(`Unclosed group: ${source.slice(0, 80)}`);
  reader.at += 1;
  return looks ? text('') : part;
}

function readSet(reader: Reader): Part {
  const end = /[^\\]\]/.exec(reader.source.slice(reader.at + 1))?.index ?? 0;
  const inside = reader.source.slice(reader.at + 1, reader.at + end + 2);
  reader.at += end + 3;
  if (inside.startsWith('^')) return text('x');
  if (inside.includes('\\w') || /[a-z]-[a-z]/i.test(inside)) return text(ANY_WORD);
  if (inside.includes('\\d') || inside.includes('0-9')) return text('7');
  return text(...inside.replaceAll('\\s', ' ').replaceAll('\\', ''));
}
