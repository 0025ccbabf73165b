import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/** What is said when there is no browser: the remedy for each platform. */
const REMEDY = `No Chromium was found, and none could be started. Set CHROME_PATH to one, or install it:
  Debian, Ubuntu: apt-get install chromium   Fedora: dnf install chromium
  macOS: brew install --cask chromium        Windows: winget install Google.Chrome
On Linux x64 "npm ci" brings one along (@sparticuz/chromium).`;

/** Places where a system keeps its browser. */
const KNOWN_PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * Starts a real Chromium (docs/interface.md#browser-for-tests): the one that CHROME_PATH names, Playwright's own, the
 * system's, or the one that npm brought along. The first that starts and shows a page is taken.
 * @param args further flags for it
 * @throws with the remedy when none does; tests fail then, they do not skip
 */
export async function startBrowser(args: readonly string[] = []): Promise<Browser> {
  const named = process.env.CHROME_PATH ?? process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH;
  if (named) return start({ executablePath: named }, args);
  const places = [chromium.executablePath(), ...(KNOWN_PLACES[process.platform] ?? [])];
  for (const executablePath of places.filter((place) => existsSync(place))) {
    const browser = await start({ executablePath }, args).catch(() => null);
    if (browser) return browser;
  }
  const bundled = await bundledBrowser(args).catch(() => null);
  if (bundled === null) throw new Error(REMEDY);
  return bundled;
}

/** Milliseconds that a page may take for anything, on a machine with other work. */
export const PATIENCE_MS = 120_000;

/** Starts a browser and sees that it can show a page. */
async function start(options: LaunchOptions, args: readonly string[]): Promise<Browser> {
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--font-render-hinting=none', ...args],
    ...options,
  });
  const page = await browser.newPage();
  await page.setContent('<title>up</title>');
  if ((await page.title()) !== 'up') throw new Error('The browser shows no page.');
  await page.close();
  return browser;
}

/** The browser of @sparticuz/chromium, unpacked once per version; its own flags switch security off and are not used. */
async function bundledBrowser(args: readonly string[]): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('not for this platform');
  const root = path.resolve('node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const cache = path.resolve(`node_modules/.cache/chromium-${version}`);
  mkdirSync(cache, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = cache;
  try {
    const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
    const executablePath = await sparticuz.executablePath();
    if (!lacksLibraries(executablePath)) return await start({ executablePath }, args);
    const libraries = await inflate(path.join(root, 'bin/al2023.tar.br'));
    const env = { ...process.env, LD_LIBRARY_PATH: path.join(libraries, 'lib') } as Record<string, string>;
    return await start({ executablePath, env }, args);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function lacksLibraries(executable: string): boolean {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}
