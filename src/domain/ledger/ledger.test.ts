import { describe, expect, it } from 'vitest';
import { compareLedgers, definitionKey, ledgerText, readLedger, recordKey } from './ledger.ts';

const tool = { name: 'get_item', description: 'Get an item' };

/** No SHA-256, but other texts give other digits. */
function hash(text: string): string {
  let value = 7n;
  for (const unit of text) value = (value * 1_000_003n + BigInt(unit.codePointAt(0) ?? 0)) % 2n ** 64n;
  return value.toString(16).padStart(16, '0');
}

describe('definitionKey', () => {
  it('changes with everything that a verdict rests on', () => {
    const keys = [
      definitionKey(hash, 'acme', tool, false),
      definitionKey(hash, 'other', tool, false),
      definitionKey(hash, 'acme', tool, true),
      definitionKey(hash, 'acme', { ...tool, title: 'Get' }, false),
      definitionKey(hash, 'acme', { ...tool, description: 'Get an item.' }, false),
      definitionKey(hash, 'acme', { ...tool, inputSchema: {} }, false),
      definitionKey(hash, 'acme', { ...tool, annotations: { readOnlyHint: true } }, false),
      recordKey(hash, 'acme', 'get_item', undefined),
      recordKey(hash, 'acme', 'get_item', 'aa'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{12}$/);
  });

  it('does not change with what no verdict rests on', () =>
    expect(definitionKey(hash, 'acme', { ...tool, outputSchema: {} }, false)).toBe(
      definitionKey(hash, 'acme', tool, false),
    ));
});

describe('a ledger', () => {
  const ledger = new Map([
    ['b2', 'Ec+cp'],
    ['a1', 'Rl'],
  ]);

  it('is written sorted and read back without faults', () => {
    const text = ledgerText(ledger);
    expect(text.endsWith('a1 Rl\nb2 Ec+cp\n')).toBe(true);
    expect(readLedger(text)).toEqual({ ledger: new Map([...ledger].reverse()), faults: [] });
  });

  it.each([
    ['b2 Rl\na1 Rl', 'out of order'],
    ['a1 Rl\na1 Rl', 'twice'],
    ['a1 Xx', 'no key with a verdict'],
    ['a1 Rl+pc', 'no key with a verdict'],
    ['a1 Rh', 'does not follow'],
    ['<<<<<<< HEAD', 'no key with a verdict'],
  ])('names what is wrong with %j', (text, fault) => expect(readLedger(text).faults.join()).toContain(fault));

  it('tells flips, what is new and what is gone', () => {
    const now = new Map([
      ['b2', 'Eh+p'],
      ['c3', '--'],
    ]);
    expect(compareLedgers(ledger, now)).toEqual({
      flips: [{ key: 'b2', was: 'Ec+cp', is: 'Eh+p' }],
      added: ['c3'],
      gone: ['a1'],
    });
  });
});
