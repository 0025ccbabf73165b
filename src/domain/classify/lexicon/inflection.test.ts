import { describe, expect, it } from 'vitest';
import { singular, verbForms } from './inflection.ts';

describe('singular', () => {
  it.each([
    ['policies', 'policy'],
    ['branches', 'branch'],
    ['users', 'user'],
    ['status', 'status'],
    ['address', 'address'],
    ['dns', 'dns'],
  ])('%s → %s', (plural, one) => expect(singular(plural)).toBe(one));
});

describe('verbForms', () => {
  it.each([
    ['delete', 'deletes', 'deleting'],
    ['run', 'runs', 'running'],
    ['push', 'pushes', 'pushing'],
    ['modify', 'modifies', 'modifying'],
    ...'get set put run stop drop tag plan log begin swap ship scan submit commit chat pin trim unpin unset tap drag plot cut'
      .split(' ')
      .map((verb) => [verb, `${verb}s`, `${verb}${verb.at(-1)}ing`]),
  ])('%s', (base, third, gerund) => expect(verbForms(base)).toEqual({ plain: base, third, gerund }));
});
