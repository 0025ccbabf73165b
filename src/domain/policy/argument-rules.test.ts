import { describe, expect, test } from 'vitest';
import { RISK_SIGNALS, type RiskSignal } from '../risk/signal.ts';
import { argumentRules, NARROWING, RULE_KINDS, type RuleKind } from './argument-rules.ts';

const rules = (signals: readonly RiskSignal[], properties: object, required: readonly string[] = []) =>
  argumentRules({ signals, inputSchema: { type: 'object', properties, required: [...required] } as never }).map(
    ({ kind, parameter, must, values }) => [kind, parameter, must, ...values].join(' '),
  );
const text = { type: 'string' };

/** The kinds of arguments that a signal lets rules be made of; every signal is answered for, so that a new one asks. */
const KINDS: Readonly<Record<RiskSignal, readonly RuleKind[]>> = {
  code: ['command'],
  path: ['path'],
  url: ['host', 'url'],
  credentials: [],
  secrets: [],
  bulk: [],
  outbound: ['recipient'],
  untrusted: [],
  private: [],
  access: [],
  persistent: [],
};

test.each(RISK_SIGNALS)('%s alone gives rules of its kinds', (signal) => {
  const inputSchema = { properties: { path: text, host: text, url: text, to: text, command: text } };
  const kinds = argumentRules({ signals: [signal], inputSchema }).map(({ kind }) => kind);
  expect(kinds).toEqual(KINDS[signal]);
});

describe('which arguments get a rule', () => {
  test.each<[string, RiskSignal[], object, string[], string[]]>([
    ['a path', ['path'], { path: text }, ['path'], ['path path fit']],
    ['an only path that may be left out must be given', ['path'], { path: text }, [], ['path path fit']],
    [
      'a second path that may be left out must be',
      ['path'],
      { path: text, outputPath: text },
      ['path'],
      ['path path fit', 'path outputPath absent'],
    ],
    [
      'two paths that must be given',
      ['path'],
      { source: text, destination: text },
      ['source', 'destination'],
      ['path source fit', 'path destination fit'],
    ],
    ['a list of paths', ['path'], { paths: { type: 'array', items: text } }, ['paths'], ['list paths fit']],
    ['no path without the signal', [], { path: text }, ['path'], []],
    ['an address', ['url'], { url: text }, ['url'], ['url url fit']],
    ['a host', ['url'], { host: text, port: { type: 'integer' } }, ['host'], ['host host fit']],
    [
      'recipients',
      ['outbound'],
      { to: text, cc: text, subject: text },
      ['to'],
      ['recipient to fit', 'recipient cc fit-or-absent'],
    ],
    ['no recipient where nothing is sent', [], { to: text }, ['to'], []],
    ['an amount', [], { amount: { type: 'number' }, currency: text }, ['amount'], ['amount amount fit']],
    ['no cap on an amount that is text', [], { amount: text }, ['amount'], []],
    ['a command', ['code'], { command: text }, ['command'], ['command command fit']],
    ['no command where a query is a search', [], { query: text }, ['query'], []],
    [
      'an enum with values that read',
      [],
      { action: { type: 'string', enum: ['list', 'get_item', 'delete', 'listen_and_run'] } },
      ['action'],
      ['values action fit list get_item'],
    ],
    ['an enum that only reads', [], { action: { enum: ['list', 'get'] } }, [], []],
    ['an enum without values that read', [], { action: { enum: ['start', 'stop'] } }, [], []],
    ['an enum that names no action', [], { state: { enum: ['list', 'closed'] } }, [], []],
    ['a name with a dot', ['path'], { 'a.path': text }, ['a.path'], []],
    ['a whole amount', [], { amount: { type: 'integer' } }, ['amount'], ['amount amount fit']],
    ['no cap on a list of amounts', [], { amount: { type: 'array', items: { type: 'number' } } }, ['amount'], []],
    ['no path that is no text', ['path'], { path: { type: 'boolean' } }, ['path'], []],
    ['a path whose type is not said', ['path'], { path: {} }, ['path'], ['path path fit']],
    [
      'one of each kind, none of which must be given',
      ['path', 'outbound'],
      { path: text, to: text, subject: text },
      [],
      ['path path fit', 'recipient to fit'],
    ],
    ['arguments inside others', ['path'], { options: { type: 'object', properties: { path: text } } }, [], []],
  ])('%s', (_, signals, properties, required, expected) =>
    expect(rules(signals, properties, required)).toEqual(expected),
  );

  test('nothing is known: no rules', () => {
    expect(argumentRules({ signals: ['path'] })).toEqual([]);
  });
});

test('where the evidence names arguments, others of the kind get no rule', () => {
  const inputSchema = { properties: { target: text, filename: text, host: text, ws: text } } as never;
  const found = argumentRules({
    signals: ['path', 'url'],
    inputSchema,
    shownBy: { path: ['filename'], url: ['host', 'ws'] },
  });
  expect(found.map(({ kind, parameter }) => `${kind} ${parameter}`)).toEqual(['path filename', 'host host', 'url ws']);
});

test('what each kind asks for and what gets past it can be said', () => {
  expect(Object.keys(NARROWING)).toEqual([...RULE_KINDS]);
});
