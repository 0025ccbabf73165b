import path from 'node:path';
import { preview } from 'astro';
import lighthouse from 'lighthouse';
import { startBrowser } from '../src/test/browser.ts';
import { freePort } from '../src/test/free-port.ts';
import { EXIT, MisuseError, runCommand } from './parts/command.ts';

/** What is held to a bound. Performance is reported only: it says as much of this machine as of the page. */
const HELD = ['accessibility', 'best-practices', 'seo', 'agentic-browsing'] as const;
const LEAST = 0.98;

/** One page of six kinds. */
const PAGES = [
  '/',
  '/tools/',
  '/tools/github/',
  '/tools/yaver/run_tests/',
  '/attacks/tool-poisoning/',
  '/search/?q=delete',
];

/** A page's scores, and what kept it from the full ones. */
interface Audited {
  readonly page: string;
  readonly scores: Readonly<Record<string, number | null>>;
  readonly failed: readonly string[];
}

async function audit(page: string, origin: string, port: number): Promise<Audited> {
  const run = await lighthouse(`${origin}${page}`, { port, logLevel: 'error', output: 'json' });
  if (run === undefined) throw new Error(`Lighthouse gave no result for ${page}.`);
  const { categories, audits } = run.lhr;
  const weighted = HELD.flatMap((id) => categories[id]?.auditRefs ?? []).filter(({ weight }) => weight > 0);
  return {
    page,
    scores: Object.fromEntries(Object.entries(categories).map(([id, { score }]) => [id, score])),
    failed: weighted.flatMap(({ id }) => {
      const { score, title } = audits[id] ?? {};
      return typeof score === 'number' && score < 1 ? [`${id}: ${title}`] : [];
    }),
  };
}

function line({ page, scores }: Audited): string {
  const shown = [...HELD, 'performance'].map((id) => `${id} ${scores[id]?.toFixed(2) ?? 'absent'}`);
  return `${page.padEnd(28)} ${shown.join('  ')}\n`;
}

/** A category that Lighthouse left out would otherwise pass unseen. */
function fails({ scores }: Audited): boolean {
  return HELD.some((id) => (scores[id] ?? 0) < LEAST);
}

await runCommand({
  usage: `
Usage: npm run lighthouse [-- PATH…]

Looks at six kinds of pages of the built site (dist) with Lighthouse, offline, and prints their scores. Fails when
${HELD.join(', ')} is below ${LEAST} somewhere; performance is reported only.
`,
  takesWords: true,
  options: {},
  run: async ({ words }) => {
    const wrong = words.find((word) => !word.startsWith('/'));
    if (wrong !== undefined) throw new MisuseError(`${wrong} is no path such as /tools/github/.`);
    const server = await preview({
      root: process.cwd(),
      outDir: path.resolve('dist'),
      logLevel: 'error',
      server: { host: '127.0.0.1', port: await freePort() },
    });
    const port = await freePort();
    const browser = await startBrowser([`--remote-debugging-port=${port}`]);
    try {
      const audited: Audited[] = [];
      for (const page of words.length > 0 ? words : PAGES) {
        const result = await audit(page, `http://127.0.0.1:${server.port}`, port);
        process.stdout.write(line(result));
        for (const failed of result.failed) process.stdout.write(`  ${failed}\n`);
        audited.push(result);
      }
      return audited.some(fails) ? EXIT.no : EXIT.done;
    } finally {
      await browser.close();
      await server.stop();
    }
  },
});
