import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEvaluator } from '../policy/evaluate.ts';
import { policyDecision, toolPolicy } from '../policy/recommend.ts';
import { CATEGORIES } from '../risk/category.ts';
import { levelOf } from '../risk/risk-level.ts';
import { RISK_SIGNALS } from '../risk/signal.ts';
import { type FaqTool, toolFaq } from './faq.ts';
import { parameterTable } from './parameter-table.ts';

const tool = (given: Partial<FaqTool>): FaqTool => ({
  name: 'the_tool',
  category: 'Read',
  signals: [],
  doubts: [],
  serverName: 'Test',
  publisher: undefined,
  summary: undefined,
  parameters: { kind: 'none' },
  level: given.category === null ? null : levelOf(given.category ?? 'Read', given.signals ?? []),
  ...given,
});
const answer = (given: Partial<FaqTool>, id: string) =>
  toolFaq(tool(given))
    .find((item) => item.id === id)
    ?.answer.join('\n') ?? '';

const anyTool = fc
  .record({
    category: fc.option(fc.constantFrom(...CATEGORIES)),
    signals: fc.subarray([...RISK_SIGNALS]),
    limit: fc.option(fc.record({ minute: fc.integer({ min: 1, max: 9 }), hour: fc.integer({ min: 1, max: 9999 }) }), {
      nil: undefined,
    }),
    summary: fc.constantFrom(undefined, 'Reads it', 'Reads it.', 'Really?'),
    publisher: fc.constantFrom(undefined, 'Test', 'Somebody Inc.'),
  })
  .map(tool);

test('numbers of the answer are those of the policy', () => {
  fc.assert(
    fc.property(anyTool, (given) => {
      const limits = Object.values(toolPolicy(given).tools ?? {}).flatMap((rule) => rule.limits ?? []);
      const said = answer(given, 'faq-limit').matchAll(/([\d,]+) calls? an? (minute|hour|day)/g);
      expect([...said].map(([, max, window]) => [Number(max?.replace(',', '')), window])).toEqual(
        limits.map(({ max, window }) => [max, window]),
      );
    }),
  );
});

test('the answer says yes exactly where the policy lets the tool through, and blocked where it does not', () => {
  fc.assert(
    fc.property(anyTool, (given) => {
      const call = { tool: given.name, at: 0, grant: 'default' };
      const isAllowed = createEvaluator(toolPolicy(given)).evaluate(call).decision === 'allow';
      const said = answer(given, 'faq-limit');
      expect(said.startsWith('Yes.')).toBe(isAllowed);
      expect(said.includes('blocks it')).toBe(!isAllowed);
      expect(said.includes('sets no limit')).toBe(policyDecision(given).effect === 'allow');
    }),
  );
});

test('speaks of nothing that the format lacks', () => {
  fc.assert(
    fc.property(anyTool, (given) => {
      const all = toolFaq(given).flatMap(({ question, answer }) => [question, ...answer]);
      expect(all.join('\n')).not.toMatch(/approv|session|rate_limit|"action"/i);
    }),
  );
});

test('every answer is made of whole sentences, every question has a mark and an id of its own', () => {
  fc.assert(
    fc.property(anyTool, (given) => {
      const items = toolFaq(given);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      for (const { question, answer } of items) {
        expect(question).toMatch(/^[A-Z].*[^?]\?$/);
        for (const paragraph of answer)
          expect(paragraph).toMatch(/^[A-Z](?!.*(\.\.|\?\.| {2}|undefined)).*[^.\s][.?]$/);
      }
    }),
  );
});

describe('how to block a tool works when it is done', () => {
  test.each(['the_tool', 'with "quotes" and \\', '日本語', '__proto__'])('%s', (name) => {
    const quoted = /^Put (".*") into the list "hide"/.exec(answer({ name }, 'faq-block'))?.[1] ?? '';
    const evaluator = createEvaluator({ version: '1', default: 'allow', hide: [JSON.parse(quoted)] });
    expect(evaluator.evaluate({ tool: name, at: 0, grant: 'default' }).decision).toBe('deny');
    expect(evaluator.evaluate({ tool: 'other', at: 0, grant: 'default' }).decision).toBe('allow');
  });

  test('a tool that is called * is not hidden, which would hide all', () => {
    const said = answer({ name: '*' }, 'faq-block');
    const rule = JSON.parse(/(\{.*\})/.exec(said)?.[1] ?? '');
    const evaluator = createEvaluator({ version: '1', default: 'allow', tools: { '*': rule } });
    expect(evaluator.evaluate({ tool: '*', at: 0, grant: 'default' }).decision).toBe('deny');
    expect(evaluator.evaluate({ tool: 'other', at: 0, grant: 'default' }).decision).toBe('allow');
  });
});

describe('parameters', () => {
  const shape = (name: string) => ({ properties: { [name]: {} } });

  test.each([
    [undefined, 'We do not have its input schema, so its parameters are not known.'],
    [{}, 'Its input schema names none.'],
    [{ properties: { a: {} }, required: ['a'] }, 'It takes 1 parameter: a must be given.'],
    [
      { properties: { a: {}, b: {}, c: {} }, required: ['b'] },
      'It takes 3 parameters: b must be given; a and c may be given.',
    ],
    [{ oneOf: [shape('a'), shape('b')] }, 'It takes an object. Its arguments take one of 2 shapes.'],
    [{ oneOf: [shape('a')] }, 'It takes an object.'],
  ])('%j: %s', (schema, words) => expect(answer({ parameters: parameterTable(schema) }, 'faq-parameters')).toBe(words));

  test('of many, the first are named and the rest counted', () => {
    const properties = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}`, {}]));
    expect(answer({ parameters: parameterTable({ properties }) }, 'faq-parameters')).toMatch(
      /p11 and 28 more may be given\.$/,
    );
  });
});

test.each([
  [{ serverName: 'GitHub', publisher: undefined }, 'The server GitHub.'],
  [{ serverName: 'GitHub', publisher: 'GitHub' }, 'The server GitHub.'],
  [{ serverName: 'Fetch', publisher: 'Somebody Inc.' }, 'The server Fetch, published by Somebody Inc.'],
])('%j: %s', (given, words) => expect(answer(given, 'faq-server')).toBe(words));

test('a tool that nobody assessed is not called harmless', () => {
  expect(answer({ category: null }, 'faq-risk')).toMatch(/^Not assessed:.*dangerous until somebody has looked\.$/);
});
