import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Catalogue, CataloguedTool } from '../catalogue/join/catalogue.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { BUILT_ORDER, SERVER_COLUMN_IDS, SERVER_COLUMNS } from '../domain/page/server-columns.ts';
import { parsePolicy, policyErrorLine } from '../domain/policy/parse.ts';
import type { Policy } from '../domain/policy/schema.ts';
import { RISK_LEVELS, type RiskLevel } from '../domain/risk/risk-level.ts';
import { urls } from '../domain/site/urls.ts';
import { brokenToolClaims } from './caption-claims.ts';
import { type Message, RECEIVED, REFUSED_SENDER } from './contact-endpoint.ts';
import { HOSTILE } from './hostile-content.ts';
import { axeEverywhere, complaints, forgive, NARROW, newPage, serve, theBrowser, useBrowser } from './windows.ts';

const sites = inject('sites');
let own: string;
let hostile: string;
let ownCatalogue: Catalogue;
let hostileCatalogue: Catalogue;

useBrowser();
beforeAll(async () => {
  own = await serve(sites.own.out);
  hostile = await serve(sites.hostile.out);
  ownCatalogue = await loadCatalogue(sites.own.content);
  hostileCatalogue = await loadCatalogue(sites.hostile.content);
});

function toolOfLevel(catalogue: Catalogue, level: RiskLevel | null): CataloguedTool | undefined {
  return catalogue.tools.find((tool) => tool.verdict.level === level);
}

/** One page of each kind of this project's own site. */
function kindsOfPages(): string[] {
  const { names, attacks, guides, servers: listed } = ownCatalogue;
  const [attack] = attacks;
  const [guide] = guides;
  const [name] = names;
  const largest = listed.toSorted((a, b) => b.tools.length - a.tools.length)[0];
  const tools = [...RISK_LEVELS, null].flatMap((level) => toolOfLevel(ownCatalogue, level)?.url ?? []);
  const paths = [
    ...[urls.home, urls.servers, urls.names, urls.risks, urls.categories, urls.signals, urls.attacks, urls.guides],
    ...[urls.check, urls.changes, `${urls.compare}?a=postgres-gldc&b=github`, urls.attackTimeline],
    ...[urls.method, `${urls.search}?q=run`, '/404.html', urls.risk('critical'), urls.category('Execute')],
    ...[urls.signal('code'), attack?.url, guide?.url, name?.url, largest?.url, urls.server('yaver')],
    ...[urls.tool('yaver', 'run_tests'), urls.tool('invarium', 'invarium_sync_results'), ...tools],
  ];
  return [...new Set(paths.map((path) => `${own}${path}`))];
}

/** Hostile pages of every kind. */
function hostilePages(): string[] {
  const shown = [HOSTILE.markup, HOSTILE.names, HOSTILE.schemas, HOSTILE.reviewed, HOSTILE.sources];
  return [
    ...hostileCatalogue.servers.map((server) => server.url),
    ...hostileCatalogue.tools.filter((tool) => shown.includes(tool.server as never)).map((tool) => tool.url),
    ...hostileCatalogue.names.map((name) => name.url),
    ...[urls.home, urls.servers, urls.names, urls.risk('critical'), urls.method],
  ].map((path) => `${hostile}${path}`);
}

/** A hostile page of each kind. */
function someHostilePages(): string[] {
  const wanted = new Set(['any_of_inside', 'numbers', 'many_values', 'long_description', 'limited', 'guessed_schema']);
  const tools = hostileCatalogue.tools.filter(({ name }) => wanted.has(name)).map(({ url }) => url);
  const markup = hostileCatalogue.tools.filter(({ server }) => server === HOSTILE.markup).slice(0, 2);
  const paths = [...tools, ...markup.map(({ url }) => url), urls.server(HOSTILE.markup), urls.server(HOSTILE.empty)];
  return paths.map((path) => `${hostile}${path}`);
}

/** Runs something for each address, two at a time, each in a window of its own. */
async function eachPage(
  addresses: readonly string[],
  options: BrowserContextOptions,
  run: (page: Page) => Promise<void>,
) {
  const waiting = [...addresses];
  const worker = async () => {
    const page = await newPage(options);
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      await page.goto(address);
      await run(page);
    }
  };
  await Promise.all([worker(), worker()]);
}

/** Opens search with a key and types into it. */
async function searchFor(page: Page, words: string, key = '/'): Promise<void> {
  await page.keyboard.press(key);
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.type(words);
}

/** Waits until search shows what it found. */
async function searched(page: Page, within: string): Promise<void> {
  await page.locator(`${within} .search-results li`).first().waitFor();
}

async function titles(page: Page, within: string): Promise<string[]> {
  return page
    .locator(`${within} .search-results a`)
    .evaluateAll((links) => links.map((link) => link.querySelector('.name, .title')?.textContent ?? ''));
}

function policyOf(text: string): Policy {
  const parsed = parsePolicy(text);
  if ('errors' in parsed) throw new Error(parsed.errors.map(policyErrorLine).join('; '));
  return parsed.policy;
}

const YAVER = urls.tool('yaver', 'run_tests');

/** The headers that `_headers` gives every path, as a host would send them. */
async function hostHeaders(out: string): Promise<Record<string, string>> {
  const [, all = ''] = /^\/\*\n((?: {2}.*\n)+)/m.exec(await readFile(path.join(out, '_headers'), 'utf8')) ?? [];
  return Object.fromEntries(
    all
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/:\s(.*)/s) as [string, string]),
  );
}

test.each(['own', 'hostile'] as const)('under the headers of %s no page breaks the security policy', async (site) => {
  const headers = await hostHeaders(sites[site].out);
  expect(headers['Content-Security-Policy']).toContain("frame-ancestors 'none'");
  const page = await newPage();
  const broken: string[] = [];
  await page.exposeFunction('tellBroken', (what: string) => broken.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { tellBroken } = window as unknown as { tellBroken(what: string): void };
      tellBroken(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.route('**/*', async (route) => {
    // A page that is left ends what it still loaded.
    const response = await route.fetch().catch(() => null);
    if (response === null) return route.abort().catch(() => undefined);
    return route.fulfill({ response, headers: { ...response.headers(), ...headers } }).catch(() => undefined);
  });
  for (const address of site === 'own' ? kindsOfPages() : someHostilePages()) {
    await page.goto(address, { waitUntil: 'networkidle' });
  }
  await page.keyboard.press('/');
  await page.locator('dialog input').fill('create');
  await searched(page, 'dialog');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  expect(broken).toEqual([]);
});

describe('the search dialog', () => {
  const openings: [string, (page: Page) => Promise<void>][] = [
    ['/', (page) => page.keyboard.press('/')],
    ['Ctrl-K', (page) => page.keyboard.press('Control+k')],
    ['a click', (page) => page.locator('[data-search]').click()],
  ];

  test.each(openings)('opens with %s; Esc closes it and gives the focus back', async (_, open) => {
    const page = await newPage();
    await page.goto(`${own}${YAVER}`);
    await page.locator('[data-search]').focus();
    await open(page);
    await page.locator('dialog[open]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.matches('dialog input'))).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('dialog.search').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.matches('[data-search]'))).toBe(true);
  });

  test('finds a name by its exact letters first, and arrows and Enter lead there', async () => {
    const page = await newPage();
    await page.goto(`${own}/`);
    await searchFor(page, 'run_tests');
    await searched(page, 'dialog');
    const shown = await titles(page, 'dialog');
    expect(shown.slice(0, 3)).toEqual(['run_tests', 'run_tests', 'run_tests']);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
    const hrefs = await page
      .locator('dialog .search-results a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(hrefs[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(hrefs[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.matches('dialog input'))).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${own}${hrefs[1]}`);
    expect(await page.locator('h1').textContent()).toBe('run_tests');
  });

  test('Enter in the field leads to the first result', async () => {
    const page = await newPage();
    await page.goto(`${own}/`);
    await searchFor(page, 'invarium_sync_results', 'Control+k');
    await searched(page, 'dialog');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${own}${urls.tool('invarium', 'invarium_sync_results')}`);
    expect(await page.locator('h1').textContent()).toBe('invarium_sync_results');
  });

  test('says when it finds nothing, and leaves "/" to somebody who types', async () => {
    const page = await newPage();
    await page.goto(`${own}/`);
    await page.locator('#home-search').focus();
    await page.keyboard.type('a/b');
    expect(await page.locator('#home-search').inputValue()).toBe('a/b');
    expect(await page.locator('dialog').count()).toBe(0);
    await searchFor(page, 'zzzz', 'Control+k');
    await page.locator('dialog .search-status', { hasText: 'Nothing found' }).waitFor();
    expect(await page.locator('dialog .search-results li').count()).toBe(0);
  });

  test('shows a stranger’s words as text', async () => {
    const page = await newPage();
    page.on('dialog', (dialog) => {
      complaints.push(`an alert: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(`${hostile}/`);
    await searchFor(page, 'script');
    await searched(page, 'dialog');
    expect(await titles(page, 'dialog')).toContain('<script>alert(1)</script>');
    expect(
      await page.locator('dialog .search-results').evaluate((list) => list.querySelectorAll('script, img').length),
    ).toBe(0);
  });
});

describe('the search page', () => {
  test('shows what the address asks for, and keeps its state there', async () => {
    const page = await newPage();
    await page.goto(`${own}${urls.search}?q=run_tests`);
    await searched(page, 'main');
    expect(await page.locator('main input[name=q]').inputValue()).toBe('run_tests');
    expect((await titles(page, 'main')).slice(0, 2)).toEqual(['run_tests', 'run_tests']);
    expect(await page.locator('[data-search-status]').textContent()).toMatch(/^\d+ names?/);

    await page.locator('select[name=level]').selectOption('critical');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=run_tests&level=critical');
    const levels = () =>
      page
        .locator('main .search-results .chip')
        .evaluateAll((chips) => [...new Set(chips.map((chip) => chip.getAttribute('data-level')))]);
    await expect.poll(levels).toEqual(['critical']);

    await page.reload();
    await searched(page, 'main');
    expect(await page.locator('select[name=level]').inputValue()).toBe('critical');
    expect(await levels()).toEqual(['critical']);
  });

  test('lists what fits the filters alone', async () => {
    const page = await newPage();
    await page.goto(`${own}${urls.search}?kind=attack`);
    await searched(page, 'main');
    const hrefs = await page
      .locator('main .search-results a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.length).toBeGreaterThan(10);
    expect(hrefs.filter((href) => !href.startsWith(urls.attacks))).toEqual([]);
  });

  test('is where the field of the home page leads', async () => {
    const page = await newPage();
    await page.goto(`${own}/`);
    await page.locator('#home-search').fill('yaver');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${own}${urls.search}?q=yaver`);
    await searched(page, 'main');
    expect((await titles(page, 'main'))[0]).toBe('Yaver');
  });
});

/** Holds back what a page asks for until it is let go. */
async function hold(page: Page, pattern: string): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** What the results under a heading lead to. */
async function resultsUnder(page: Page, heading: string): Promise<string[]> {
  return page
    .locator(`.search-heading:text-is("${heading}") + .search-results a`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

describe('finding', () => {
  test('letters that are typed before search is there are kept', async () => {
    const page = await newPage();
    const letGo = await hold(page, '**/search-dialog*.js');
    await page.goto(`${own}${YAVER}`);
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('/');
    await page.keyboard.type('run_');
    letGo();
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.type('tests');
    expect(await page.locator('dialog input').inputValue()).toBe('run_tests');
    await searched(page, 'dialog');
  });

  test('names come before texts, the line says what is under way, and the end is announced', async () => {
    const page = await newPage();
    const letGo = await hold(page, '**/pagefind/**');
    await page.goto(`${own}/`);
    await searchFor(page, 'delete repository');
    await searched(page, 'dialog');
    await page.locator('dialog .search-status', { hasText: 'Searching the texts…' }).waitFor();
    expect(await page.locator('dialog .search-results a').first().getAttribute('href')).toBe(
      urls.tool('github', 'delete_repository'),
    );
    // A result that has the focus keeps it when texts come.
    await page.keyboard.press('ArrowDown');
    letGo();
    await page.locator('dialog .search-heading:text-is("In the text")').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
      urls.tool('github', 'delete_repository'),
    );
    await page.locator('dialog [role=status]', { hasText: /^\d+ names?, \d+ texts?\.$/ }).waitFor();
    const all = await page
      .locator('dialog .search-results a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(all).size).toBe(all.length);
  });

  test('says what is being loaded, and what could not be', async () => {
    const page = await newPage();
    const letGo = await hold(page, '**/search/names.json');
    await page.goto(`${own}/`);
    await searchFor(page, 'yaver');
    await page.locator('dialog .search-status', { hasText: 'Loading names…' }).waitFor();
    letGo();
    await searched(page, 'dialog');

    const broken = await newPage();
    await broken.route('**/search/names.json', (route) => route.abort());
    await broken.goto(`${own}/`);
    await searchFor(broken, 'yaver');
    await broken.locator('dialog .search-status', { hasText: 'Names could not be loaded.' }).waitFor();
    await searched(broken, 'dialog');
    expect(await resultsUnder(broken, 'In the text')).toContain(urls.server('yaver'));
    forgive(/names\.json|ERR_FAILED/);
  });

  test('forgives a wrong letter, and goes on in the field when somebody types on a result', async () => {
    const page = await newPage();
    await page.goto(`${own}/`);
    await searchFor(page, 'invar');
    await searched(page, 'dialog');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('um');
    expect(await page.locator('dialog input').inputValue()).toBe('invarum');
    await expect
      .poll(() => page.locator('dialog .search-results a').first().getAttribute('href'))
      .toBe(urls.server('invarium'));
  });

  test('remembers searches that led somewhere in this browser, and forgets them', async () => {
    const page = await newPage();
    await page.goto(`${own}/`);
    await searchFor(page, 'yaver');
    await searched(page, 'dialog');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${own}${urls.server('yaver')}`);
    await page.keyboard.press('/');
    await page.locator('dialog .search-recent button', { hasText: 'yaver' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.locator('dialog input').inputValue()).toBe('yaver');
    await searched(page, 'dialog');
    await page.locator('dialog input').fill('');
    await page.locator('dialog button', { hasText: 'Clear' }).click();
    expect(await page.locator('dialog .search-recent').count()).toBe(0);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('works where storage is refused', async () => {
    const page = await newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto(`${own}/`);
    await searchFor(page, 'yaver');
    await searched(page, 'dialog');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${own}${urls.server('yaver')}`);
  });

  test.each([
    ['CVE-2025-6514', urls.attack('mcp-remote-oauth-command-injection')],
    ['delete a repository', urls.tool('github', 'delete_repository')],
    ['send an email', urls.tool('gmail-calendar-vakharwalad23', 'google_gmail_send_email')],
    ['buy shares', urls.tool('alpaca-wlu03', 'alpaca.createOrder')],
    ['gihtub', urls.server('github')],
  ])('“%s” and Enter, by keyboard alone, lead to %s', async (query, url) => {
    const page = await newPage();
    await page.goto(`${own}/`);
    await searchFor(page, query, 'Control+k');
    await page.locator('dialog .search-status', { hasText: /texts?\.$|names?\.$/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${own}${url}`);
  });

  test('the search page counts what a choice would leave, and Back undoes a choice', async () => {
    const page = await newPage();
    await page.goto(`${own}${urls.search}`);
    const critical = page.locator('select[name=level] option[value=critical]');
    await expect.poll(() => critical.textContent()).toMatch(/^Critical \(\d+\)$/);
    await page.locator('select[name=kind]').selectOption('tool');
    await page.locator('select[name=server]').selectOption('stripe');
    await page.locator('select[name=category]').selectOption('financial');
    await page.locator('main input[name=q]').fill('invoice');
    expect(new URL(page.url()).search).toBe('?q=invoice&kind=tool&category=financial&server=stripe');
    await searched(page, 'main');
    await page.goBack();
    expect(new URL(page.url()).search).toBe('?kind=tool&server=stripe');
    expect(await page.locator('select[name=category]').inputValue()).toBe('');
    expect(await page.locator('select[name=server]').inputValue()).toBe('stripe');
    const tools = ownCatalogue.tools.filter(({ server }) => server === 'stripe').length;
    await page.locator('[data-search-status]', { hasText: `${tools} results` }).waitFor();
    await page.goForward();
    await expect.poll(() => page.locator('main input[name=q]').inputValue()).toBe('invoice');
  });

  test('the list of servers sorts and narrows in place, and the address says how', async () => {
    const page = await newPage();
    await page.goto(`${own}${urls.servers}`);
    const names = () => page.locator('.servers tbody tr td:nth-child(2) > a').allTextContents();
    const byLevel = await names();
    expect(byLevel.length).toBe(ownCatalogue.servers.length);
    // Every column has a head, and a cell in each row; on a wide screen all stand side by side.
    const cells = await page.locator('.servers tr').evaluateAll((all) =>
      all.map((row) => ({
        filled: [...row.children].filter(({ textContent }) => textContent?.trim()).length,
        lines: new Set([...row.children].map((cell) => Math.round(cell.getBoundingClientRect().left))).size,
      })),
    );
    const columns = SERVER_COLUMN_IDS.length;
    expect(cells.filter(({ filled, lines }) => filled !== columns || lines !== columns)).toEqual([]);
    for (const id of SERVER_COLUMN_IDS) {
      const sorted = page.locator(`.servers th[data-sort=${id}]`);
      if ((await sorted.getAttribute('aria-sort')) === null) await sorted.getByRole('button').click();
      expect(await sorted.getAttribute('aria-sort'), id).toBe(SERVER_COLUMNS[id].first);
      const first = await names();
      // What a row says of the column was read: with nothing to compare, the rows would stay as they were built.
      if (id !== BUILT_ORDER) expect(first, id).not.toEqual(byLevel);
      await sorted.getByRole('button').click();
      expect(await sorted.getAttribute('aria-sort'), id).not.toBe(SERVER_COLUMNS[id].first);
      expect(await names(), id).not.toEqual(first);
    }
    const head = page.getByRole('columnheader', { name: 'Tools' });
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect((await names())[0]).toBe(
      ownCatalogue.servers.toSorted((a, b) => b.tools.length - a.tools.length)[0]?.file.name,
    );
    await page.getByRole('columnheader', { name: 'Server' }).getByRole('button').click();
    await page.getByRole('columnheader', { name: 'Server' }).getByRole('button').click();
    expect(new URL(page.url()).search).toBe('?sort=-name');
    expect(await names()).toEqual([...byLevel].sort(new Intl.Collator('en').compare).reverse());

    await page.locator('select[name=category]').selectOption('financial');
    const financial = ownCatalogue.servers.filter(({ counts }) => counts.categories.Financial > 0);
    await expect.poll(async () => (await names()).toSorted()).toEqual(financial.map(({ file }) => file.name).sort());
    expect(await page.locator('.servers tbody tr').first().textContent()).toMatch(/\d+ of \d+ tools? fit/);
    await page.locator('[data-server-form] [name=q]').fill('stri');
    expect(await names()).toEqual(['Stripe']);
    expect(new URL(page.url()).search).toBe('?q=stri&category=financial&sort=-name');
    await page.reload();
    await expect.poll(names).toEqual(['Stripe']);
    await page.goBack();
    await expect.poll(async () => (await names()).length).toBe(byLevel.length);
  });

  test('an address that leads nowhere offers the nearest names, at any depth', async () => {
    const page = await newPage();
    for (const [path, wanted] of [
      ['/tools/githb/delete_repositry/', urls.tool('github', 'delete_repository')],
      ['/attacks/rug-pul/', urls.attack('rug-pull-definition-change')],
      ['/a/b/c/yavr/', urls.server('yaver')],
    ] as const) {
      await page.goto(`${own}${path}`);
      await page.locator('[data-nearest] a').first().waitFor();
      const hrefs = await page
        .locator('[data-nearest] a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(hrefs.slice(0, 2)).toContain(wanted);
      expect(await axeEverywhere(page)).toEqual([]);
    }
    forgive(/ 404|status of 404/);
  });

  test('an old address leads to the new one', async () => {
    const page = await newPage();
    await page.goto(`${hostile}${urls.tool(HOSTILE.before, 'only_one')}`);
    await page.waitForURL(`${hostile}${urls.tool(HOSTILE.single, 'only_one')}`);
  });

  test('has nothing that axe finds fault with: results, recent searches, a narrowed list', async () => {
    const page = await newPage();
    await page.goto(`${own}${urls.search}?q=delete%20file&level=critical`);
    await page.locator('main .search-heading').first().waitFor();
    expect(await axeEverywhere(page)).toEqual([]);
    await page.goto(`${own}${urls.servers}?category=financial&sort=tools`);
    await page.locator('[data-server-status]', { hasText: ' of ' }).waitFor();
    expect(await axeEverywhere(page)).toEqual([]);
    await page.evaluate(() => localStorage.setItem('placard-recent-searches', '["yaver","delete file"]'));
    await page.keyboard.press('Control+k');
    await page.locator('dialog .search-recent').waitFor();
    expect(await axeEverywhere(page)).toEqual([]);
  });
});

describe('a policy', () => {
  test('is copied whole, does what its caption says, and the button says what happened', async () => {
    const page = await newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    // What a button says for a while stays until time is told to go on.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 1000);
    for (const tool of [YAVER, urls.tool('invarium', 'invarium_sync_results')]) {
      await page.goto(`${own}${tool}`);
      await page.locator('[data-copy]:visible').click();
      await page.locator('[data-copy]:visible', { hasText: 'Copied' }).waitFor();
      expect(await page.locator('#status').textContent()).toBe('Copied');
      const text = await page.evaluate(() => navigator.clipboard.readText());
      const caption = (await page.locator('.policy-caption:visible').textContent()) ?? '';
      expect(brokenToolClaims(caption, policyOf(text), tool.split('/')[3] as string)).toEqual([]);
      await page.clock.runFor(10_000);
      await page.locator('[data-copy]:visible', { hasText: /^Copy$/ }).waitFor();
    }
  });

  test('that may not be copied is selected, and the button says so', async () => {
    const page = await newPage();
    await page.goto(`${own}${YAVER}`);
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    const whole = await theBrowser().newBrowserCDPSession();
    await whole.send('Browser.setPermission', {
      permission: { name: 'clipboard-write' },
      setting: 'denied',
      origin: own,
      ...(targetInfo.browserContextId ? { browserContextId: targetInfo.browserContextId } : {}),
    });
    await page.locator('[data-copy]:visible').click();
    await page.locator('[data-copy]:visible', { hasText: 'Selected' }).waitFor();
    expect(await page.locator('#status').textContent()).toMatch(/^Selected/);
    const selected = await page.evaluate(() => getSelection()?.toString());
    expect(selected?.trim()).toBe((await page.locator('pre:visible').textContent())?.trim());
  });

  test('is downloaded as a file that the evaluator reads', async () => {
    const page = await newPage();
    await page.goto(`${own}${YAVER}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-download]:visible').click(),
    ]);
    expect(download.suggestedFilename()).toBe('policy.json');
    const text = await readFile(await download.path(), 'utf8');
    expect(policyOf(text)).toEqual(policyOf((await page.locator('pre:visible').textContent()) ?? ''));
  });
});

describe('the keyboard alone', () => {
  test('the skip link comes first, is seen, and leads to the content', async () => {
    const page = await newPage();
    await page.goto(`${own}${YAVER}`);
    await page.keyboard.press('Tab');
    const skip = page.locator('.skip');
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test.each([
    ['a tool page', () => `${own}${YAVER}`],
    ['a server page', () => `${own}${urls.server('yaver')}`],
    ['the search page', () => `${own}${urls.search}?q=run_tests`],
    ['a page with a contact form', () => `${hostile}${urls.tool(HOSTILE.single, 'only_one')}`],
  ])('reaches everything on %s, in order, with a visible focus, and is never trapped', async (_, address) => {
    const page = await newPage();
    await page.goto(address());
    await page.waitForLoadState('networkidle');
    // Numbers everything that a mouse can use, in the order of the document.
    const wanted = await page.evaluate(() => {
      const usable = [
        ...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea'),
      ].filter((element) => element.checkVisibility() && element.tabIndex >= 0);
      for (const [index, element] of usable.entries()) element.dataset.stop = String(index);
      return usable.length;
    });
    const stops: number[] = [];
    const unseen: string[] = [];
    for (let presses = 0; presses < wanted + 60; presses += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const active = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(active);
        const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        return {
          stop: active.dataset.stop,
          isBody: active === document.body,
          isSeen,
          html: active.outerHTML.slice(0, 80),
        };
      });
      if (at.isBody || (stops.length > 0 && at.stop === '0')) break;
      if (!at.isSeen) unseen.push(at.html);
      if (at.stop !== undefined) stops.push(Number(at.stop));
    }
    expect(stops).toEqual(Array.from({ length: wanted }, (_unused, index) => index));
    expect(unseen).toEqual([]);
  });
});

describe('without JavaScript', () => {
  test.each([
    ['a tool page', () => `${own}${YAVER}`],
    ['a server page', () => `${own}${urls.server('invarium')}`],
    ['an attack', () => `${own}${ownCatalogue.attacks[0]?.url}`],
    ['a hostile page', () => `${hostile}${urls.tool(HOSTILE.schemas, 'any_of_inside')}`],
  ])('%s says the same as with it, but for its buttons', async (_, address) => {
    const read = async (javaScriptEnabled: boolean) => {
      const page = await newPage({ javaScriptEnabled });
      await page.goto(address());
      if (javaScriptEnabled) await page.waitForSelector('html.js');
      // Without a script, the command that prints the other formats stands in place of their tabs.
      await page.evaluate(() => {
        for (const control of document.querySelectorAll('.tabs, .choices, .try, noscript')) control.remove();
      });
      return (await page.locator('main').innerText())
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && line !== 'Copy' && line !== 'Download');
    };
    const without = await read(false);
    expect(without).toEqual(await read(true));
    expect(without.length).toBeGreaterThan(20);
  });

  test('there is no button that would do nothing', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${own}${YAVER}`);
    expect(await page.locator('pre[data-policy=policy-json]').isVisible()).toBe(true);
    for (const needsScript of [
      '[data-copy]',
      '[data-download]',
      '[role=tab]',
      '[data-panel] select',
      '[data-key]',
      '#try',
    ])
      expect(await page.locator(`${needsScript}:visible`).count()).toBe(0);
  });

  test('search leads to a page that says what it needs, and to lists that need nothing', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${own}${YAVER}`);
    await page.locator('[data-search]').click();
    await page.waitForURL(`${own}${urls.search}`);
    const note = page.locator('main noscript');
    expect(await note.isVisible()).toBe(true);
    expect(await note.innerText()).toContain('needs JavaScript');
    await note.getByRole('link', { name: 'all servers' }).click();
    await page.waitForURL(`${own}${urls.servers}`);
    expect(await page.locator('main .row').count()).toBe(ownCatalogue.servers.length);
  });
});

describe('the contact form', () => {
  const address = () => `${hostile}${urls.tool(HOSTILE.single, 'only_one')}`;
  const received = async (): Promise<Message[]> => {
    const answer = await fetch(new URL(RECEIVED, inject('contactEndpoint')));
    return (await answer.json()) as Message[];
  };
  const fill = async (page: Page, email: string, message: string) => {
    await page.locator('form[data-contact] [name=name]').fill('Ada');
    await page.locator('form[data-contact] [name=email]').fill(email);
    await page.locator('form[data-contact] [name=message]').fill(message);
    await page.locator('form[data-contact] [type=submit]').click();
  };

  test('sends what was written, stays on the page and says so', async () => {
    const page = await newPage();
    await page.goto(address());
    await fill(page, 'ada@example.com', 'with a script');
    await page.locator('[data-contact-status]', { hasText: /^Sent/ }).waitFor();
    expect(page.url()).toBe(address());
    expect(await received()).toContainEqual({
      name: 'Ada',
      email: 'ada@example.com',
      message: 'with a script',
      website: '',
    });
    expect(await page.locator('form[data-contact] [name=message]').inputValue()).toBe('');
  });

  test('says when it was refused, and keeps the text', async () => {
    const page = await newPage();
    await page.goto(address());
    await fill(page, REFUSED_SENDER, 'not wanted');
    await page.locator('[data-contact-status]', { hasText: /^Not sent/ }).waitFor();
    expect(await page.locator('form[data-contact] [name=message]').inputValue()).toBe('not wanted');
    // The browser reports the refusal itself; nothing else may be wrong.
    complaints.splice(0, complaints.length, ...complaints.filter((words) => !words.includes('422')));
  });

  test('works without JavaScript', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(address());
    await fill(page, 'bob@example.com', 'without a script');
    await page.waitForURL(inject('contactEndpoint'));
    expect(await received()).toContainEqual({
      name: 'Ada',
      email: 'bob@example.com',
      message: 'without a script',
      website: '',
    });
  });
});

describe('every kind of page', () => {
  test('has nothing that axe finds fault with, light and dark, narrow and wide', async () => {
    const found: string[] = [];
    await eachPage([...kindsOfPages(), ...someHostilePages()], {}, async (page) => {
      if (page.url().includes('?q=')) await searched(page, 'main');
      found.push(...(await axeEverywhere(page)));
    });
    expect(found).toEqual([]);
  });

  test('has nothing that axe finds fault with while search is open', async () => {
    const page = await newPage();
    await page.goto(`${own}${YAVER}`);
    await searchFor(page, 'run');
    await searched(page, 'dialog');
    expect(await axeEverywhere(page)).toEqual([]);
  });

  test('is never wider than a narrow screen, hostile names and schemas included', async () => {
    const wider: string[] = [];
    await eachPage([...kindsOfPages(), ...hostilePages()], { viewport: NARROW }, async (page) => {
      if (page.url().includes('?q=')) await searched(page, 'main');
      const { scroll, screen, cut } = await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        const { scrollWidth, clientWidth } = document.documentElement;
        const cutOff = [...document.querySelectorAll('main *:not(.visually-hidden, svg *, svg)')].filter(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 &&
            ['hidden', 'clip'].includes(getComputedStyle(element).overflowX),
        );
        return { scroll: scrollWidth, screen: clientWidth, cut: cutOff.map(({ className }) => className) };
      });
      if (scroll > screen) wider.push(`${page.url()} is ${scroll} px wide`);
      if (cut.length > 0) wider.push(`${page.url()} cuts off what is in ${cut.join(', ')}`);
    });
    expect(wider).toEqual([]);
  });

  test('runs nothing of a stranger’s', async () => {
    const page = await newPage();
    page.on('dialog', (dialog) => {
      complaints.push(`an alert on ${page.url()}`);
      void dialog.dismiss();
    });
    for (const tool of hostileCatalogue.tools.filter(({ server }) => server === HOSTILE.markup)) {
      await page.goto(`${hostile}${tool.url}`);
      expect(await page.evaluate(() => document.querySelectorAll('img, iframe, [onerror], [onmouseover]').length)).toBe(
        0,
      );
    }
  });

  test('asks for nothing from elsewhere, and loads search only when it is opened', async () => {
    const page = await newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${own}${YAVER}`);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => !url.startsWith(own))).toEqual([]);
    expect(asked.filter((url) => /pagefind|search/.test(url))).toEqual([]);
    expect(asked.filter((url) => url.endsWith('.js'))).toHaveLength(1);
    await searchFor(page, 'run');
    await searched(page, 'dialog');
    await expect.poll(() => asked.some((url) => /pagefind/.test(url))).toBe(true);
    expect(asked.filter((url) => !url.startsWith(own))).toEqual([]);
  });

  test('shows what is folded when it is printed', async () => {
    const page = await newPage();
    await page.goto(`${hostile}${urls.tool(HOSTILE.schemas, 'many_values')}`);
    expect(await page.getByText('"colour <59>"').isVisible()).toBe(false);
    await page.pdf();
    expect(await page.locator('details:not([open])').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('"colour <59>"').isVisible()).toBe(true);
    expect(await page.locator('.search-link').isVisible()).toBe(false);
  });

  test('a link to something folded unfolds it', async () => {
    const page = await newPage();
    await page.goto(`${own}${urls.server('yaver')}#try`);
    await page.locator('.trial').waitFor();
  });
});

describe('the list of attacks', () => {
  const open = async (search = '') => {
    const page = await newPage();
    await page.goto(`${own}${urls.attacks}${search}`);
    await page.waitForSelector('[data-attack-filter][data-ready]');
    return page;
  };
  const shown = (page: Page) =>
    page
      .locator('[data-filter-results] [data-entry]')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.entry));
  const said = (page: Page) => page.locator('[data-filter-status]');

  test('is filtered as one types, from the keyboard alone, and Back brings the words back', async () => {
    const page = await open();
    await page.keyboard.press('f');
    await page.keyboard.type('rug pull');
    await expect.poll(async () => (await shown(page))[0]).toBe('rug-pull-definition-change');
    expect(new URL(page.url()).search).toBe('?q=rug+pull');
    expect(await said(page).textContent()).toMatch(/^\d+ of \d+ entries fit\.$/);
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
      urls.attack('rug-pull-definition-change'),
    );
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${urls.attack('rug-pull-definition-change')}`);
    await page.goBack();
    await expect.poll(async () => (await shown(page))[0]).toBe('rug-pull-definition-change');
    expect(await page.inputValue('[data-attack-filter] input[name="q"]')).toBe('rug pull');
  });

  test('is narrowed by choices, which stand in the address and go with Back', async () => {
    const page = await open();
    await page.locator('[data-facet="kind"] summary').click();
    await page.locator('input[name="kind"][value="case"]').check();
    const cases = ownCatalogue.attacks.filter(({ data }) => data.kind === 'case');
    await expect.poll(async () => (await shown(page)).length).toBe(cases.length);
    await page.locator('[data-facet="severity"] summary').click();
    const critical = page.locator('label', { has: page.locator('input[name="severity"][value="critical"]') });
    const promised = Number(await critical.locator('[data-count]').textContent());
    await critical.locator('input').check();
    await expect.poll(async () => (await shown(page)).length).toBe(promised);
    expect(new URL(page.url()).search).toBe('?kind=case&severity=critical');
    await page.goBack();
    await expect.poll(async () => (await shown(page)).length).toBe(cases.length);
    await page.goBack();
    await expect.poll(async () => page.locator('[data-filter-groups]').isVisible()).toBe(true);
  });

  test('opens as its address says, and says so when nothing fits', async () => {
    const page = await open('?q=injection&kind=pattern');
    await expect.poll(async () => (await shown(page)).length).toBeGreaterThan(0);
    expect(await page.locator('input[value="pattern"]').isChecked()).toBe(true);
    await page.fill('[data-attack-filter] input[name="q"]', 'zebra giraffe');
    await expect.poll(async () => said(page).textContent()).toContain('No entry fits');
  });

  test('is whole without JavaScript', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${own}${urls.attacks}`);
    expect(await page.locator('[data-filter-groups] [data-entry] a').count()).toBe(ownCatalogue.attacks.length);
    expect(await page.locator('[data-attack-filter]').isVisible()).toBe(false);
    expect(await page.locator(`a[href="${urls.attackClass('supply')}"]`).isVisible()).toBe(true);
  });
});
