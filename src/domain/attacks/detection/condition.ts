/** A condition over the names of selections, as it was understood. */
export type Condition =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'of'; readonly quantity: 'any' | 'all'; readonly names: readonly string[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly [Condition, Condition] };

/** A condition, or what is wrong with it. */
export type ParsedCondition = { readonly condition: Condition } | { readonly error: string };

const TOKEN = /\s*(?:([()])|([A-Za-z0-9_*.-]+)|(\S))/y;
const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'of', 'them']);
/** Deeper ones are refused: nobody reads them, and the parser calls itself. */
const DEEPEST = 30;

/** Thrown inside of the parser only. */
class Unreadable extends Error {}

/**
 * Reads a condition of Sigma: `and`, `or`, `not`, parentheses, `1 of x*`, `all of x*`, `1 of them`, `all of them`. `not` binds
 * strongest, then `and`, then `or`.
 * @param names the selections that there are
 */
export function parseCondition(text: string, names: readonly string[]): ParsedCondition {
  try {
    return { condition: new Parser(tokensOf(text), names).whole() };
  } catch (error) {
    if (error instanceof Unreadable) return { error: error.message };
    throw error;
  }
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const trimmed = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const [, bracket, word, other] = TOKEN.exec(trimmed) ?? [];
    if (other !== undefined) throw new Unreadable(`"${other}" has no meaning in a condition`);
    tokens.push((bracket ?? word) as string);
  }
  if (tokens.length === 0) throw new Unreadable('the condition is empty');
  return tokens;
}

class Parser {
  readonly #tokens: readonly string[];
  readonly #names: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly string[], names: readonly string[]) {
    this.#tokens = tokens;
    this.#names = names;
  }

  whole(): Condition {
    const condition = this.#or();
    const rest = this.#peek();
    if (rest !== undefined) throw new Unreadable(`"${rest}" follows where the condition should end`);
    return condition;
  }

  #or(): Condition {
    let left = this.#and();
    while (this.#take('or')) left = { kind: 'or', of: [left, this.#and()] };
    return left;
  }

  #and(): Condition {
    let left = this.#not();
    while (this.#take('and')) left = { kind: 'and', of: [left, this.#not()] };
    return left;
  }

  #not(): Condition {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Unreadable(`it is nested more than ${DEEPEST} deep`);
    const condition: Condition = this.#take('not') ? { kind: 'not', of: this.#not() } : this.#operand();
    this.#depth -= 1;
    return condition;
  }

  #operand(): Condition {
    if (this.#take('(')) {
      const inner = this.#or();
      if (!this.#take(')')) throw new Unreadable('a parenthesis is not closed');
      return inner;
    }
    const word = this.#next();
    const lower = word.toLowerCase();
    if ((lower === '1' || lower === 'all') && this.#take('of')) {
      return { kind: 'of', quantity: lower === '1' ? 'any' : 'all', names: this.#pattern() };
    }
    if (KEYWORDS.has(lower) || word === ')') throw new Unreadable(`"${word}" stands where a selection should`);
    if (!this.#names.includes(word)) throw new Unreadable(`there is no selection "${word}"`);
    return { kind: 'name', name: word };
  }

  /** Names that begin with `_` are left out of `them` (Sigma). */
  #pattern(): string[] {
    const pattern = this.#next();
    const parts = pattern.split('*');
    const found =
      pattern.toLowerCase() === 'them'
        ? this.#names.filter((name) => !name.startsWith('_'))
        : this.#names.filter((name) => fits(name, parts));
    if (found.length === 0) throw new Unreadable(`no selection fits "${pattern}"`);
    return found;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  #take(word: string): boolean {
    if (this.#peek()?.toLowerCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  #next(): string {
    const token = this.#peek();
    if (token === undefined) throw new Unreadable('it ends too early');
    this.#at += 1;
    return token;
  }
}

/** Whether a name is made of these parts, with anything between them. */
function fits(name: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return name === first;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const found = isLast ? name.length - part.length : name.indexOf(part, at);
    if (found < at || !name.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return true;
}

/** Whether a condition holds. */
export function conditionHolds(condition: Condition, holds: (name: string) => boolean): boolean {
  switch (condition.kind) {
    case 'name':
      return holds(condition.name);
    case 'of':
      return condition.quantity === 'all' ? condition.names.every(holds) : condition.names.some(holds);
    case 'not':
      return !conditionHolds(condition.of, holds);
    case 'and':
      return condition.of.every((part) => conditionHolds(part, holds));
    case 'or':
      return condition.of.some((part) => conditionHolds(part, holds));
    default:
      return condition satisfies never;
  }
}
