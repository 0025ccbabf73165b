import { describe, expect, test } from 'vitest';
import { defaultRegistry, isDefaultRegistry } from './default-registry.ts';

describe.each(['npm', 'pypi'] as const)('the registry that %s asks anyway', (family) => {
  const own = defaultRegistry(family);
  const other = defaultRegistry(family === 'npm' ? 'pypi' : 'npm');
  const host = own.slice('https://'.length);

  test.each([
    ['its address', own, true],
    ['with a stroke behind it', `${own}/`, true],
    ['in capitals', own.toUpperCase(), true],
    ['without encryption', `http://${host}`, false],
    ['at another port', `${own}:8443`, false],
    ['with a name in front', `https://user@${host}`, false],
    ['with a path of somebody', `${own}/mirror/`, false],
    ['with a query', `${own}/?x=1`, false],
    ['as the beginning of another host', `${own}.example`, false],
    ['as the end of another host', `https://not-${host}`, false],
    ['that of the other family', other, false],
    ['a folder', './wheels', false],
    ['nothing', '', false],
  ])('%s', (_, address, expected) => expect(isDefaultRegistry(family, address)).toBe(expected));
});

test('an index of Python packages is also named by its list', () => {
  expect(isDefaultRegistry('pypi', `${defaultRegistry('pypi')}/simple/`)).toBe(true);
  expect(isDefaultRegistry('npm', `${defaultRegistry('npm')}/simple/`)).toBe(false);
});
