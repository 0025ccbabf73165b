import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const KNOWN = { flags: /^(?:-y|--quiet)$/, values: { '--level': /^\w+$/, '-p': /^/ } };
const read = (line: string) => readOptions(line.split(' '), KNOWN);

test.each([
  ['-y name --level x', { given: [], rest: ['name', '--level', 'x'], split: false }],
  ['--level high --quiet name', { given: [['--level', 'high']], rest: ['name'], split: false }],
  ['--level=high name', { given: [['--level', 'high']], rest: ['name'], split: false }],
  [
    '-p a -p b c',
    {
      given: [
        ['-p', 'a'],
        ['-p', 'b'],
      ],
      rest: ['c'],
      split: false,
    },
  ],
  ['-y -- --name', { given: [], rest: ['--name'], split: true }],
  ['-y', { given: [], rest: [], split: false }],
  ['--other name', { given: [], unknown: '--other', rest: [], split: false }],
  ['--other=x name', { given: [], unknown: '--other', rest: [], split: false }],
  ['-y --level ./x name', { given: [], unknown: '--level', rest: [], split: false }],
  ['--level', { given: [], unknown: '--level', rest: [], split: false }],
  ['--quiet=x name', { given: [], unknown: '--quiet', rest: [], split: false }],
  ['--constructor x', { given: [], unknown: '--constructor', rest: [], split: false }],
])('%s', (line, expected) => expect(read(line)).toEqual(expected));
