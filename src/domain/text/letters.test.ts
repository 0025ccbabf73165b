import { expect, test } from 'vitest';
import { letters } from './letters.ts';

test.each([
  ['Get-WHOIS_profile v1', 'getwhoisprofilev1'],
  ['@playwright/mcp', 'playwrightmcp'],
  ['ИМЯ инструмента', 'имяинструмента'],
  ['🔥 --', ''],
])('%s', (text, expected) => expect(letters(text)).toBe(expected));
