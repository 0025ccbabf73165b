import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { urls } from '../domain/site/urls.ts';
import { axeEverywhere, newPage, serve, useBrowser } from './windows.ts';

const sites = inject('sites');
let own: string;

useBrowser();
beforeAll(async () => {
  own = await serve(sites.own.out);
});

describe('the tools of a server', () => {
  test('stand by category, and the filter leaves those with all the words, in any spelling', async () => {
    const page = await newPage();
    await page.goto(`${own}${urls.server('gitlab-zereight')}`);
    const groups = () => page.locator('#tools h3:visible').allTextContents();
    expect((await groups()).map((text) => text.replace(/:.*/, ''))).toEqual([
      'Destructive',
      'Execute',
      'Write',
      'Read',
    ]);
    const filter = page.getByLabel('Show only tools with');
    await filter.fill('delete-branch');
    const rows = page.locator('#tools .row:visible .name');
    // Two others delete a branch by the way: their summaries say so.
    const found = ['push_files', 'merge_merge_request', 'delete_branch'];
    await expect.poll(() => rows.allTextContents()).toEqual(found);
    expect((await groups()).length).toBe(1);
    await expect.poll(() => page.locator('#tools [role=status]').textContent()).toBe('3 of 201 tools');
    await filter.fill('no such word');
    await expect.poll(() => page.locator('#tools [role=status]').textContent()).toBe('0 of 201 tools');
    await filter.fill('');
    await expect.poll(() => rows.count()).toBe(201);
  });

  test('are all there without JavaScript, and no filter', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${own}${urls.server('gitlab-zereight')}`);
    expect(await page.locator('#tools .row').count()).toBe(201);
    expect(await page.getByLabel('Show only tools with').isVisible()).toBe(false);
  });
});

describe('comparing', () => {
  const both = `${urls.compare}?a=github%2Fcreate_issue&b=gitlab-zereight%2Fcreate_issue`;

  test('two tools by their address; a change goes into the address, and Back brings it back', async () => {
    const page = await newPage();
    await page.goto(`${own}${both}`);
    const titles = page.locator('.compare thead th');
    await expect
      .poll(() => titles.allTextContents())
      .toEqual(['create_issue (GitHub)', 'create_issue (GitLab (zereight))']);
    expect(await page.getByRole('row', { name: /^Risk / }).textContent()).toBe('RiskHigh riskHigh risk');
    expect(await page.locator('[data-compare-status]').textContent()).toMatch(/^\d+ of \d+ lines differ/);
    await page.locator('select[name=b-server]').selectOption('linear-emmett-deen');
    await expect.poll(() => page.locator('[data-compare-status]').textContent()).toMatch(/whole server on both/);
    await page.locator('select[name=a-tool]').selectOption('');
    await expect.poll(() => titles.allTextContents()).toEqual(['GitHub', 'Linear (emmett-deen)']);
    expect(new URL(page.url()).search).toBe('?a=github&b=linear-emmett-deen');
    await page.goBack();
    await page.goBack();
    await expect
      .poll(() => titles.allTextContents())
      .toEqual(['create_issue (GitHub)', 'create_issue (GitLab (zereight))']);
    expect(await axeEverywhere(page)).toEqual([]);
  });

  test('says what to do when an address names what is not there, and without JavaScript', async () => {
    const page = await newPage();
    await page.goto(`${own}${urls.compare}?a=nobody/x&b=`);
    await expect.poll(() => page.locator('[data-compare-status]').textContent()).toMatch(/^Choose two servers/);
    const plain = await newPage({ javaScriptEnabled: false });
    await plain.goto(`${own}${both}`);
    expect(await plain.locator('noscript .note').isVisible()).toBe(true);
  });
});

test('a day that is long past is marked on the day of reading; without JavaScript the day stands alone', async () => {
  const path = `${own}${urls.server('playwright')}`;
  const day = 'time[data-day]';
  const after = (page: Page) =>
    page.locator(day).evaluate((element) => getComputedStyle(element, '::after').content.replaceAll('"', ''));
  const shown = async (on: string) => {
    const page = await newPage();
    await page.clock.setFixedTime(new Date(on));
    await page.goto(path);
    await expect.poll(() => page.locator(day).getAttribute('data-day')).toMatch(/true|false/);
    return after(page);
  };
  expect(await shown('2027-02-18T23:00:00Z')).toBe('none');
  expect(await shown('2027-02-19T01:00:00Z')).toBe(' (more than 90 days ago)');
  const plain = await newPage({ javaScriptEnabled: false });
  await plain.goto(path);
  expect(await plain.locator(day).innerText()).toBe('20 November 2026');
});

test('every server, every level and category, and every attack has a picture for its link', async () => {
  const page = await newPage();
  for (const path of [urls.server('github'), urls.tool('yaver', 'run_tests'), urls.attack('tool-poisoning')]) {
    await page.goto(`${own}${path}`);
    const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
    const answer = await page.request.get(`${own}${picture}`);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).subarray(1, 4).toString()).toBe('PNG');
  }
});
