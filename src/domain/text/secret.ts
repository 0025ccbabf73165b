/**
 * A value that must not be stored or printed: a token, a header, a password. Whatever turns it into text by accident (JSON,
 * a template, an inspector) gets an ellipsis; only `reveal` gives it, and only what starts or asks a server calls that.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}

/** Stands where a secret was. */
export const HIDDEN = '…';

/** An environment variable or header: its name may be printed and stored, its value never. */
export interface NamedSecret {
  readonly name: string;
  readonly value: Secret;
}
