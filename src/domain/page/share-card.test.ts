import { expect, test } from 'vitest';
import { attackCard, cardText, serverCard, toolCards } from './share-card.ts';

test.each([
  ['GitHub', 'GitHub'],
  ['Café “Zürich”', 'Café “Zürich”'],
  ['小红书', 'fallback'],
  ['a\u0000b', 'fallback'],
  ['x'.repeat(80), `${'x'.repeat(69)}…`],
])('a title %j is drawn as %j', (title, drawn) => expect(cardText(title, 'fallback')).toBe(drawn));

test('one card for each level and category that occurs', () => {
  const cards = toolCards([
    { level: 'critical', category: 'Execute' },
    { level: 'critical', category: 'Execute' },
    { level: 'high', category: 'Execute' },
    { level: null, category: null },
  ]);
  expect(cards.map(({ path }) => path)).toEqual([
    '/og/tools/critical-execute.png',
    '/og/tools/high-execute.png',
    '/og/tools/not-assessed-not-assessed.png',
  ]);
});

test('a name never steers the path', () => {
  const counts = { categories: { Read: 1, Write: 0, Execute: 0, Destructive: 0, Financial: 0, 'not-assessed': 0 } };
  expect(serverCard({ slug: 'a', name: '../../x', worst: 'low', counts }).path).toBe('/og/servers/a.png');
  expect(attackCard({ id: 'rug-pull', title: '/../x', kind: 'pattern' }).path).toBe('/og/attacks/rug-pull.png');
});
