import { describe, expect, test } from 'vitest';
import { SiteFileSchema } from './site.ts';

test('an empty site.yaml is a whole site that keeps publishers’ texts', () => {
  expect(SiteFileSchema.parse({})).toEqual({ name: 'Placard', publisherText: 'keep', links: [] });
});

describe('links', () => {
  const isAccepted = (href: string) => SiteFileSchema.safeParse({ links: [{ label: 'x', href }] }).success;

  test.each(['/guides/', 'https://example.com/?a=1&b=2', 'http://intranet', 'mailto:us@example.com'])('%s', (href) => {
    expect(isAccepted(href)).toBe(true);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    '//example.com/',
    '/a"onclick="x',
    'https://example.com/"><script>',
    'guides/',
    '',
  ])('refuses %s', (href) => expect(isAccepted(href)).toBe(false));
});

test.each<[string, unknown]>([
  ['a field that is not known', { colour: 'red' }],
  ['a publisherText of its own', { publisherText: 'some' }],
  ['a contact form that is posted to a script', { contact: { endpoint: 'javascript:alert(1)' } }],
  ['an address that is none', { address: 'example.com' }],
  ['an address with a path', { address: 'https://example.com/catalogue/' }],
  ['an address with a query', { address: 'https://example.com/?a' }],
])('refuses %s', (_, file) => expect(SiteFileSchema.safeParse(file).success).toBe(false));

test.each(['https://example.com', 'https://example.com/', 'http://intranet:8080/'])(
  'an address without a path: %s',
  (address) => expect(SiteFileSchema.safeParse({ address }).success).toBe(true),
);
