import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import type { CountTokens } from '../../src/catalogue/write/write-servers.ts';

/** The tokenizer that definitions are counted with. Other models count somewhat differently. */
const TOKENIZER = 'o200k_base';

/** A counter of tokens; making it takes about half a second. */
export function tokenCounter(): CountTokens {
  const encoder = new Tiktoken(o200k);
  return (text) => ({ tokenizer: TOKENIZER, count: encoder.encode(text, [], []).length });
}
