import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { preview } from 'astro';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Catalogue, CataloguedTool } from '../catalogue/catalogue.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { parsePolicy } from '../domain/policy/parse.ts';
import type { Policy } from '../domain/policy/schema.ts';
import { RISK_LEVELS, type RiskLevel } from '../domain/risk-level.ts';
import { urls } from '../domain/urls.ts';
import { startBrowser } from './browser.ts';
import { brokenToolClaims } from './caption-claims.ts';
import { type Message, RECEIVED, REFUSED_SENDER } from './contact-endpoint.ts';
import { HOSTILE } from './hostile-content.ts';

/** What a person's screen must hold (issue 2: Look). */
const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 800 };

/** What axe checks: WCAG 2.2, levels A and AA. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const sites = inject('sites');
let browser: Browser;
let own: string;
let hostile: string;
let ownCatalogue: Catalogue;
let hostileCatalogue: Catalogue;
let axe: string;
const servers: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  browser = await startBrowser();
  own = await serve(sites.own.out);
  hostile = await serve(sites.hostile.out);
  ownCatalogue = await loadCatalogue(sites.own.content);
  hostileCatalogue = await loadCatalogue(sites.hostile.content);
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) await server.stop();
});

/** Serves a built site as `npm start` does; gives its origin. */
async function serve(outDir: string): Promise<string> {
  const port = await freePort();
  const server = await preview({
    root: process.cwd(),
    outDir,
    logLevel: 'error',
    server: { host: '127.0.0.1', port },
  });
  servers.push(server);
  return `http://127.0.0.1:${server.port}`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Everything that a browser complained of since the last test. */
let complaints: string[] = [];
const contexts: BrowserContext[] = [];

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  const heard = complaints;
  complaints = [];
  expect(heard, 'the browser complained').toEqual([]);
});

/** A fresh browser window in which every error is heard. */
async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', ...options });
  contexts.push(context);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()} console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()} error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // Going on to the next page ends what the last one still loaded.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()} failed: ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()} gives ${response.status()}`);
  });
  return page;
}

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

/** What axe finds on a page, as lines. */
async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(AXE_TAGS)}, resultTypes: ['violations'] })`,
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target} ${html.slice(0, 120)}`),
  );
}

/** Runs axe in both themes and both widths. */
async function axeEverywhere(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const viewport of [NARROW, WIDE]) {
      await page.setViewportSize(viewport);
      const lines = await axeFindings(page);
      found.push(...lines.map((line) => `${page.url()} ${colorScheme} ${viewport.width}: ${line}`));
    }
  }
  return found;
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
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  return parsed.policy;
}

const YAVER = urls.tool('yaver', 'run_tests');

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
    expect(shown.slice(0, 2)).toEqual(['run_tests', 'run_tests']);
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
    expect(await page.locator('[data-search-status]').textContent()).toMatch(/^\d+ results?/);

    await page.locator('select[name=risk]').selectOption('critical');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=run_tests&risk=critical');
    const levels = () =>
      page
        .locator('main .search-results .chip')
        .evaluateAll((chips) => [...new Set(chips.map((chip) => chip.getAttribute('data-level')))]);
    await expect.poll(levels).toEqual(['critical']);

    await page.reload();
    await searched(page, 'main');
    expect(await page.locator('select[name=risk]').inputValue()).toBe('critical');
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

describe('a policy', () => {
  test('is copied whole, does what its caption says, and the button says what happened', async () => {
    const page = await newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    for (const tool of [YAVER, urls.tool('invarium', 'invarium_sync_results')]) {
      await page.goto(`${own}${tool}`);
      await page.locator('[data-copy]').click();
      await page.locator('[data-copy]', { hasText: 'Copied' }).waitFor();
      expect(await page.locator('#status').textContent()).toBe('Copied');
      const text = await page.evaluate(() => navigator.clipboard.readText());
      const caption = (await page.locator('.policy-caption').textContent()) ?? '';
      expect(brokenToolClaims(caption, policyOf(text), tool.split('/')[3] as string)).toEqual([]);
      await page.locator('[data-copy]', { hasText: /^Copy$/ }).waitFor();
    }
  });

  test('of a server is copied in the variant that stands beside the button', async () => {
    const page = await newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${own}${urls.server('yaver')}`);
    const fold = page.locator('#policy details').nth(2);
    await fold.locator('summary').click();
    await fold.locator('[data-copy]').click();
    await fold.locator('[data-copy]', { hasText: 'Copied' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toBe(await fold.locator('pre').textContent());
    expect(policyOf(text).default).toBe('deny');
  });

  test('that may not be copied is selected, and the button says so', async () => {
    const page = await newPage();
    await page.goto(`${own}${YAVER}`);
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    const whole = await browser.newBrowserCDPSession();
    await whole.send('Browser.setPermission', {
      permission: { name: 'clipboard-write' },
      setting: 'denied',
      origin: own,
      ...(targetInfo.browserContextId ? { browserContextId: targetInfo.browserContextId } : {}),
    });
    await page.locator('[data-copy]').click();
    await page.locator('[data-copy]', { hasText: 'Selected' }).waitFor();
    expect(await page.locator('#status').textContent()).toMatch(/^Selected/);
    const selected = await page.evaluate(() => getSelection()?.toString());
    expect(selected?.trim()).toBe((await page.locator('pre').textContent())?.trim());
  });

  test('is downloaded as a file that the evaluator reads', async () => {
    const page = await newPage();
    await page.goto(`${own}${YAVER}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-download]').click()]);
    expect(download.suggestedFilename()).toBe('policy.json');
    const text = await readFile(await download.path(), 'utf8');
    expect(policyOf(text)).toEqual(policyOf((await page.locator('pre').textContent()) ?? ''));
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
    expect(await page.locator('pre[data-policy]').isVisible()).toBe(true);
    expect(await page.locator('[data-copy]').isVisible()).toBe(false);
    expect(await page.locator('[data-download]').isVisible()).toBe(false);
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
    complaints = complaints.filter((words) => !words.includes('422'));
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
    expect(asked.filter((url) => /pagefind/.test(url)).length).toBeGreaterThan(0);
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
    await page.goto(`${own}${urls.server('yaver')}#policy-json-strict`);
    expect(await page.locator('#policy-json-strict').isVisible()).toBe(true);
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
