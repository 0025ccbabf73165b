import { describe, expect, test } from 'vitest';
import { RISK_LEVELS } from '../domain/risk/risk-level.ts';
import { attribute, type BuiltPage, find, withClass } from '../test/built-site.ts';
import { reading, render } from '../test/render.ts';
import Plate from './Plate.astro';

const plate = (page: BuiltPage) => {
  const [section] = withClass(page, 'plate');
  if (section === undefined) throw new Error('no plate');
  return section;
};

describe('Plate', () => {
  test.each(RISK_LEVELS)('says %s in words, pips and a link', async (level) => {
    const page = await render(Plate, { level, category: 'Write', consequence: 'Changes data.' });
    const rank = RISK_LEVELS.indexOf(level) + 1;
    expect(reading(page).toLowerCase()).toContain(`${level} risk`);
    expect(attribute(plate(page), 'data-level')).toBe(level);
    expect(attribute(plate(page), 'data-category')).toBe('write');
    expect(find(page, 'a', 'href', `/risk/${level}/`)).toHaveLength(1);
    expect(find(page, 'a', 'href', '/category/write/')).toHaveLength(1);
    expect(find(page, null, 'role', 'img').map((pips) => attribute(pips, 'aria-label'))).toEqual([
      `Level ${rank} of 4`,
    ]);
    expect(find(page, 'i', 'class', 'on')).toHaveLength(rank);
  });

  test('not assessed is a state of its own: no pips, never low', async () => {
    const page = await render(Plate, { level: null, category: null, consequence: 'Nobody can say yet.' });
    expect(attribute(plate(page), 'data-level')).toBe('not-assessed');
    expect(attribute(plate(page), 'data-category')).toBe('not-assessed');
    expect(reading(page)).toMatch(/Not assessed.*Nobody can say yet\./);
    expect(reading(page)).not.toMatch(/low/i);
    expect(find(page, 'i')).toHaveLength(0);
  });

  test('a server’s plate has no category', async () => {
    const page = await render(Plate, { level: 'high', consequence: 'Its tools can change data.' });
    expect(attribute(plate(page), 'data-category')).toBeUndefined();
    expect(find(page, 'a').map((link) => attribute(link, 'href'))).toEqual(['/risk/high/']);
  });

  test('holds what is put into it', async () => {
    const page = await render(Plate, { level: 'low', consequence: 'Reads.' }, '<h1>get_item</h1>');
    expect(find(plate(page), 'h1')).toHaveLength(1);
  });
});
