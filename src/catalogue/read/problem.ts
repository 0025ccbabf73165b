/**
 * One thing in the content that is wrong. `error`: nothing is built. `warning`: said, built all the same, because a hostile
 * server must not keep its own page from being made. `stale`: what people wrote no longer fits; an error under `--strict`.
 * `unreviewed`: a finding that no review names, such as a definition that gives the model orders; built all the same, an error
 * under `--strict`.
 */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'stale' | 'unreviewed';
  /** Path from the folder that holds the content root. */
  readonly file: string;
  /** "tools[3].inputSchema"; empty for the file as a whole. */
  readonly field: string;
  /** What is wrong. */
  readonly message: string;
  /** How to mend it. */
  readonly remedy: string;
}

/** Thrown when content has errors; carries all of them. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`The content has ${problems.length} ${problems.length === 1 ? 'error' : 'errors'}.`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** Writes a path of keys the way a person points at it: `tools[3].inputSchema`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  let field = '';
  for (const key of path) {
    if (typeof key === 'number') field += `[${key}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(String(key))) field += field === '' ? String(key) : `.${String(key)}`;
    else field += `[${JSON.stringify(String(key).slice(0, 80))}]`;
  }
  return field;
}

/** Control characters would let content write on the reader's terminal. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Controls (Cc), and formatting characters (Cf) such as those that turn the direction of text. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}]/gu;
