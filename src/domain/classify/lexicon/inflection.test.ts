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
  ])('%s', (base, third, gerund) => expect(verbForms(base)).toEqual({ plain: base, third, gerund }));
});
