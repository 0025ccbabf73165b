import type { Category } from '../../risk/category.ts';
import type { Action } from '../lexicon/action.ts';
import { oneOf, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable } from '../lexicon/example-table.ts';
import type { Parameter } from '../read/schema-parameters.ts';
import { shortQuote } from '../read/short-quote.ts';
import { textWords } from '../read/tokenize.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { phraseReading, type Reading } from './reading.ts';

/** The methods of HTTP. */
export const HTTP_METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);
/** …or the words for it. */
const HTTP_WORDS = /\bhttp (post|put|patch|delete)\b/;
const HTTP_LINE = /^(?:\[[^\]]{1,30}\] ?)?(GET|POST|PUT|PATCH|DELETE) \/\S{0,120}/;

/** Arguments that choose the method. */
const METHOD_KEYS = /^(?:http_|request_)?(?:method|verb)$/;
/** Arguments that name what is requested. */
const TARGET_KEYS = /^(?:url|uri|endpoint|path|api_path|api_endpoint|route|full_url|relative_url|target_url)$/;

/** A description that is only an HTTP method and path, as generators write it: the name's verb goes first, the method says the rest. */
export function httpReading(facts: ToolFacts): Reading | undefined {
  const words = HTTP_WORDS.exec(`${facts.nameWords.join(' ')} ${facts.description.purposeLower.slice(0, 120)}`);
  if (words !== null && facts.nameActions[0]?.verb.category !== 'Read') {
    const verb = { base: 'http', category: 'Execute', loose: false, says: 'sends a request' } as const;
    const text = facts.description.present ? shortQuote(facts.description.purpose, 0, 60) : facts.name;
    const action: Action = {
      verb,
      clarity: 3,
      object: [],
      rest: [],
      preposition: undefined,
      first: true,
      from: facts.description.present ? 'description' : 'name',
      text,
    };
    return {
      action,
      meaning: {
        category: words[1] === 'delete' ? 'Destructive' : 'Execute',
        says: verb.says,
        sure: true,
        specific: true,
      },
    };
  }
  const match = HTTP_LINE.exec(facts.description.text);
  if (match === null) return undefined;
  const category: Category = match[1] === 'GET' ? 'Read' : match[1] === 'DELETE' ? 'Destructive' : 'Write';
  const says = `is an HTTP ${match[1]} request`;
  return phraseReading(`http-${match[1]}`, category, says, shortQuote(match[0], 0, 80), match[1] !== 'POST');
}

/** The `method` argument of a tool that sends any HTTP request. */
export function genericRequest(facts: ToolFacts): Parameter | undefined {
  const method = facts.parameters.find((parameter) => parameter.depth <= 1 && METHOD_KEYS.test(parameter.key));
  if (method === undefined) return undefined;
  const named = method.values.length > 0 ? method.values : textWords(method.description, 60).map((word) => word.text);
  const values = named.filter((value) => HTTP_METHODS.has(value.toUpperCase()));
  const hasTarget = facts.parameters.some((parameter) => TARGET_KEYS.test(parameter.key));
  return values.length > 1 && hasTarget ? { ...method, values } : undefined;
}

/** What an example of each row looks like. */
export const REQUEST_EXAMPLES: readonly ExampleTable[] = [
  patternTable('request.words', HTTP_WORDS, { example: (text) => ({ name: 'rose', description: `By ${text}` }) }),
  patternTable('request.line', HTTP_LINE, { example: (text) => ({ name: 'rose', description: text }) }),
  patternTable('request.method', METHOD_KEYS, {
    gives: 'Destructive',
    example: (key) => ({ name: 'rest_request', takes: { [key]: oneOf('GET', 'DELETE'), url: TEXT } }),
  }),
  patternTable('request.target', TARGET_KEYS, {
    gives: 'Destructive',
    example: (key) => ({ name: 'rest_request', takes: { method: oneOf('GET', 'POST', 'DELETE'), [key]: TEXT } }),
  }),
];
