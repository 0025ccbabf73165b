import { expect, test } from 'vitest';
import { serverOrder } from './server-columns.ts';

test.each([
  ['', 'level', false],
  ['name', 'name', false],
  ['-tools', 'tools', true],
  ['-level', 'level', true],
  // What an address of elsewhere says is no column: the list stays as it was built.
  ['-', 'level', false],
  ['--name', 'level', false],
  ['-owner', 'level', false],
  ['constructor', 'level', false],
])('an address that says %j: by %s, reversed %s', (given, column, isReversed) => {
  expect(serverOrder(given)).toEqual({ column, isReversed });
});
