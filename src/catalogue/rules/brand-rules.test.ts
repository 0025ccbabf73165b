import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type GivenServer, problemsOf } from '../../test/content-root.ts';

const SHEET = { server: { official: false, brand: 'mail' } };
const brand = (given: object = {}) => ({
  'brands/mail.yaml': stringify({ name: 'Mail', looked: '2026-11-20', ...given }),
});

test.each<[string, Readonly<Record<string, GivenServer>>, Readonly<Record<string, string>>, string[]]>([
  ['a sheet of a third party’s', { 'mail-ann': SHEET }, brand(), []],
  ['a product at a server’s address', { mail: SHEET }, brand(), ['error brands/mail.yaml ']],
  [
    'a product at the address that a server had',
    { 'mail-ann': { server: { brand: 'mail', moved: ['mail'] } } },
    brand(),
    ['error brands/mail.yaml '],
  ],
  ['a product without a file', { 'mail-ann': SHEET }, {}, ['error servers/mail-ann/server.yaml brand']],
  ['a product without a sheet', { other: {} }, brand(), ['error brands/mail.yaml ']],
  [
    'an official server with a sheet',
    { 'mail-ann': SHEET, 'mail-official': { server: { official: true } } },
    brand({ official: { by: 'Mail', server: 'mail-official' } }),
    [],
  ],
  [
    'an official server that is somebody’s',
    { 'mail-ann': SHEET },
    brand({ official: { by: 'Mail', server: 'mail-ann' } }),
    ['error brands/mail.yaml official.server'],
  ],
  [
    'an official server that is not there',
    { 'mail-ann': SHEET },
    brand({ official: { by: 'Mail', server: 'gone' } }),
    ['error brands/mail.yaml official.server'],
  ],
  ['a day to come', { 'mail-ann': SHEET }, brand({ looked: '2026-11-22' }), ['error brands/mail.yaml looked']],
  ['a name that is no slug', { a: {} }, { 'brands/Mail Me.yaml': 'name: Mail' }, ['error brands/Mail Me.yaml ']],
  [
    'a field that is none',
    { 'mail-ann': SHEET },
    brand({ offical: {} }),
    ['error servers/mail-ann/server.yaml brand', 'error brands/mail.yaml offical'],
  ],
])('%s', async (_, servers, files, expected) => {
  const problems = await problemsOf({ servers, files });
  expect(
    problems.map(({ severity, file, field }) => `${severity} ${file.replace('content/', '')} ${field}`).sort(),
  ).toEqual(expected.toSorted());
});

test('a product in site.yaml, and one without a file, are told where its file is described', async () => {
  const problems = await problemsOf({ site: { brand: 'mail' }, servers: { 'mail-ann': SHEET } });
  expect(problems.map(({ field }) => field)).toEqual(['brand', 'brand']);
  for (const { remedy } of problems) expect(remedy).toContain('docs/contracts.md#brands');
});
