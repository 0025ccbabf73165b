import { expect, test } from 'vitest';
import { contentSecurityPolicy, headersFile, metaPolicy } from './security-headers.ts';

test('without a contact form nothing foreign is named', () => {
  const policy = contentSecurityPolicy({});
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy.join(' ')).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
});

test('a contact form may reach the origin of its endpoint, and nothing else of it', () => {
  const policy = contentSecurityPolicy({ contact: { endpoint: 'https://forms.example:8443/a?b=c;d', title: 'Write' } });
  expect(policy).toContain("form-action 'self' https://forms.example:8443");
  expect(policy).toContain("connect-src 'self' https://forms.example:8443");
  expect(policy.join('; ')).not.toContain('b=c');
});

test('the meta element has no directive that browsers ignore there', () => {
  expect(metaPolicy({})).not.toContain('frame-ancestors');
});

test('_headers: a path, then its headers, each on a line of its own', () => {
  const lines = headersFile({}).split('\n');
  expect(lines[0]).toBe('/*');
  expect(lines.filter((line) => line !== '' && !/^(\/\S*| {2}[A-Za-z-]+: \S.*)$/.test(line))).toEqual([]);
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}Content-Security-Policy: .*frame-ancestors 'none'$/));
  // Cloudflare's bounds: 100 rules, 2,000 characters a line.
  expect(lines.every((line) => line.length < 2000)).toBe(true);
});
