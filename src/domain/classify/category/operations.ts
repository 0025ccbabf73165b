import { oneOf } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { readVerb } from '../lexicon/verbs.ts';
import { words } from '../lexicon/word-list.ts';
import { actionsOfName } from '../read/name-actions.ts';
import type { Parameter } from '../read/schema-parameters.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { HTTP_METHODS } from './http-requests.ts';
import { type Reading, readingOf } from './reading.ts';

/** Parameters that choose what the tool does. */
export const OPERATION_KEYS: ReadonlySet<string> = words(
  'action operation op command cmd method verb operation_type action_type actiontype task_type request_type sub_command subcommand function mode actions operations action_name tool',
);

/** Keys that choose a manner as often as a deed. */
const WEAK_KEYS: ReadonlySet<string> = new Set(['mode', 'function', 'tool', 'method', 'task_type', 'request_type']);

/** Tools that only help a model to think: their operations work on their own notes. */
const THINKING = /\b(?:reasoning|thinking|thoughts?|mental models?|brainstorm\w*)\b/;

/** What the values of operation arguments say that a call can do. */
export function operationReadings(facts: ToolFacts): Reading[] {
  if (THINKING.test(facts.about) && !/\bthoughts? (?:record|entry|store)\b/.test(facts.about)) return [];
  // "Check whether a user may …": the operations are asked about.
  if (/^(?:check|verify|validate)$/.test(facts.nameActions[0]?.verb.base ?? '')) return [];
  const found: Reading[] = listedOperations(facts);
  for (const parameter of facts.parameters) {
    if (!OPERATION_KEYS.has(parameter.key) || parameter.depth > 3) continue;
    const values = [...operationValues(parameter), ...valuesInText(parameter, facts.description.lower)];
    if (values.some(([value]) => /^(?:subtract|multiply|divide|subtraction|sqrt)$/i.test(value))) continue;
    // Operations of a JSON patch on one object.
    if (values.some(([value]) => value === 'replace') && values.some(([value]) => value === 'test')) continue;
    const isHttp = parameter.key === 'method' && values.some(([value]) => /^(?:post|put)$/i.test(value));
    for (const [value, from] of values) {
      if (isHttp && HTTP_METHODS.has(value.toUpperCase())) continue;
      const [action] = actionsOfName(value, '');
      if (action === undefined) continue;
      const object = action.object.length > 0 ? action.object : (facts.nameActions[0]?.object ?? facts.nameWords);
      const reading = readingOf(facts)({
        ...action,
        object,
        from,
        where: parameter.path,
        text: value,
        clarity: 3,
        first: false,
      });
      if (reading.action.verb.loose && WEAK_KEYS.has(parameter.key)) continue;
      // A bare value is an order, not a noun: "order", "list", "charge" would be both.
      if (
        !reading.action.verb.loose ||
        reading.meaning.category !== 'Financial' ||
        facts.topics.money ||
        facts.topics.chain
      )
        found.push(reading);
    }
  }
  return found;
}

/** The operations that a parameter offers: its enum, or words in its description that stand in quotes or in a list. */
function operationValues(parameter: Parameter): [string, 'enum' | 'parameter'][] {
  if (parameter.values.length > 0) return parameter.values.map((value) => [value, 'enum']);
  if (parameter.key === 'command' || parameter.key === 'cmd') return [];
  const text = parameter.description;
  const quoted = [...text.matchAll(/["'`‘“]([A-Za-z][A-Za-z_-]{1,30})["'`’”]/g)].map((match) => match[1] ?? '');
  if (quoted.length > 0) return quoted.slice(0, 60).map((value) => [value, 'parameter']);
  const list = /[:(]\s*([a-z_]+(?:\s*(?:,|\||\/|\bor\b|\band\b)\s*(?:or\s+|and\s+)?[a-z_]+){1,30})/i.exec(text)?.[1];
  return (list ?? '')
    .split(/[^A-Za-z_]+/)
    .filter((word) => word.length > 2)
    .slice(0, 60)
    .map((value) => [value, 'parameter']);
}

/** Values of an argument that the text names: `action="delete"`. */
const GIVEN = /\b([a-z]+(?:_[a-z]+)*) ?[=:] ?["'`‘“]([a-z][a-z_-]{1,30})["'`’”]/g;

function valuesInText(parameter: Parameter, lower: string): [string, 'description'][] {
  if (parameter.values.length > 0) return [];
  return [...lower.slice(0, 3_000).matchAll(GIVEN)]
    .filter(([, key]) => key === parameter.key)
    .slice(0, LISTED)
    .map(([, , value = '']) => [value, 'description']);
}

/** A line of a list that begins with an operation: "- delete: …". */
const BULLET = /(?:^|\n) ?[-•*] ?["'`]?([a-z]{3,12})["'`]? ?(?::|[-–—] )/g;
const LISTED = 12;

/** Operations that the text lists line by line, where no argument of the schema does. */
function listedOperations(facts: ToolFacts): Reading[] {
  const chooses = facts.parameters.find((parameter) => OPERATION_KEYS.has(parameter.key));
  if (facts.parameters.length > 0 && (chooses === undefined || chooses.values.length > 0)) return [];
  const [said] = facts.textActions;
  if (said !== undefined && said.verb.category === 'Read' && !said.verb.loose) return [];
  const { lower } = facts.description;
  const listed = [...lower.slice(0, 3_000).matchAll(BULLET)].slice(0, LISTED).map((match) => match[1] ?? '');
  const readings = listed.flatMap((value) => {
    const verb = readVerb(value);
    return verb === undefined || verb.form !== 'plain' || verb.verb.loose ? [] : actionsOfName(value, '').slice(0, 1);
  });
  // One such line may be an argument; two verbs are operations.
  if (readings.length < 2) return [];
  const object = facts.nameActions[0]?.object ?? facts.nameWords;
  return readings.map((action) =>
    readingOf(facts)({ ...action, object, from: 'description', clarity: 3, first: false }),
  );
}

/** What an example of each row looks like. */
export const OPERATION_EXAMPLES: readonly ExampleTable[] = [
  wordTable('operation.argument', OPERATION_KEYS, {
    gives: 'Destructive',
    example: (key) => ({ name: 'get_rose', takes: { [key]: oneOf('list', 'delete') } }),
  }),
  wordTable('operation.weak', WEAK_KEYS, {
    gives: 'Read',
    neutral: 'action',
    example: (key) => ({ name: 'get_rose', takes: { [key]: oneOf('play') } }),
  }),
  patternTable('operation.thinking', THINKING, {
    gives: 'Read',
    example: (text) => ({ name: 'rose', description: `Returns ${text} of it`, takes: { action: oneOf('delete') } }),
  }),
];
