import { describe, expect, test } from 'vitest';
import { NOW_EFFECTS, type NowEffect } from '../clients/treatment.ts';
import type { Category } from '../risk/category.ts';
import type { RiskSignal } from '../risk/signal.ts';
import { type FlowTool, flowsOf } from './flows.ts';

const tool = (name: string, category: Category, signals: RiskSignal[], effect: NowEffect = 'asked'): FlowTool => ({
  server: 'x',
  name,
  category,
  signals,
  treatment: { effect, by: null, reach: 'none', says: '' },
});
const words = (...tools: FlowTool[]) =>
  flowsOf(tools).map(({ id, parts }) => [
    id,
    ...parts.map((part) => `${part.step}: ${part.tools.map(({ name }) => name).join(' ')}`),
  ]);

describe('what tools open together', () => {
  const mail = tool('mail', 'Read', ['untrusted', 'private']);
  test.each<[string, FlowTool[], string[][]]>([
    ['a read alone', [mail], []],
    [
      'a way out',
      [mail, tool('send', 'Execute', ['outbound'])],
      [['exfiltration', 'private: mail', 'untrusted: mail', 'way-out: send']],
    ],
    [
      'code',
      [tool('web', 'Read', ['untrusted']), tool('run', 'Execute', ['code'])],
      [['untrusted-code', 'untrusted: web', 'code: run']],
    ],
    ['destroying', [mail, tool('drop', 'Destructive', [])], [['untrusted-action', 'untrusted: mail', 'action: drop']]],
    ['paying', [mail, tool('pay', 'Financial', [])], [['untrusted-action', 'untrusted: mail', 'action: pay']]],
    [
      'what acts later',
      [mail, tool('note', 'Write', ['persistent'])],
      [['untrusted-memory', 'untrusted: mail', 'memory: note']],
    ],
    ['changing', [mail, tool('put', 'Write', ['bulk'])], []],
    [
      'no strangers',
      [tool('file', 'Read', ['private']), tool('drop', 'Destructive', []), tool('run', 'Execute', ['code'])],
      [],
    ],
    ['what is denied', [mail, tool('drop', 'Destructive', [], 'denied'), tool('pay', 'Financial', [], 'hidden')], []],
  ])('%s', (_, tools, expected) => expect(words(...tools)).toEqual(expected));
});

test.each(NOW_EFFECTS)('a step that is %s: does anybody stand in the way', (effect) => {
  const UNASKED: Readonly<Record<NowEffect, boolean | undefined>> = {
    allowed: true,
    limited: true,
    'not-known': true,
    asked: false,
    denied: undefined,
    hidden: undefined,
  };
  const drop = tool('drop', 'Destructive', [], effect);
  const [flow] = flowsOf([tool('mail', 'Read', ['untrusted'], 'allowed'), drop]);
  expect(flow?.unasked).toBe(UNASKED[effect]);
  // Every step counts, and of several tools in one step any that runs unasked.
  expect(flowsOf([tool('mail', 'Read', ['untrusted']), drop])[0]?.unasked ?? false).toBe(false);
  const [both] = flowsOf([
    tool('mail', 'Read', ['untrusted'], 'allowed'),
    tool('pay', 'Financial', []),
    tool('drop', 'Destructive', [], 'allowed'),
  ]);
  expect(both?.unasked).toBe(true);
});
