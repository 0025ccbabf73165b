import { expect, test } from 'vitest';
import { isExactVersion, parsePackageSpec } from './npm-package.ts';

test.each([
  ['server', { name: 'server' }],
  ['@acme/server', { name: '@acme/server' }],
  ['@acme/server@1.2.3-beta.1', { name: '@acme/server', version: '1.2.3-beta.1' }],
  ['server@^1', { name: 'server', version: '^1' }],
  ['server@latest', { name: 'server', version: 'latest' }],
  ['Server', null],
  ['-x', null],
  ['../server', null],
  ['server@file:/x', null],
  ['server@--x', null],
  ['acme/server', null],
  ['', null],
])('%s', (text, expected) => {
  expect(parsePackageSpec(text)).toEqual(expected);
});

test('exact versions', () => {
  expect(['1.2.3', '1.2.3-a.1+b', '1.2', '^1.2.3', 'latest'].map(isExactVersion)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
