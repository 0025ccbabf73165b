import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { preview } from 'astro';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { audit } from '../domain/audit/audit.ts';
import { answerSentences, FLOW_TITLES, unreadSentence } from '../domain/audit/audit-wording.ts';
import { CONFIGURATIONS } from '../domain/audit/configurations.fixture.ts';
import type { KnownCatalogue } from '../domain/audit/known-catalogue.ts';
import { serversOfLists } from '../domain/audit/listed-server.ts';
import { STRANGERS } from '../domain/audit/strangers.cases.ts';
import { HELD_OUT } from '../domain/audit/strangers.fixture.ts';
import { documentReader } from '../domain/clients/read-document.ts';
import { clientById } from '../domain/clients/registry.ts';
import { readYamlText } from '../domain/configuration/yaml-text.ts';
import { KNOWN_CATALOGUE_FILE, urls } from '../domain/site/urls.ts';
import { PATIENCE_MS, startBrowser } from './browser.ts';

const sites = inject('sites');
let browser: Browser;
let own: string;
let axe: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  browser = await startBrowser();
  const port = await freePort();
  const server = await preview({
    root: process.cwd(),
    outDir: sites.own.out,
    logLevel: 'error',
    server: { host: '127.0.0.1', port },
  });
  stop = () => server.stop();
  own = `http://127.0.0.1:${server.port}`;
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await browser?.close();
  await stop?.();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The page with everything that the browser asked for, and what it complained of. */
async function openCheck(options: BrowserContextOptions = {}, fragment = '') {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${own}${urls.check}${fragment}`, { waitUntil: 'networkidle' });
  if (options.javaScriptEnabled !== false) await page.waitForSelector('[data-check=ready]');
  return { page, context, asked, complaints };
}

/** Gives files as a person who chooses them does. */
async function give(page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  await page.setInputFiles(
    '[data-check-files]',
    files.map(({ name, text }) => ({
      name: name.replaceAll('/', '-'),
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    })),
  );
  await page.waitForFunction(() => {
    const status = document.querySelector('[data-check-status]')?.textContent ?? '';
    return status !== '' && !status.startsWith('Loading');
  });
}

/** Gives one text under its whole path, as a person who pastes it does. */
async function paste(page: Page, { name, text }: { readonly name: string; readonly text: string }): Promise<void> {
  await page.fill('[data-check-text]', text);
  await page.fill('[data-check-name]', name);
  await page.evaluate(() => {
    const status = document.querySelector('[data-check-status]');
    if (status) status.textContent = '';
  });
  await page.click('[data-check-add]');
  await page.waitForFunction(() => {
    const status = document.querySelector('[data-check-status]')?.textContent ?? '';
    return status !== '' && !status.startsWith('Loading');
  });
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('the sample: the answer first, then each tool, the lines that do nothing, flows and the change', async () => {
  const { page, context, complaints } = await openCheck();
  await page.click('[data-check-sample]');
  await page.waitForSelector('#now');
  const text = await page.innerText('[data-check-results]');
  for (const words of [
    'What your agents can do now',
    'No line of yours controls',
    'Nothing governs this tool.',
    'Did you mean mcp__github__delete_file?',
    'Did you mean mcp__files__move_file?',
    'Private data can leave',
    'not in the catalogue',
    'With it:',
  ]) {
    expect(text).toContain(words);
  }
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('now');
  expect(await page.getAttribute('a[href="/attacks/outbound-exfiltration-lethal-trifecta/"]', 'href')).toBeTruthy();
  expect(complaints).toEqual([]);
  await context.close();
});

test('of every server the page says that the same tools open the same things together as the command does', async () => {
  const catalogue = JSON.parse(
    await readFile(path.join(sites.own.out, KNOWN_CATALOGUE_FILE), 'utf8'),
  ) as KnownCatalogue;
  const { page, context } = await openCheck();
  for (const { slug } of catalogue.servers) {
    const file = { name: '.claude/settings.json', text: JSON.stringify({ permissions: { ask: [`mcp__${slug}`] } }) };
    await paste(page, file);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('.check-client .check-findings > li')].map((item) => ({
        title: item.querySelector('strong')?.textContent,
        steps: [...item.querySelectorAll('p.small')].flatMap((step) => {
          const names = step.querySelectorAll('code').length;
          const [, more = '0'] = /, and ([\d,]+) more$/.exec(step.textContent ?? '') ?? [];
          return names > 0 ? [names + Number(more.replaceAll(',', ''))] : [];
        }),
      })),
    );
    const { clients } = audit([documentReader(null)(file)], catalogue);
    const expected = (clients[0]?.flows ?? []).map(({ id, parts }) => ({
      title: FLOW_TITLES[id],
      steps: parts.map(({ tools }) => tools.length),
    }));
    expect([slug, shown.filter(({ title }) => !title?.endsWith(': '))]).toEqual([slug, expected]);
  }
  await context.close();
});

test('a file that takes the place of another of its name is said to', async () => {
  const { page, context } = await openCheck();
  const settings = (tool: string) => ({ name: 'settings.json', text: `{"permissions":{"ask":["${tool}"]}}` });
  await paste(page, settings('mcp__memory'));
  expect(await page.innerText('[data-check-status]')).toBe('The answer is below.');
  await paste(page, settings('mcp__memory'));
  expect(await page.innerText('[data-check-status]')).toBe('The answer is below.');
  await paste(page, settings('mcp__fetch'));
  expect(await page.innerText('[data-check-status]')).toMatch(/settings\.json took the place of what was given/);
  await context.close();
});

test('no request carries a byte of what was given, and none depends on it', async () => {
  const alone = await openCheck();
  await alone.page.click('[data-check-sample]');
  await alone.page.waitForSelector('#now');
  const base = alone.asked.filter((request) => !request.includes('/pagefind/')).sort();
  await alone.context.close();
  const { page, context, asked } = await openCheck();
  for (const { files } of CONFIGURATIONS) await give(page, files);
  for (const select of (await page.locator('select').all()).slice(0, 3)) await select.selectOption({ index: 1 });
  await page.waitForTimeout(300);
  expect([...new Set(asked)].sort()).toEqual([...new Set(base)].sort());
  for (const request of asked) {
    expect(request).toMatch(/^GET http:\/\/127\.0\.0\.1:\d+\/[\w./-]* $/);
    expect(request).not.toMatch(/sesame|abcdefgh|example|server-number/);
  }
  await context.close();
});

test('what reads YAML is loaded when a file is YAML, not before, and once', async () => {
  const { page, context, asked } = await openCheck();
  await give(page, CONFIGURATIONS[0]?.files ?? []);
  const before = new Set(asked);
  await give(page, [{ name: 'compose.yaml', text: 'services: {tools: {image: docker/mcp-gateway}}' }]);
  const loaded = asked.filter((request) => !before.has(request));
  expect(loaded).toEqual([expect.stringMatching(/^GET \S+\/yaml-text\.[\w-]+\.js $/)]);
  await give(page, [{ name: 'librechat.yaml', text: 'mcpServers: {notes: {command: x}}' }]);
  expect(await page.innerText('[data-check-results]')).toContain('LibreChat');
  expect(asked.filter((request) => !before.has(request))).toEqual(loaded);
  await context.close();
});

/** What the page says first, of what was not read, and of each server. */
async function shown(page: Page) {
  const texts = (selector: string) => page.locator(`[data-check-results] ${selector}`).allInnerTexts();
  return {
    sentences: [...(await texts('.lead')), ...(await texts('#now ~ p > strong'))],
    unread: await texts('.note > ul > li'),
    notRead: (await texts('#not-read ~ ul > li > code')).map((text) => text.trim()),
    clients: (await texts('.check-client > h2')).map((text) => text.trim()),
  };
}

test('the page says what the command says, of everything that it is given', async () => {
  const catalogue = JSON.parse(await readFile(path.join(sites.own.out, 'api/v1/match.json'), 'utf8')) as KnownCatalogue;
  const read = documentReader(readYamlText);
  const { page, context, complaints } = await openCheck();
  for (const { id, texts } of [...HELD_OUT, ...(await strangers())]) {
    while ((await page.getByRole('button', { name: 'Remove' }).count()) > 0)
      await page.getByRole('button', { name: 'Remove' }).first().press('Enter');
    for (const text of texts) await paste(page, text);
    const documents = texts.map(read);
    const answer = audit(documents, catalogue, serversOfLists(documents));
    const [found, controlled] = answerSentences(answer, 'high');
    expect([id, await shown(page)]).toEqual([
      id,
      {
        sentences: [found, ...(controlled === undefined ? [] : [controlled])],
        unread: answer.unusable.map(unreadSentence),
        notRead: answer.notRead.map(({ at }) => at.text),
        clients: answer.clients.map(({ client }) => clientById(client).words.name),
      },
    ]);
    expect([id, await page.locator('#share').count()]).toEqual([id, answer.reading === 'nothing' ? 0 : 1]);
    expect([id, complaints]).toEqual([id, []]);
  }
  await context.close();
});

test('files beyond the most are named as unread, not dropped', async () => {
  const { page, context } = await openCheck();
  const many = Array.from({ length: 42 }, (_, n) => ({ name: `${n}.json`, text: '{"mcpServers":{}}' }));
  await give(page, many);
  const text = await page.innerText('[data-check-results]');
  expect(text).toContain('No MCP server is configured here, as far as it could be read.');
  expect(text).toContain('41.json, line 1: was left out: at most 40 files are looked at together.');
  expect(await violations(page)).toEqual([]);
  await context.close();
});

/** The configurations of strangers, where they are. */
async function strangers() {
  const folder = path.join(process.env.PLACARD_SHARED ?? '../shared', 'cases/configurations');
  if (!existsSync(folder)) return [];
  return Promise.all(
    STRANGERS.map(async ({ id, files }) => ({
      id,
      texts: await Promise.all(
        files.map(async ({ file, path: name = file }) => ({
          name,
          text: await readFile(path.join(folder, id, file), 'utf8'),
        })),
      ),
    })),
  );
}

test('hostile names are text, secrets are not on the screen, and the change shows none either', async () => {
  const { page, context, complaints } = await openCheck();
  await give(page, CONFIGURATIONS.at(-1)?.files ?? []);
  const html = await page.innerHTML('main');
  expect(html).not.toMatch(/sesame|<img|<script/);
  expect(await page.innerText('main')).toContain('<img src=x onerror=alert(1)>');
  expect(complaints).toEqual([]);
  await context.close();
});

test('with the keyboard alone: paste, check, choose, copy', async () => {
  const { page, context } = await openCheck({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.focus('[data-check-text]');
  await page.keyboard.insertText(
    '{"mcpServers":{"fs":{"command":"npx","args":["-y","@modelcontextprotocol/server-filesystem"]}}}',
  );
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('.mcp.json');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#now');
  await page.focus('select[aria-label="Your choice for write_file"]');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.querySelector('.check-diff')?.textContent?.includes('"deny"'));
  await page.getByRole('button', { name: 'Copy the whole file' }).press('Enter');
  await page.waitForFunction(() => document.getElementById('status')?.textContent === 'Copied');
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as {
    permissions: { deny: string[] };
  };
  expect(copied.permissions.deny).toContain('mcp__fs__write_file');
  await context.close();
});

test('a file that is dropped, one that is too large, and one taken away again', async () => {
  const { page, context } = await openCheck();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['{"mcpServers":{"x":{"command":"y"}}}'], '.mcp.json'));
    document
      .querySelector('[data-check-drop]')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.waitForSelector('#now');
  await give(page, [{ name: 'large.json', text: `{"a": "${'x'.repeat(1024 * 1024)}"}` }]);
  expect(await page.innerText('[data-check-list]')).toContain('is larger than 1 MB');
  while ((await page.getByRole('button', { name: 'Remove' }).count()) > 0)
    await page.getByRole('button', { name: 'Remove' }).first().press('Enter');
  expect(await page.isHidden('[data-check-results]')).toBe(true);
  await context.close();
});

test('a summary comes back from a link, and a wrong one shows nothing', async () => {
  const { page, context } = await openCheck({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.click('[data-check-sample]');
  await page.waitForSelector('#share');
  await page.getByRole('button', { name: 'Copy as a link' }).click();
  await page.waitForFunction(() => document.getElementById('status')?.textContent === 'Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await context.close();
  const fragment = link.slice(link.indexOf('#'));
  expect(atob(fragment.slice('#summary='.length).replaceAll('-', '+').replaceAll('_', '/'))).not.toMatch(
    /notes|replace-me/,
  );
  const other = await openCheck({}, fragment);
  expect(await other.page.innerText('[data-check-results]')).toMatch(
    /Servers of the catalogue: filesystem, github\.\s+Besides: 1 server that is not in it/,
  );
  await other.context.close();
  const wrong = await openCheck({}, '#summary=PGI-');
  expect(await wrong.page.isHidden('[data-check-results]')).toBe(true);
  await wrong.context.close();
});

test('copying that is refused, and a catalogue that does not come', async () => {
  const { page, context } = await openCheck();
  await page.route('**/api/v1/match.json', (route) => route.abort());
  await page.click('[data-check-sample]');
  await page.waitForFunction(() =>
    document.querySelector('[data-check-status]')?.textContent?.includes('could not be loaded'),
  );
  await page.unroute('**/api/v1/match.json');
  await page.click('[data-check-sample]');
  await page.waitForSelector('#now');
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
  });
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await page.waitForFunction(() => document.getElementById('status')?.textContent === 'Copying was refused');
  await context.close();
});

test('without JavaScript the page says so and names the command', async () => {
  const { page, context } = await openCheck({ javaScriptEnabled: false });
  const text = await page.innerText('main');
  expect(text).toContain('npm run -s audit');
  expect(await page.isHidden('[data-check-text]')).toBe(true);
  await context.close();
});

test.each([
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)(
  'filled, at $width px, $colorScheme: nothing wrong for axe, and no sideways scroll',
  async ({ width, colorScheme }) => {
    const { page, context } = await openCheck({ viewport: { width, height: 800 }, colorScheme });
    await page.click('[data-check-sample]');
    await page.waitForSelector('#now');
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await context.close();
  },
);
