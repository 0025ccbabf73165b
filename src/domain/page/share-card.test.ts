import { expect, test } from 'vitest';
import { CATEGORIES } from '../risk/category.ts';
import { RISK_SIGNALS } from '../risk/signal.ts';
import { attackCard, cardPaths, cardText, serverCard, toolCards, toolPlate } from './share-card.ts';

test.each([
  ['GitHub', 'GitHub'],
  ['Café “Zürich”', 'Café “Zürich”'],
  ['小红书', 'fallback'],
  ['a\u0000b', 'fallback'],
  ['x'.repeat(80), `${'x'.repeat(69)}…`],
])('a title %j is drawn as %j', (title, drawn) => expect(cardText(title, 'fallback')).toBe(drawn));

test('one card for each plate that occurs, which says what the plate says', () => {
  const plates = [
    toolPlate({ level: 'high', category: 'Read' }, ['secrets', 'path'], []),
    toolPlate({ level: 'high', category: 'Read' }, ['secrets'], []),
    toolPlate({ level: 'low', category: 'Read' }, [], []),
    toolPlate({ level: 'low', category: 'Read' }, [], ['finding']),
    toolPlate({ level: null, category: null }, [], []),
  ];
  const cards = toolCards(plates);
  expect(cards.map(({ level, line }) => [level, line])).toEqual([
    ['high', 'Can return a usable secret: a key, token, password or cookie.'],
    ['low', 'Returns information. By its definition, one call changes nothing and returns no secret.'],
    [
      'low',
      'Returns information. By its definition, one call changes nothing and returns no secret. But that definition may steer a model, or hide something from a reader: read it first.',
    ],
    [null, 'Nobody can say yet what it does: the definition is too thin to judge.'],
  ]);
  for (const plate of plates) {
    expect(cards.find(({ path }) => path === cardPaths.tool(plate))?.line).toBe(plate.consequence);
  }
});

test('no two consequences of the rules share a picture', () => {
  const plates = [null, ...CATEGORIES].flatMap((category) =>
    [[], ...RISK_SIGNALS.map((signal) => [signal]), ['private', 'untrusted'] as const].map((signals) =>
      toolPlate({ level: null, category }, signals, []),
    ),
  );
  const texts = new Set(plates.map((plate) => `${plate.category} ${plate.consequence}`));
  expect(new Set(plates.map(cardPaths.tool)).size).toBe(texts.size);
});

test('a name never steers the path', () => {
  const levels = { low: 1, medium: 0, high: 0, critical: 0, 'not-assessed': 0 };
  const counts = {
    levels,
    categories: { Read: 1, Write: 0, Execute: 0, Destructive: 0, Financial: 0, 'not-assessed': 0 },
  };
  expect(serverCard({ slug: 'a', name: '../../x', worst: 'low', counts }).path).toBe('/og/servers/a.png');
  expect(attackCard({ id: 'rug-pull', title: '/../x', kind: 'pattern' }).path).toBe('/og/attacks/rug-pull.png');
});
