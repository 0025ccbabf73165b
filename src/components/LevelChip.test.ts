import { expect, test } from 'vitest';
import { RISK_LEVELS } from '../domain/risk/risk-level.ts';
import { attribute, find } from '../test/built-site.ts';
import { reading, render } from '../test/render.ts';
import LevelChip from './LevelChip.astro';

test.each([...RISK_LEVELS, null])('%s is said in a word, not in colour alone', async (level) => {
  const page = await render(LevelChip, { level });
  const [chip] = find(page, 'span');
  const segment = level ?? 'not-assessed';
  expect(reading(page).toLowerCase()).toBe(segment.replace('-', ' '));
  expect(chip && attribute(chip, 'data-level')).toBe(segment);
  expect(find(page, 'use').map((use) => attribute(use, 'href'))).toEqual([`/icons.svg#${segment}`]);
});
