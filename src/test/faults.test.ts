import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { complaints, newPage, serve, useBrowser } from './windows.ts';

/** Parts of a page that load something and then compute: what did not come is told from a fault of ours. */
const PARTS = [
  {
    part: 'check',
    path: '/check/',
    file: '**/api/v1/match.json',
    start: async (page: Page) => {
      await page.locator('[data-check=ready]').waitFor();
      await page.click('[data-check-sample]');
    },
    status: '[data-check-status]',
    notLoaded: 'The catalogue could not be loaded. Check the connection and try again.',
    wrongShape: '{"schemaVersion": 1, "servers": null, "attacks": {}}',
  },
  {
    part: 'compare',
    path: '/compare/?a=github&b=gitlab-zereight',
    file: '**/api/v1/servers/*.json',
    start: async () => {},
    status: '[data-compare-status]',
    notLoaded: 'The records could not be loaded. Check the connection and choose again.',
    wrongShape: '{"name": "x", "tools": null}',
  },
  {
    part: 'attacks',
    path: '/attacks/',
    file: '**/attacks/filter.json',
    start: async (page: Page) => {
      await page.locator('[data-attack-filter][data-ready]').waitFor();
      await page.fill('[data-attack-filter] input[name=q]', 'github');
    },
    status: '[data-filter-status]',
    notLoaded: 'The filter could not be loaded. Check the connection and try again.',
    wrongShape: '{"entries": []}',
  },
  {
    part: 'policy',
    path: '/tools/github/create_issue/',
    file: '**/api/v1/policies/*.json',
    start: (page: Page) =>
      page
        .locator('[data-variant]')
        .selectOption('strict')
        .then(() => {}),
    status: '#panel-policy-json .policy-caption:last-child',
    notLoaded: 'What belongs here could not be loaded, caveats among it. Check the connection, and choose it again.',
    wrongShape: '{"tools": null}',
  },
  {
    part: 'trial',
    path: '/tools/github/create_issue/',
    file: '**/api/v1/policies/*.json',
    start: (page: Page) => page.click('[data-try] summary'),
    status: '[data-try] > p:last-child',
    notLoaded: 'This could not be loaded. Check the connection, and load the page again.',
    // The panel has asked for the same file before, and says it.
    wrongShape: null,
  },
] as const;

useBrowser();

let own: string;
beforeAll(async () => {
  own = await serve(inject('sites').own.out);
});

/** What the page says after its file was answered so. */
async function said(
  { path, file, start, status }: (typeof PARTS)[number],
  answer: { readonly status: number; readonly body: string } | 'nothing',
): Promise<string> {
  const page = await newPage();
  await page.route(file, (route) =>
    answer === 'nothing' ? route.abort() : route.fulfill({ ...answer, contentType: 'application/json' }),
  );
  await page.goto(`${own}${path}`);
  await start(page);
  const place = page.locator(status);
  await expect.poll(() => place.textContent().catch(() => '')).toMatch(/could not|fault/);
  return (await place.textContent()) ?? '';
}

describe.each(PARTS)('$part', (part) => {
  test.each([
    ['no answer', 'nothing'],
    ['an answer that is none', { status: 503, body: 'busy' }],
    ['half an answer', { status: 200, body: '{"schemaVersion": 1, "ser' }],
  ] as const)('%s is called a matter of the connection', async (_, answer) => {
    expect(await said(part, answer)).toBe(part.notLoaded);
    complaints.length = 0;
  });

  if (part.wrongShape === null) return;
  test('a fault of ours is called that, and stands in the console', async () => {
    const words = await said(part, { status: 200, body: part.wrongShape });
    expect(words).toMatch(/^This is a fault of the page, not of your connection: .+\. $/);
    expect(words).not.toContain('Check the connection');
    expect(complaints.join('\n')).toContain('console: TypeError');
    complaints.length = 0;
  });
});
