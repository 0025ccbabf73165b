import { expect, test } from 'vitest';
import type { EnforcementFormat } from '../enforcement/format.ts';
import { FORMAT_IDS } from '../enforcement/format-ids.ts';
import { RISK_SIGNALS, type RiskSignal } from '../risk/signal.ts';
import { flowSentences, formatCaption, type RemainingFlows, remainingFlows } from './format-caption.ts';
import { FORMATS, formatById } from './formats.ts';
import { ROW_TOOLS, requestOf } from './sample.fixture.ts';

const caption = (id: string, given = {}) => {
  const format = formatById(id);
  return format === undefined ? '' : formatCaption(format, requestOf(given));
};

test.each([
  ['claude-code', {}, 'It allows 1 tool, asks before 7 tools and blocks 4 tools.'],
  [
    'codex',
    { unrecorded: 3 },
    'It allows 1 tool, asks before 7 tools and blocks 4 tools. It also denies the 3 tools that nobody has recorded, and what the server adds later.',
  ],
  [
    'codex',
    { tool: 'read_file' },
    'This tool runs after somebody was asked; every other tool of the server is denied.',
  ],
  ['claude-code', { tool: 'list_items' }, 'This tool runs; every other tool of the server is asked about.'],
  ['gemini-cli', { tool: 'delete_item' }, 'This tool is blocked; every other tool stays as open as it was.'],
  ['cursor', {}, 'It allows 1 tool and asks before 11 tools.'],
  [
    'policy-json',
    { tool: 'list_items' },
    "This tool is allowed; every other tool is denied. Add their rules to the same policy, or take the whole server's.",
  ],
])('%s with %j: %s', (id, given, expected) => expect(caption(id, given)).toBe(expected));

test('every id has its format, once', () => {
  expect(FORMATS.map(({ id }) => id)).toEqual([...FORMAT_IDS]);
  expect(formatById('constructor')).toBeUndefined();
});

test('captions and caveats are whole sentences', () => {
  for (const format of FORMATS) {
    for (const tool of [undefined, ...ROW_TOOLS.map(({ name }) => name)]) {
      const request = requestOf({ tool });
      for (const line of [formatCaption(format, request), ...format.caveats(request)]) {
        expect(line).not.toMatch(/undefined|\b1 tools\b|\.\.$| {2}/);
        expect(line).toMatch(/^[A-Za-z].*[.):]?.$/);
      }
    }
  }
});

test('nothing that cannot be had is printed: no npx line, no package of Intercept', () => {
  for (const format of FORMATS) {
    const request = requestOf();
    const rendered = format.render(request);
    const all = `${'text' in rendered ? rendered.text : ''}\n${format.caveats(request).join('\n')}`;
    expect(all).not.toMatch(/\bnpx\b|npm install|@policylayer/);
  }
});

/** What a read that stays open still lets flow; every signal is answered for, so that a new one asks. */
const FLOWS: Readonly<Record<RiskSignal, keyof RemainingFlows | null>> = {
  code: null,
  path: null,
  url: 'url',
  credentials: null,
  secrets: null,
  bulk: null,
  outbound: null,
  untrusted: 'untrusted',
  private: 'private',
  access: null,
  persistent: null,
};

test.each(RISK_SIGNALS)('reads: what a read with %s lets flow', (signal) => {
  const tools = [{ name: 'get', category: 'Read', signals: [signal], doubts: [] }] as const;
  const flows = remainingFlows(formatById('policy-json') as EnforcementFormat, requestOf({ tools, variant: 'reads' }));
  const named = Object.entries(flows).flatMap(([flow, names]) => (names.length > 0 ? [flow] : []));
  expect(named).toEqual([FLOWS[signal] ?? []].flat());
});

test('reads: what still flows is named, among the tools that stay open only', () => {
  const tools = [
    ...ROW_TOOLS,
    { name: 'read_mail', category: 'Read', signals: ['private', 'untrusted'], doubts: [] },
    { name: 'fetch', category: 'Read', signals: ['url', 'untrusted'], doubts: [] },
    { name: 'dump', category: 'Read', signals: ['private', 'secrets'], doubts: [] },
  ] as const;
  for (const format of FORMATS.filter(({ can }) => can.deny)) {
    const flows = remainingFlows(format, requestOf({ tools, variant: 'reads' }));
    expect(flows).toEqual({ private: ['read_mail'], untrusted: ['read_mail', 'fetch'], url: ['fetch'] });
    expect(flowSentences(flows).join(' ')).toMatch(/^Private data can still be read: read_mail\. .*fetch\.$/);
  }
  expect(flowSentences({ private: [], untrusted: [], url: [] })).toEqual([
    expect.stringMatching(/^No definition of a tool that stays open/),
  ]);
});
