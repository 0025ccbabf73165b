import type { RiskSignal } from '../risk/signal.ts';
import { caseExamples } from './cases.ts';
import { FOREIGN_EXAMPLES } from './category/foreign-words.ts';
import { REQUEST_EXAMPLES } from './category/http-requests.ts';
import { OBJECT_RULES } from './category/meaning.ts';
import { OPERATION_EXAMPLES } from './category/operations.ts';
import { PARAMETER_EXAMPLES } from './category/weigh-parameters.ts';
import { PHRASE_EXAMPLES } from './category/weigh-phrases.ts';
import type { Example } from './lexicon/example.ts';
import type { ExampleTable } from './lexicon/example-table.ts';
import { EXCUSE_EXAMPLES } from './lexicon/excuses.ts';
import { FUNCTION_WORD_EXAMPLES } from './lexicon/function-words.ts';
import { KIND_EXAMPLES } from './lexicon/kinds.ts';
import { objectVariants } from './lexicon/object-variants.ts';
import { RUNNING_EXAMPLES } from './lexicon/objects/running.ts';
import { TOPIC_EXAMPLES } from './lexicon/topics.ts';
import { PLACE_EXAMPLES } from './lexicon/verb-or-noun.ts';
import { VERBS } from './lexicon/verbs.ts';
import { DESCRIPTION_EXAMPLES } from './read/description.ts';
import { EXCUSE_PLACE_EXAMPLES } from './read/governed-excuse.ts';
import { QUERY_EXAMPLES } from './read/query-language.ts';
import { ROUTER_EXAMPLES } from './read/router.ts';
import { RUN_EXAMPLES } from './read/run-argument.ts';
import { SHARED_TEXT_EXAMPLES } from './shared-text.ts';
import { ACCESS_EXAMPLES } from './signals/access.ts';
import { BULK_EXAMPLES } from './signals/bulk.ts';
import { CODE_EXAMPLES } from './signals/code.ts';
import { CREDENTIALS_EXAMPLES } from './signals/credentials.ts';
import { OUTBOUND_EXAMPLES } from './signals/outbound.ts';
import { PATH_EXAMPLES } from './signals/path.ts';
import { PERSISTENT_EXAMPLES } from './signals/persistent.ts';
import { PRIVATE_EXAMPLES, PRIVATE_MARKS } from './signals/private.ts';
import { SECRETS_EXAMPLES } from './signals/secrets.ts';
import { UNTRUSTED_EXAMPLES } from './signals/untrusted.ts';
import { URL_EXAMPLES } from './signals/url.ts';

/** The tables of each signal's rule: a signal without any does not compile. */
export const SIGNAL_EXAMPLES: Readonly<Record<RiskSignal, readonly ExampleTable[]>> = {
  code: CODE_EXAMPLES,
  path: PATH_EXAMPLES,
  url: URL_EXAMPLES,
  credentials: CREDENTIALS_EXAMPLES,
  secrets: SECRETS_EXAMPLES,
  bulk: BULK_EXAMPLES,
  outbound: OUTBOUND_EXAMPLES,
  untrusted: UNTRUSTED_EXAMPLES,
  private: PRIVATE_EXAMPLES,
  access: ACCESS_EXAMPLES,
  persistent: PERSISTENT_EXAMPLES,
};

/** All tables whose rows have examples that are alike. */
export const EXAMPLE_TABLES: readonly ExampleTable[] = [
  ...KIND_EXAMPLES,
  ...TOPIC_EXAMPLES,
  ...RUNNING_EXAMPLES,
  ...PLACE_EXAMPLES,
  ...FUNCTION_WORD_EXAMPLES,
  ...DESCRIPTION_EXAMPLES,
  ...FOREIGN_EXAMPLES,
  ...REQUEST_EXAMPLES,
  ...OPERATION_EXAMPLES,
  ...PHRASE_EXAMPLES,
  ...PARAMETER_EXAMPLES,
  ...QUERY_EXAMPLES,
  ...ROUTER_EXAMPLES,
  ...RUN_EXAMPLES,
  ...EXCUSE_EXAMPLES,
  ...EXCUSE_PLACE_EXAMPLES,
  ...Object.values(SIGNAL_EXAMPLES).flat(),
  ...SHARED_TEXT_EXAMPLES,
];

/**
 * The examples of all rows of the classifier's tables, by the id of the row: "verb:withdraw", "object:cancel_booking/order",
 * "coin:dai".
 */
export function classifierExamples(): ReadonlyMap<string, Example> {
  const examples = new Map<string, Example>(caseExamples());
  for (const { base, example } of VERBS.values()) examples.set(`verb:${base}`, example);
  for (const rule of OBJECT_RULES) {
    const id = `object:${rule.example.name}`;
    examples.set(id, rule.example);
    for (const { word, example } of objectVariants(rule)) examples.set(`${id}/${word}`, example);
  }
  for (const { id, enough, short } of PRIVATE_MARKS.flat()) {
    examples.set(`private.enough:${id}`, enough);
    examples.set(`private.short:${id}`, short);
  }
  for (const { id, rows, example } of EXAMPLE_TABLES)
    for (const row of rows()) examples.set(rowId(id, row), example(row));
  return examples;
}

/** The id of a row in the ledger: without spaces. */
export function rowId(table: string, row: string): string {
  return `${table}:${row.replace(/\s/g, '_')}`;
}
