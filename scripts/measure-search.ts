import { existsSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { preview } from 'astro';
import type { Browser, Page } from 'playwright-core';
import { nameFiles } from '../src/catalogue/build/name-files.ts';
import { SERVER_COLUMN_IDS } from '../src/domain/page/server-columns.ts';
import type { NamesFile, ServerTools } from '../src/domain/search/names-file.ts';
import { startBrowser } from '../src/test/browser.ts';
import { givenPath, MisuseError, runCommand } from './parts/command.ts';

/** Names that are typed letter by letter: exact, in words, common, misspelt, in another order. */
const TYPED = [
  'run_tests',
  'delete repository',
  'get',
  'list',
  'create isue',
  'kuberntes',
  'results sync',
  'send an email',
];
/** The query whose times are given. */
const QUERY = 'create issue';

/** Times of one run, in milliseconds; bytes as a host sends them, compressed with gzip. */
interface Run {
  readonly namesCold: number;
  readonly namesBytes: number;
  readonly textCold: number;
  readonly textBytes: number;
  readonly names: number;
  readonly text: number;
  /** The longest that one key kept the page busy. */
  readonly key: number;
  /** The longest task while names were loaded. */
  readonly task: number;
  /** On the list of servers: the longest key in the filter, and the longest sorting. */
  readonly filter: number;
  readonly sort: number;
}

const WORDS: Readonly<Record<keyof Run, string>> = {
  namesCold: 'key to first name, first search',
  namesBytes: 'bytes until then',
  textCold: 'key to first text, first search',
  textBytes: 'bytes until then',
  names: 'key to first name, later',
  text: 'key to first text, later',
  key: 'longest that a key keeps the page busy',
  task: 'longest task while names load',
  filter: 'list of servers: longest key',
  sort: 'list of servers: longest sorting',
};

/** Runs in the page: watches long tasks, and gives the milliseconds until something is shown. */
const HELPERS = `
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration)))
    .observe({ type: 'longtask', buffered: true });
  window.shown = (selector) => new Promise((resolve) => {
    const start = performance.now();
    const look = () => (document.querySelector(selector) ? resolve(performance.now() - start) : setTimeout(look, 1));
    look();
  });
  window.typeInto = (field, text) => {
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.closest('dialog, main').getBoundingClientRect();
    return performance.now() - start;
  };`;

const NAME_SHOWN = 'dialog .search-results li';
const TEXT_SHOWN = 'dialog .search-heading:has(+ ol)';

async function measure(
  browser: Browser,
  origin: string,
  names: readonly { name: string; text: string }[],
): Promise<Run> {
  const context = await browser.newContext();
  await context.addInitScript(HELPERS);
  for (const { name, text } of names) {
    await context.route(`**/search/${name}`, (route) => route.fulfill({ contentType: 'application/json', body: text }));
  }
  const page = await context.newPage();
  await page.goto(`${origin}/method/`, { waitUntil: 'networkidle' });
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    sizes.push(
      response.body().then(
        (body) => Math.min(body.length, gzipSync(body).length),
        () => 0,
      ),
    );
  });
  const bytes = async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.keyboard.press('/');
  await page.locator('dialog[open]').waitFor();
  await page.evaluate(`window.typeInto(document.querySelector('dialog input'), ${JSON.stringify(QUERY)})`);
  const namesCold = await shown(page, NAME_SHOWN);
  const namesBytes = await bytes();
  const textCold = namesCold + (await shown(page, TEXT_SHOWN));
  const textBytes = await bytes();
  await page.waitForLoadState('networkidle');
  const task = (await page.evaluate('Math.max(0, ...window.tasks)')) as number;

  const warm: { readonly first: number; readonly text: number }[] = [];
  for (const query of ['merge request', 'send message']) {
    await page.evaluate(`window.typeInto(document.querySelector('dialog input'), '')`);
    const first = (await page.evaluate(
      `window.typeInto(document.querySelector('dialog input'), ${JSON.stringify(query)})`,
    )) as number;
    warm.push({ first, text: first + (await shown(page, TEXT_SHOWN)) });
  }
  let key = 0;
  for (const words of TYPED) {
    for (let length = 2; length <= words.length; length += 1) {
      const took = await page.evaluate(
        `window.typeInto(document.querySelector('dialog input'), ${JSON.stringify(words.slice(0, length))})`,
      );
      key = Math.max(key, took as number);
    }
  }

  await page.goto(`${origin}/tools/`, { waitUntil: 'networkidle' });
  let filter = 0;
  for (const words of ['git', 'slack mcp', '']) {
    for (let length = Math.min(1, words.length); length <= words.length; length += 1) {
      const typed = JSON.stringify(words.slice(0, length));
      filter = Math.max(
        filter,
        (await page.evaluate(`window.typeInto(document.querySelector('main [name=q]'), ${typed})`)) as number,
      );
    }
  }
  let sort = 0;
  for (const column of SERVER_COLUMN_IDS.toReversed()) {
    const took = await page.evaluate(`(() => {
      const start = performance.now();
      document.querySelector('th[data-sort=${column}] button').click();
      document.querySelector('main').getBoundingClientRect();
      return performance.now() - start;
    })()`);
    sort = Math.max(sort, took as number);
  }
  await context.close();
  const text = median(warm.map((run) => run.text));
  return {
    namesCold,
    namesBytes,
    textCold,
    textBytes,
    names: median(warm.map((run) => run.first)),
    text,
    key,
    task,
    filter,
    sort,
  };
}

async function shown(page: Page, selector: string): Promise<number> {
  return (await page.evaluate(`window.shown(${JSON.stringify(selector)})`)) as number;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

/** Names that nobody gave: so many different ones, eight to a server. */
function madeUpNames(count: number): NamesFile {
  const verbs =
    'get list create update delete search send run start stop read write export import sync merge check'.split(' ');
  const nouns =
    'issue user file message record project page event order invoice pod branch comment table report task note key session graph'.split(
      ' ',
    );
  const more = 'by id;in bulk;for team;from archive;with filter;status;history;metadata;settings;summary'.split(';');
  const names = new Set<string>();
  for (let round = 0; names.size < count; round += 1) {
    for (const verb of verbs) {
      for (const noun of nouns) {
        const extra = round === 0 ? [] : (more[round % more.length] as string).split(' ');
        const parts = [verb, noun, ...extra, ...(round > more.length ? [`v${round}x${verb.length}`] : [])];
        const camel = parts.map((part, at) => (at === 0 ? part : part[0]?.toUpperCase() + part.slice(1))).join('');
        if (names.size < count) names.add(parts.join('_'));
        if (names.size < count) names.add(camel);
      }
    }
  }
  const tools: ServerTools[] = [];
  const list = [...names];
  for (let at = 0; at < list.length; at += 8) {
    const own = list.slice(at, at + 8);
    tools.push([tools.length, own, own.map((_, place) => place % 3)]);
  }
  return {
    version: 1,
    traits: [
      ['low', 'read'],
      ['medium', 'write', 'url'],
      ['critical', 'destructive', 'bulk'],
    ],
    servers: tools.map(([place]) => [
      `server-${place}`,
      `Server ${place} of ${nouns[place % nouns.length]}s`,
      'critical',
    ]),
    texts: [],
    hubs: {},
    tools,
    shards: [],
  };
}

await runCommand({
  usage: `
Usage: npm run measure:search -- [SITE… --names N --runs N]

Measures search in Chromium on built sites and prints a table: median of the runs, and the least and the most. It reports and
judges nothing. SITE is a folder of \`npm run build\` (default: dist).

  --names N  the first site once more, with so many made-up names instead of its own
  --runs N   default: 5
`,
  takesWords: true,
  options: { names: { type: 'string' }, runs: { type: 'string' } },
  run: async ({ options, words }) => {
    const runs = Number(options.runs ?? 5);
    const count = Number(options.names ?? 0);
    if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(count) || count < 0)
      throw new MisuseError('--runs and --names take whole numbers.');
    const sites = words.length > 0 ? words.map(givenPath) : [path.resolve('dist')];
    const missing = sites.find((site) => !existsSync(path.join(site, 'search', 'names.json')));
    if (missing !== undefined) throw new MisuseError(`${missing} is no built site. Run npm run build first.`);
    const tries = [
      ...sites.map((site) => ({ site, label: site, names: [] as ReturnType<typeof nameFiles> })),
      ...(count > 0
        ? [{ site: sites[0] as string, label: `${count} made-up names`, names: nameFiles(madeUpNames(count)) }]
        : []),
    ];
    const browser = await startBrowser();
    try {
      for (const { site, label, names } of tries) {
        const server = await preview({
          root: process.cwd(),
          outDir: site,
          logLevel: 'error',
          server: { host: '127.0.0.1', port: 4398 },
        });
        const found: Run[] = [];
        for (let run = 0; run < runs; run += 1)
          found.push(await measure(browser, `http://127.0.0.1:${server.port}`, names));
        await server.stop();
        process.stdout.write(`${label}\n`);
        for (const [key, words] of Object.entries(WORDS) as [keyof Run, string][]) {
          const values = found.map((run) => run[key]);
          const unit = key.endsWith('Bytes') ? 'B' : 'ms';
          const digits = (value: number) => value.toFixed(unit === 'B' || value >= 10 ? 0 : 1);
          process.stdout.write(
            `  ${words.padEnd(40)} ${digits(median(values)).padStart(9)} ${unit}  (${digits(Math.min(...values))} to ${digits(Math.max(...values))})\n`,
          );
        }
      }
    } finally {
      await browser.close();
    }
    return undefined;
  },
});
