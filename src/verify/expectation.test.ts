import { describe, expect, test } from 'vitest';
import type { EnforcementFormat } from '../domain/enforcement/format.ts';
import { formatById } from '../domain/snippet/formats.ts';
import { differences, type Expected, expectations } from './expectation.ts';
import type { ClientRun, Observation } from './observation.ts';
import { scenariosOf, type TriedServer, UNRECORDED } from './scenario.ts';

const server: TriedServer = {
  key: 'fx',
  tools: [
    { name: 'read', category: 'Read', signals: [], doubts: [] },
    { name: 'write', category: 'Write', signals: [], doubts: [] },
    { name: 'delete', category: 'Destructive', signals: [], doubts: [] },
  ],
  offers: [{ name: 'read' }, { name: 'write' }, { name: 'delete' }],
  pages: 'all',
  refusedBy: [],
};

const format = (id: string) => formatById(id) as EnforcementFormat;

/** Reached, asked about (offered, but nobody is there), or gone; in the order of the tools, the unrecorded one last. */
const WORDS: Readonly<Record<string, string>> = {
  'reached true': 'runs',
  'blocked true': 'asks',
  'blocked false': 'gone',
};
const inWords = (expected: ReadonlyMap<string, Expected>) =>
  [...expected.values()].map(({ call, offered }) => WORDS[`${call} ${offered}`] ?? `${call} ${offered}`).join(' ');

describe('what a policy must do, by format and page', () => {
  test.each([
    // The whole server, then the pages of read, write and delete.
    ['claude-code', ['runs asks gone asks', 'runs asks asks asks', 'asks asks asks asks', 'runs runs gone runs']],
    ['codex', ['runs asks gone gone', 'runs gone gone gone', 'gone asks gone gone', 'runs runs gone runs']],
    ['gemini-cli', ['runs asks gone gone', 'runs gone gone gone', 'gone asks gone gone', 'runs runs gone runs']],
    ['opencode', ['runs asks gone gone', 'runs gone gone gone', 'gone asks gone gone', 'runs runs gone runs']],
    // It cannot block one tool alone: the page of delete has the list of the whole server.
    ['copilot-cli', ['runs asks gone gone', 'runs gone gone gone', 'gone asks gone gone', 'runs asks gone gone']],
  ])('%s', (id, words) => {
    const scenarios = scenariosOf(server, format(id));
    expect(scenarios.map(({ request }) => request.tool)).toEqual([undefined, 'read', 'write', 'delete']);
    expect(scenarios.map((each) => inWords(expectations(format(id), each)))).toEqual(words);
    expect(scenarios.every(({ offers }) => offers.at(-1) === UNRECORDED)).toBe(true);
  });

  test.each([
    // Its own page, those of tools with another effect, and its own again as it is printed, with the command not filled in.
    [
      'claude-code-managed',
      ['runs asks gone asks', 'runs asks asks asks', 'asks asks asks asks', 'runs runs gone runs'],
    ],
    // It decides about servers alone.
    ['codex-requirements', ['runs runs runs runs', 'runs runs runs runs']],
  ])('%s: a fleet’s file lets nothing run until it is filled in', (id, words) => {
    const found = scenariosOf(server, format(id)).map((each) => inWords(expectations(format(id), each)));
    expect(found).toEqual([...words, 'gone gone gone gone']);
  });

  test('a server of which only its own page is tried', () => {
    expect(scenariosOf({ ...server, pages: 'server' }, format('codex'))).toHaveLength(1);
  });
});

describe('differences', () => {
  const run = (tools: Readonly<Record<string, Partial<Observation>>>, unexplained: string[] = []): ClientRun => ({
    tools: new Map(
      Object.entries(tools).map(([name, seen]) => [name, { call: 'blocked', offered: true, said: '', ...seen }]),
    ),
    unexplained,
    exitCode: 0,
    requests: 2,
    output: '',
    milliseconds: 1,
  });
  const expected = new Map<string, Expected>([
    ['read', { call: 'reached', offered: true }],
    ['delete', { call: 'blocked', offered: false }],
    ['maybe', { call: 'blocked', offered: null }],
  ]);
  const good = { read: { call: 'reached' }, delete: { offered: false }, maybe: {} } as const;

  test('none where everything went as it must', () => {
    expect(differences(expected, run(good))).toEqual([]);
  });

  test.each<[string, ClientRun, RegExp]>([
    ['a blocked call gets through', run({ ...good, delete: { call: 'reached', offered: false } }), /"delete" reached/],
    ['an allowed call does not', run({ ...good, read: {} }), /"read" was blocked/],
    ['a hidden tool is offered', run({ ...good, delete: {} }), /"delete" was offered .* hidden/],
    ['a tool that asks is hidden', run({ ...good, read: { call: 'reached', offered: false } }), /"read" was hidden/],
    ['a call is left out', run({ read: good.read, delete: good.delete }), /"maybe" was not tried/],
    ['a client says nothing', run({ ...good, maybe: { call: 'unanswered' } }), /"maybe" was neither made nor refused/],
    ['a name that nobody knows', run(good, ['fx_delete_2']), /offered "fx_delete_2"/],
  ])('%s', (_, seen, words) => {
    expect(differences(expected, seen)).toEqual([expect.stringMatching(words)]);
  });
});
