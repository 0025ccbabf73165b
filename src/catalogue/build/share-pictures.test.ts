import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { levelSegment, RISK_LEVELS } from '../../domain/risk/risk-level.ts';
import { markImage } from './share-pictures.ts';

const drawn = (address: string) => Buffer.from(address.split(',')[1] as string, 'base64').toString();

test('the mark of every level is that of the site, each another one, in white', async () => {
  const icons = await readFile('public/icons.svg', 'utf8');
  const marks = [...RISK_LEVELS, null].map((level) => drawn(markImage(icons, levelSegment(level))));
  expect(new Set(marks).size).toBe(5);
  for (const mark of marks) expect(mark).toMatch(/^<svg [^>]*fill="#fff" stroke="#fff"><[^>]+\/><\/svg>$/);
  expect(() => markImage(icons, 'none')).toThrow('icons.svg has no symbol none.');
});
