import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { DetectionSchema } from '../attack.ts';
import { sigmaText } from './sigma.ts';

const DETECTION = DetectionSchema.parse({
  title: 'Many large answers',
  level: 'medium',
  detection: { condition: 'large', large: { 'resultBytes|gte': 50_000, 'arguments.q|re': 'a: "b" # c' } },
  falsePositives: ['A report'],
  matches: [{ time: '2026-11-20T10:00:00Z', server: 's', tool: 't' }],
  passes: [{ time: '2026-11-20T10:00:00Z', server: 's', tool: 't' }],
});
const SOURCE = { id: 'an-attack', title: 'Harvesting', summary: 'Too much.', author: 'Placard', page: undefined };

test('one rule is one document, with the selections as they are', async () => {
  const rule = parse(
    await sigmaText({ ...SOURCE, detection: DETECTION, page: 'https://example.com/attacks/an-attack/' }),
  );
  expect(rule).toMatchObject({
    title: 'Many large answers',
    references: ['https://example.com/attacks/an-attack/'],
    logsource: { product: 'mcp', category: 'tool_call' },
    level: 'medium',
    detection: DETECTION.detection,
  });
  expect(rule.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Object.keys(rule.detection).at(-1)).toBe('condition');
  expect(rule).not.toHaveProperty('correlation');
});

test('a count is a second document that refers to the first by its name', async () => {
  const correlation = { type: 'event_count', groupBy: ['grant'], timespan: '10m', gte: 10 } as const;
  const text = await sigmaText({
    ...SOURCE,
    detection: { ...DETECTION, correlation: { ...correlation, groupBy: ['grant'] } },
  });
  const [rule, count] = parseAllDocuments(text).map((document) => document.toJS());
  expect(count).toMatchObject({
    correlation: {
      type: 'event_count',
      rules: [rule.name],
      'group-by': ['grant'],
      timespan: '10m',
      condition: { gte: 10 },
    },
  });
  expect(rule.id).not.toBe(count.id);
});
