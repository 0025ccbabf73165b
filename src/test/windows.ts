import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { preview } from 'astro';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { PATIENCE_MS, startBrowser } from './browser.ts';
import { freePort } from './free-port.ts';

/** What a person's screen must hold (issue 2: Look). */
export const NARROW = { width: 360, height: 740 };
export const WIDE = { width: 1280, height: 800 };

/** What axe checks: WCAG 2.2, levels A and AA. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
const servers: { stop(): Promise<void> }[] = [];
const contexts: BrowserContext[] = [];

/** Everything that a browser complained of since the last test. */
export const complaints: string[] = [];

/** Takes back complaints that a test has provoked. */
export function forgive(provoked: RegExp): void {
  complaints.splice(0, Infinity, ...complaints.filter((words) => !provoked.test(words)));
}

/** Starts a browser for the tests of a file; after each test, nothing may have gone wrong in any of its windows. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.stop();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(complaints.splice(0), 'the browser complained').toEqual([]);
  });
}

/** The browser of this file's tests, once it has started. */
export function theBrowser(): Browser {
  return browser;
}

/** Serves a built site as `npm start` does; gives its origin. */
export async function serve(outDir: string): Promise<string> {
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

/** A fresh browser window in which every error is heard. */
export async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  contexts.push(context);
  const page = await context.newPage();
  page.on('console', (message) => {
    // A hint about speed: on a busy machine the browser comes to its fonts late.
    if (/was preloaded using link preload but not used/.test(message.text())) return;
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
export async function axeEverywhere(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
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
