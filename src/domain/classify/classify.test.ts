import { describe, expect, it } from 'vitest';
import { ClassificationSchema } from '../record/classification.ts';
import type { ToolDefinition } from '../record/tool.ts';
import type { JsonObject } from '../text/json.ts';
import { ABSENT_SIGNAL_CASES, CATEGORY_CASES, type CaseParts, caseExample, SIGNAL_CASES } from './cases.ts';
import { classifyTool, classifyTools } from './classify.ts';
import { exampleTool } from './lexicon/example.ts';

const text = { type: 'string' };

function tool(name: string, description?: string, properties?: JsonObject, annotations?: JsonObject): ToolDefinition {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(properties === undefined ? {} : { inputSchema: { type: 'object', properties } }),
    ...(annotations === undefined ? {} : { annotations }),
  };
}

const classify = (...parts: Parameters<typeof tool>) => classifyTool({ server: 'acme', tool: tool(...parts) });
const classifyCase = (...parts: CaseParts) => classifyTool(exampleTool(caseExample(...parts)));
const signalsOf = (...parts: CaseParts) => classifyCase(...parts).signals.map(({ id }) => id);

describe('classifyTool: acceptance examples', () => {
  it('rates a test runner that takes any command as critical', () => {
    const verdict = classify('run_tests', 'Run the tests of a project, with a command of your own', {
      command: text,
      directory: text,
    });
    expect(verdict).toMatchObject({ category: 'Execute', level: 'critical' });
    expect(verdict.signals.map(({ id, evidence }) => [id, evidence[0]?.where])).toEqual([
      ['code', 'command'],
      ['path', 'directory'],
    ]);
  });

  it('rates a test runner of saved cases as high', () => {
    const verdict = classify('run_tests', 'Run saved test cases against a compiled policy', { policy_id: text });
    expect(verdict).toMatchObject({ category: 'Execute', level: 'high', signals: [] });
  });

  it('rates recording an outcome as Write, with the phrase', () => {
    const verdict = classify('record_test_outcome', 'Record the outcome of a test', { test_id: text, outcome: text });
    expect(verdict).toMatchObject({ category: 'Write', level: 'medium' });
    expect(verdict.evidence).toContainEqual({
      from: 'description',
      text: 'Record the outcome of a test',
      says: 'creates something',
    });
  });

  it('rates an upload to the own account as Write', () =>
    expect(classify('invarium_sync_results', "Uploads results to the user's hosted dashboard").category).toBe('Write'));
});

describe('classifyTool: categories', () => {
  it.each(CATEGORY_CASES)('%s: %s (%s)', (category, ...parts) =>
    expect(classifyCase(...(parts as unknown as CaseParts)).category).toBe(category),
  );

  // What publishers leave in the place of a text.
  it.each([undefined, '', 'Description not available', 'No description', 'TODO', 'N/A'])(
    'does not assess what is too thin: %j',
    (description) => {
      expect(classify('thing', description)).toMatchObject({ category: null, level: null, score: null, confidence: 0 });
      const verdict = classify('delete_thing', description);
      expect(verdict.category).toBe('Destructive');
      expect(verdict.confidence).toBeLessThan(0.7);
    },
  );
});

describe('classifyTool: annotations', () => {
  it('contradicts a mail sender that claims to read', () => {
    const verdict = classify(
      'send_email',
      'Send an email',
      { to: text, body: text },
      { readOnlyHint: true, openWorldHint: false },
    );
    expect(verdict.category).toBe('Execute');
    expect(verdict.annotations.readOnlyHint).toEqual({ state: 'contradicted', value: true });
    expect(verdict.annotations.openWorldHint).toEqual({ state: 'contradicted', value: false });
    expect(verdict.annotations.idempotentHint).toEqual({ state: 'not-said' });
  });

  it('does not take a destructive hint for destruction', () => {
    const verdict = classify('update_page', 'Update a page', {}, { destructiveHint: true });
    expect(verdict.category).toBe('Write');
    expect(verdict.annotations.destructiveHint.state).toBe('declared');
  });

  it('lets a claim raise a Read that words leave in doubt, and never lower anything', () => {
    expect(classify('open_thing', 'Thing of the day', {}, { readOnlyHint: true }).category).toBe('Execute');
    expect(classify('remove_thing', 'Remove a thing', {}, { destructiveHint: false }).category).toBe('Destructive');
    expect(classify('zone', 'Zone editor', {}, { readOnlyHint: true }).category).toBeNull();
    expect(classify('get_view', 'View of it', {}, { readOnlyHint: false }).category).toBe('Write');
  });

  it('hears nothing from a server that sends the defaults on every tool', () => {
    const defaults = { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true };
    const [first, second] = classifyTools([
      { server: 'a', tool: tool('get_item', 'Get an item', {}, defaults) },
      { server: 'a', tool: tool('list_items', 'List items', {}, defaults) },
    ]);
    expect(first?.category).toBe('Read');
    expect(first?.annotations.readOnlyHint).toEqual({ state: 'not-said', value: false });
    expect(second?.confidence).toBeGreaterThan(0.9);
  });

  it('knows nothing of hints where the source does not carry them', () => {
    const verdict = classifyTool({
      server: 'a',
      tool: tool('get_item', 'Get an item'),
      definitionSource: 'documented',
    });
    expect(verdict.annotations.readOnlyHint).toEqual({ state: 'not-known' });
  });
});

describe('classifyTool: signals', () => {
  it.each(SIGNAL_CASES)('%s: %s', (signal, ...parts) =>
    expect(signalsOf(...(parts as unknown as CaseParts))).toContain(signal),
  );

  it.each(ABSENT_SIGNAL_CASES)('no %s: %s', (signal, ...parts) =>
    expect(signalsOf(...(parts as unknown as CaseParts))).not.toContain(signal),
  );
});

describe('classifyTool: form', () => {
  it('gives evidence for every category and signal, never more than six words of a description', () => {
    const long =
      'Create a very long and winding description of a webhook that is called for every event of the account';
    const verdict = classify('create_webhook', long, { url: text, events: { type: 'array' } });
    const pieces = [...verdict.evidence, ...verdict.signals.flatMap((signal) => signal.evidence)];
    expect(verdict.evidence.length).toBeGreaterThan(0);
    for (const { text: words } of pieces) expect(words.split(/\s+/).length).toBeLessThanOrEqual(6);
    expect(verdict.alternatives.map(({ because }) => because)).toContain(
      'Read, if it only returned the result and kept nothing',
    );
    expect(ClassificationSchema.parse(verdict)).toEqual(verdict);
  });

  it('keeps the order of its inputs and gives the same answer twice', () => {
    const inputs = ['get_a', 'delete_b', 'get_a'].map((name) => ({ server: 's', tool: tool(name, 'Something') }));
    const verdicts = classifyTools(inputs);
    expect(verdicts.map(({ findings }) => findings.map(({ id }) => id))).toEqual([
      ['duplicate-name'],
      [],
      ['duplicate-name'],
    ]);
    expect(classifyTools(inputs)).toEqual(verdicts);
  });

  it('survives hostile definitions', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`param_${index}`, { description: 'x '.repeat(500) }]),
    );
    const strings = [
      'a '.repeat(50_000),
      'and '.repeat(20_000),
      '<'.repeat(50_000),
      'or,'.repeat(20_000),
      `(${'one, '.repeat(9_000)}`,
      '\u200B'.repeat(30_000),
      'ﷺ\uD800'.repeat(9_000),
      '`'.repeat(40_000),
      '- '.repeat(30_000),
      'send '.repeat(20_000),
    ];
    for (const description of strings) {
      const verdict = classifyTool({
        server: description,
        tool: { name: description, title: description, description, inputSchema: { properties } },
      });
      expect(ClassificationSchema.safeParse(verdict).success).toBe(true);
    }
    const wrong = { name: 'x', description: 7, inputSchema: [], annotations: 'no' } as unknown as ToolDefinition;
    expect(classifyTool({ server: 's', tool: wrong }).category).toBeNull();
  });
});
