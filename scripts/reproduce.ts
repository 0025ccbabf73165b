import path from 'node:path';
import { importCapture } from '../src/catalogue/import/import-capture.ts';
import { readJson, readYaml } from '../src/catalogue/read/read-file.ts';
import { writeServers } from '../src/catalogue/write/write-servers.ts';
import { classifyTools } from '../src/domain/classify/classify.ts';
import { compareListing } from '../src/domain/record/compare-listing.ts';
import { ToolsFileSchema } from '../src/domain/record/record.ts';
import { ServerFileSchema } from '../src/domain/record/server.ts';
import { SLUG_PATTERN } from '../src/domain/text/slug.ts';
import { recordedTarget } from '../src/scan/recorded-target.ts';
import { scanTarget } from '../src/scan/scan.ts';
import { contentRoot, EXIT, MisuseError, runCommand } from './parts/command.ts';
import { environmentOption } from './parts/environment-option.ts';
import { abortOnInterrupt } from './parts/interrupt.ts';
import { requireSandbox, timeoutOption } from './parts/scan-options.ts';
import { tokenCounter } from './parts/tokens.ts';

/** Differences that are printed; a server that changed has hundreds. */
const MOST_PRINTED = 40;

async function readServer(root: string, slug: string) {
  const at = (name: string) => {
    const file = path.join(root, 'servers', slug, name);
    return { path: file, file };
  };
  const [server, tools] = await Promise.all([
    readYaml(at('server.yaml'), ServerFileSchema),
    readJson(at('tools.json'), ToolsFileSchema),
  ]);
  if (server.value === null || tools.value === null) {
    const [problem] = [...server.problems, ...tools.problems];
    throw new MisuseError(`${slug}: ${problem?.file} ${problem?.message}. Give a server of ${root}.`);
  }
  return { server: server.value, tools: tools.value };
}

await runCommand({
  usage: `
Usage: npm run -s reproduce -- SERVER [options]

Scans the recorded version of a server again, with the arguments and names of variables of its record, and compares
fingerprints and verdicts. Without --verdicts it writes nothing.

  --verdicts        write the classifier's verdicts of now into the record, if every fingerprint is as recorded
  --content DIR     the content root (default: content)
  --env NAME=VALUE  a variable's value; values are never recorded. Else yours is taken, else one is made up
  --timeout S       seconds that the server has
  --network         it may reach the network
  --no-sandbox      run it with all your rights

Exit: 0 the record can be reproduced, 1 it cannot, 2 wrong use.
`,
  takesWords: true,
  options: {
    verdicts: { type: 'boolean' },
    content: { type: 'string' },
    env: { type: 'string', multiple: true },
    timeout: { type: 'string' },
    network: { type: 'boolean' },
    'no-sandbox': { type: 'boolean' },
  },
  run: async ({ options, lists, words }) => {
    const [slug] = words;
    if (slug === undefined || words.length > 1 || !SLUG_PATTERN.test(slug)) throw new MisuseError('Give one server.');
    const timeoutSeconds = timeoutOption(options.timeout);
    const root = contentRoot(options);
    const { server, tools } = await readServer(root, slug);
    const recorded = recordedTarget(slug, server, tools.listed, environmentOption(lists), process.env);
    if (recorded === null) {
      throw new MisuseError(
        `${slug}: its record names no npm package with a version (${tools.listed.how}): it cannot be scanned again.`,
      );
    }
    const { target, madeUp } = recorded;
    const sandbox = options['no-sandbox'] !== true;
    if (sandbox) await requireSandbox();
    const interrupted = abortOnInterrupt();
    const outcome = await scanTarget(slug, target, {
      timeoutSeconds,
      network: options.network === true,
      sandbox,
      signal: interrupted.signal,
    })
      .catch((error: unknown) => {
        if (interrupted.signal.aborted) return null;
        throw error;
      })
      .finally(interrupted.release);
    if (outcome === null) return EXIT.interrupted;
    if (madeUp.length > 0) process.stderr.write(`Made up: ${madeUp.join(', ')}. Give real ones with --env.\n`);
    if ('failure' in outcome) {
      const { failure } = outcome;
      process.stdout.write(`${slug}: ${failure.class}: ${failure.message}.\n→ ${failure.remedy}\n`);
      for (const line of failure.said) process.stdout.write(`| ${line}\n`);
      return EXIT.no;
    }
    const imported = importCapture(outcome.capture, slug).server;
    const listed = imported.tools;
    const verdicts = classifyTools(
      listed.map(({ definition, definitionSource }) => ({ server: slug, tool: definition, definitionSource })),
    );
    const differences = await compareListing(
      tools.tools,
      listed.map(({ definition }, index) => ({
        definition,
        classification: verdicts[index] as (typeof verdicts)[number],
      })),
    );
    for (const { tool, what, recorded: was, found } of differences.slice(0, MOST_PRINTED)) {
      process.stdout.write(`${tool}: ${what}: recorded ${was}, found ${found}\n`);
    }
    if (differences.length > MOST_PRINTED) {
      process.stdout.write(`… and ${differences.length - MOST_PRINTED} more\n`);
    }
    if (options.verdicts === true && differences.every(({ kind }) => kind === 'verdict')) {
      await writeServers(root, [{ ...imported, id: slug, listed: tools.listed }], tokenCounter());
      process.stdout.write(`${slug} ${tools.listed.version}: the verdicts of ${listed.length} tools are written.\n`);
      return EXIT.done;
    }
    const changed = new Set(differences.map(({ tool }) => tool)).size;
    process.stdout.write(
      differences.length === 0
        ? `${slug} ${tools.listed.version}: ${listed.length} tools, fingerprints and verdicts as recorded on ${tools.listed.date}.\n`
        : `${slug} ${tools.listed.version}: ${listed.length} tools, ${changed} differ from the record of ${tools.listed.date}.\n`,
    );
    return differences.length === 0 ? EXIT.done : EXIT.no;
  },
});
