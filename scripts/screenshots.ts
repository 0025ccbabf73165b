import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { preview } from 'astro';
import { startBrowser } from '../src/test/browser.ts';
import { givenPath, MisuseError, runCommand } from './parts/command.ts';

/** Widths at which every page must hold, in CSS pixels. */
const WIDTHS = [360, 1280] as const;
const THEMES = ['light', 'dark'] as const;

await runCommand({
  usage: `
Usage: npm run screenshots -- FOLDER PATH… [--whole]

Takes pictures of pages of the built site (dist) at 360 and 1280 px, light and dark.

  --whole  the whole page, not the first screen
`,
  takesWords: true,
  options: { whole: { type: 'boolean' } },
  run: async ({ options, words }) => {
    const [folder, ...paths] = words;
    if (folder === undefined || paths.length === 0)
      throw new MisuseError('Give a folder and at least one path such as /tools/github/.');
    const target = givenPath(folder);
    await mkdir(target, { recursive: true });
    const server = await preview({
      root: process.cwd(),
      outDir: path.resolve('dist'),
      logLevel: 'error',
      server: { host: '127.0.0.1', port: 4399 },
    });
    const browser = await startBrowser();
    try {
      for (const width of WIDTHS) {
        for (const colorScheme of THEMES) {
          const context = await browser.newContext({
            viewport: { width, height: width === 360 ? 740 : 800 },
            colorScheme,
          });
          const page = await context.newPage();
          for (const shown of paths) {
            await page.goto(`http://127.0.0.1:${server.port}${shown}`, { waitUntil: 'networkidle' });
            const name = shown.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '') || 'home';
            const file = path.join(target, `${name}-${width}-${colorScheme}.png`);
            await page.screenshot({ path: file, fullPage: options.whole === true });
            process.stdout.write(`${file}\n`);
          }
          await context.close();
        }
      }
    } finally {
      await browser.close();
      await server.stop();
    }
    return undefined;
  },
});
