import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVersions, fixState, namesVersion } from './version.ts';

describe('compareVersions', () => {
  test.each<[string, string, '<' | '=' | '>' | null]>([
    ['1.2.3', '1.2.4', '<'],
    ['1.10.0', '1.9.9', '>'],
    ['2025.7.1', '2025.7.01', '='],
    ['v1.2', '1.2.0', '='],
    ['1.0.0-alpha', '1.0.0', '<'],
    ['1.0.0-alpha.1', '1.0.0-alpha.beta', '<'],
    ['1.0.0-beta.2', '1.0.0-beta.11', '<'],
    ['1.0.0-rc', '1.0.0-rc.1', '<'],
    ['1.0.0+build', '1.0.0', '='],
    ['removed', '1.0.0', null],
    ['1.0.0', '', null],
  ])('%s and %s: %s', (a, b, wanted) => {
    const order = compareVersions(a, b);
    expect(order === null ? null : order < 0 ? '<' : order > 0 ? '>' : '=').toBe(wanted);
  });

  test('is an order', () => {
    const version = fc
      .tuple(fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), fc.option(fc.constantFrom('a', 'b.1', '2', '2.x')))
      .map(([numbers, pre]) => numbers.join('.') + (pre === null ? '' : `-${pre}`));
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        const order = (x: string, y: string) => Math.sign(compareVersions(x, y) as number);
        expect(order(a, b) + order(b, a)).toBe(0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('fixState', () => {
  test.each<[string | undefined, (string | undefined)[], string]>([
    ['1.0.0', ['1.0.1'], 'older'],
    ['1.0.1', ['1.0.1'], 'not-older'],
    ['2.5.0', ['2.5.0', '2.9.8'], 'older'],
    ['4.1.7', ['2.5.0', '2.9.8'], 'not-older'],
    ['2026.8.31', ['0.6.4 / 2025.7.01'], 'not-older'],
    ['0.6.5', ['0.6.4 / 2025.7.01'], 'unknown'],
    ['0.6.3', ['0.6.4 / 2025.7.01'], 'older'],
    [undefined, ['1.0.1'], 'unknown'],
    ['1.0.0', ['removed'], 'none'],
    ['1.0.0', ['removed', 'none planned'], 'none'],
    ['1.0.0', [undefined], 'not-checked'],
    ['1.0.0', ['removed', undefined], 'not-checked'],
    ['1.0.0', ['Not verified'], 'not-checked'],
    ['1.0.0', [], 'not-checked'],
    ['2.0.0', ['1.0.1', undefined], 'unknown'],
    ['1.0.0', ['trivy-action 0.35.0, setup-trivy 0.2.6'], 'unknown'],
  ])('%s against %j: %s', (recorded, fixes, state) => {
    const affected = fixes.map((fixed) => ({ fixed }));
    expect(fixState(recorded, affected).state).toBe(state);
  });

  test('names the affected versions once each', () => {
    const versions = ['1.1.2', undefined, '1.1.2', '< 2'].map((each) => ({ versions: each }));
    expect(fixState('1.1.8', versions).affected).toEqual(['1.1.2', '< 2']);
  });
});

test.each([
  ['1.3', true],
  ['0.6.4 / 2025.7.01', true],
  ['trivy-action 0.35.0', true],
  ['removed', false],
  ['2025-06-17 relaunch', false],
  ['no version; separate databases announced 2025-07-21', false],
])('%s names a version: %s', (text, names) => expect(namesVersion(text)).toBe(names));
