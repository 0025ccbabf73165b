import { expect, test } from 'vitest';
import type { EnforcementFormat } from '../domain/enforcement/format.ts';
import { formatById } from '../domain/enforcement/formats.ts';
import { printedFlags } from './verify-format.ts';

const request = {
  key: 'fx',
  tools: [{ name: 'list.items', category: 'Read', signals: [] }],
  variant: 'recommended',
  unrecorded: 0,
} as const;

// A page whose sentence the run no longer finds would start the client without flags: every allowed tool would be blocked.
test('the flags are taken from the sentence on the page', () => {
  const copilot = formatById('copilot-cli') as EnforcementFormat;
  expect(printedFlags(copilot, request)).toBe("--allow-tool='fx(list-items)'");
  const asCode = {
    ...copilot,
    caveats: () => ['These run unasked when you start it so: `copilot --allow-tool=x`', '`y`'],
  };
  expect(printedFlags(asCode, request)).toBe('--allow-tool=x');
});

test('a client without flags gets none', () => {
  expect(printedFlags(formatById('codex') as EnforcementFormat, request)).toBe('');
});
