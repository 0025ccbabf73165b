import { expect, test } from 'vitest';
import { createMasker, maskArguments, maskText, maskUrl } from './masking.ts';
import { Secret } from './secret.ts';

test('a secret becomes text only on purpose', () => {
  const secret = new Secret('open sesame');
  expect([`${secret}`, JSON.stringify({ secret }), String(secret)]).toEqual(['…', '{"secret":"…"}', '…']);
  expect(secret.reveal()).toBe('open sesame');
});

test.each([
  [
    ['--api-key=abc', '--caps=vision'],
    ['--api-key=…', '--caps=vision'],
  ],
  [
    ['--token', 'abc', '--verbose'],
    ['--token', '…', '--verbose'],
  ],
  [
    ['--token', '--verbose'],
    ['--token', '--verbose'],
  ],
  [
    ['--header', 'Authorization: Bearer abc', '--header=X-Api-Key: abc', '-HCookie: abc', '--url=http://x'],
    ['--header', 'Authorization: …', '--header=X-Api-Key: …', '-HCookie: …', '--url=http://x'],
  ],
  [['API_KEY=abc'], ['API_KEY=…']],
  [['ghp_abcdefghijklmnopqrst'], ['…']],
  [['postgres://me:pass@db:5432/app'], ['postgres://…@db:5432/app']],
  [['https://example.com/mcp?key=abc&x=1'], ['https://example.com/mcp?key=…&x=…']],
  [
    ['server', 'start', '/home/me/data'],
    ['server', 'start', '/home/me/data'],
  ],
])('arguments %j', (args, expected) => {
  expect(maskArguments(args)).toEqual(expected);
});

test.each([
  ...['sk', 'pk', 'rk', 'ghp', 'gho', 'ghs', 'github_pat', 'glpat', 'npm', 'AKIA', 'ntn', 'secret', 'fc', 'tvly'],
  ...['xoxa', 'xoxb', 'xoxp', 'xoxr', 'xoxs'],
])('a secret that begins with %s_ or %s- is gone from any text', (prefix) => {
  for (const separator of ['_', '-']) {
    expect(maskText(`said ${prefix}${separator}abcdefghijkl.`)).toBe('said ….');
    // Too short to be one: an ordinary word of a command.
    expect(maskText(`said ${prefix}${separator}abcdefghijk.`)).toBe(`said ${prefix}${separator}abcdefghijk.`);
  }
});

test('a JSON web token is gone, with its signature or without', () => {
  expect(maskText('a eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0 b')).toBe('a … b');
  expect(maskText('a eyJhbGciOiJI.eyJzdWIiOiIx. b')).toBe('a … b');
});

test('an address loses user and values', () => {
  expect(maskUrl('https://me:pass@example.com/mcp?key=abc#x')).toBe('https://example.com/mcp?key=…');
});

test('what a server was given is replaced by its name, in keys too', () => {
  const masker = createMasker([
    { name: 'ACME_TOKEN', value: new Secret('12345678') },
    { name: 'ACME_URL', value: new Secret('https://acme.internal') },
    { name: 'MODE', value: new Secret('read') },
  ]);
  const name = (variable: string) => `$\{${variable}}`;
  expect(masker.json({ a: ['x12345678y', 7, null], 'https://acme.internal': { mode: 'read' } })).toEqual({
    value: { a: [`x${name('ACME_TOKEN')}y`, 7, null], [name('ACME_URL')]: { mode: 'read' } },
    masked: 2,
  });
});
