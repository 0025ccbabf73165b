import { expect, it } from 'vitest';
import { objectVariants } from './object-variants.ts';

const rule = { category: 'Write', says: 'changes a booking' } as const;
const names = (parts: Omit<Parameters<typeof objectVariants>[0], 'category' | 'says'>) =>
  objectVariants({ ...rule, ...parts }).map(({ word, example }) => [word, example.name, example.description]);

it('puts each verb and each noun into the place of the one in the example', () =>
  expect(
    names({
      example: { name: 'cancel_bookings', description: 'Cancel bookings' },
      verbs: new Set(['cancel', 'pause']),
      any: new Set(['booking', 'order']),
    }),
  ).toEqual([
    ['pause', 'pause_bookings', 'Pause bookings'.toLowerCase()],
    ['order', 'cancel_order', 'Cancel order'],
  ]));

it('names a word behind the verb where the example has none of its list', () =>
  expect(names({ example: { name: 'move_it' }, verbs: new Set(['move']), rest: new Set(['box']) })).toEqual([
    ['box', 'move_box', undefined],
  ]));
