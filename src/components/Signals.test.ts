import { describe, expect, test } from 'vitest';
import { RISK_SIGNALS } from '../domain/risk/signal.ts';
import { numberWord } from '../domain/text/english.ts';
import { attribute, type Element, find, textOf, withClass } from '../test/built-site.ts';
import { reading, render } from '../test/render.ts';
import Signals from './Signals.astro';

const evidence = { from: 'parameter', where: 'command', text: 'command', says: 'takes a shell command' } as const;

describe('Signals', () => {
  test('every signal has its id, a fragment, a link to its page, and what shows it', async () => {
    const page = await render(Signals, {
      signals: RISK_SIGNALS.map((id) => ({ id, evidence: [evidence] })),
      assessed: true,
    });
    const items = find(page, null, 'data-signal');
    expect(items.map((item) => attribute(item, 'data-signal'))).toEqual([...RISK_SIGNALS]);
    for (const item of items) {
      const id = attribute(item, 'data-signal');
      expect(attribute(item, 'id')).toBe(`signal-${id}`);
      expect(find(item, 'a').map((link) => attribute(link, 'href'))).toEqual([`/signals/${id}/`]);
      expect(withClass(item, 'quiet').map(textOf)).toEqual(['the parameter command: takes a shell command']);
    }
  });

  test('a signal without evidence was set by hand, and says so', async () => {
    const page = await render(Signals, { signals: [{ id: 'access', evidence: [] }], assessed: true });
    expect(textOf(find(page, null, 'data-signal', 'access')[0] as Element)).toContain('Set in a review by hand.');
  });

  test('none on an assessed tool is a finding; none on one that is not assessed is no finding', async () => {
    expect(reading(await render(Signals, { signals: [], assessed: true }))).toContain(
      `shows none of the ${numberWord(RISK_SIGNALS.length)} signals`,
    );
    expect(reading(await render(Signals, { signals: [], assessed: false }))).toContain('no signal can be looked for');
  });
});
