import { expect, test } from 'vitest';
import type { EnforcementFormat } from '../domain/enforcement/format.ts';
import { formatById } from '../domain/snippet/formats.ts';
import { printedFlags } from './verify-format.ts';

const request = {
  key: 'fx',
  tools: [{ name: 'list.items', category: 'Read', signals: [], doubts: [] }],
  variant: 'recommended',
  unrecorded: 0,
} as const;

test('a client is started with the flags of the command that the page prints', () => {
  const copilot = formatById('copilot-cli') as EnforcementFormat;
  expect(printedFlags(copilot, request)).toBe("--allow-tool='fx(list-items)'");
});

test('a client without flags gets none', () => {
  expect(printedFlags(formatById('codex') as EnforcementFormat, request)).toBe('');
});
