import { existsSync } from 'node:fs';
import path from 'node:path';
import { importCapture } from '../src/catalogue/import/import-capture.ts';
import { type PackageServer, packageServers } from '../src/catalogue/read/package-servers.ts';
import { writeJson } from '../src/catalogue/write/write-file.ts';
import { writeServers } from '../src/catalogue/write/write-servers.ts';
import { maskArguments } from '../src/domain/text/masking.ts';
import { slugFromId } from '../src/domain/text/slug.ts';
import { DEFAULT_TIMEOUT_SECONDS } from '../src/scan/limits.ts';
import { type NamedTarget, type Scanned, scanAll } from '../src/scan/scan-all.ts';
import { readTargets, type Target, TargetError } from '../src/scan/target.ts';
import { type Arguments, contentRoot, EXIT, givenPath, MisuseError, runCommand } from './parts/command.ts';
import { environmentOption } from './parts/environment-option.ts';
import { abortOnInterrupt } from './parts/interrupt.ts';
import { requireSandbox, timeoutOption } from './parts/scan-options.ts';
import { progressLine, type Reported, reportJson, reportTable } from './parts/scan-report.ts';
import { tokenCounter } from './parts/tokens.ts';

function readableOf(lists: Arguments['lists']): string[] {
  return (lists.read ?? []).map((given) => {
    const file = givenPath(given);
    if (!existsSync(file)) throw new MisuseError(`--read ${given}: is not there.`);
    return file;
  });
}

async function targetsOf({ words, rest, lists }: Arguments): Promise<Target[]> {
  const before = words.slice(0, words.length - rest.length);
  try {
    return await readTargets(before, rest, {
      folder: givenPath('.'),
      environment: process.env,
      given: environmentOption(lists),
    });
  } catch (error) {
    if (error instanceof TargetError) throw new MisuseError(error.message);
    throw error;
  }
}

/** A package that the catalogue has keeps its slug, if it is listed with the same arguments; else the id makes one. */
function nameTargets(targets: readonly Target[], known: readonly PackageServer[]): NamedTarget[] {
  const taken = new Map<string, Target>();
  return targets.map((target) => {
    const slug = knownSlug(target, known) ?? slugFromId(target.id);
    if (slug === null)
      throw new MisuseError(`${target.label}: has no letter or digit to make a name from. Give NAME=TARGET.`);
    const other = taken.get(slug);
    if (other !== undefined) {
      throw new MisuseError(
        `${other.label} and ${target.label} would both be "${slug}". Give one a name: NAME=TARGET, or another key in its file.`,
      );
    }
    taken.set(slug, target);
    return { slug, target };
  });
}

function knownSlug({ named, what }: Target, known: readonly PackageServer[]): string | undefined {
  if (named || what.kind !== 'npm') return undefined;
  const args = JSON.stringify(maskArguments(what.args));
  return known.find(
    (server) =>
      server.package === what.package.name && server.bin === what.bin && JSON.stringify(server.arguments) === args,
  )?.slug;
}

/** Writes captures and records of what was listed; everything was asked before, so that nothing is half written. */
async function write(root: string, scanned: readonly Scanned[]): Promise<Reported[]> {
  const imports = scanned.flatMap(({ outcome, target }) =>
    'capture' in outcome ? [importCapture(outcome.capture, target.id, outcome.installed?.manifest)] : [],
  );
  const written =
    imports.length === 0
      ? []
      : await writeServers(
          root,
          imports.map(({ server }) => server),
          tokenCounter(),
        );
  const captures = path.join(path.dirname(root), 'captures');
  for (const { outcome } of scanned) {
    if ('capture' in outcome) await writeJson(path.join(captures, `${outcome.capture.id}.json`), outcome.capture);
  }
  return scanned.map((each) => {
    const imported = imports.find(({ server }) => server.id === each.slug);
    return {
      ...each,
      tools: written.find(({ slug }) => slug === each.slug)?.file.tools ?? null,
      notes: [...(imported?.skipped.map((why) => `left out, ${why}`) ?? []), ...oddities(each)],
    };
  });
}

function oddities({ outcome }: Scanned): string[] {
  if ('failure' in outcome) return [];
  const { network, masked } = outcome.capture;
  return [
    ...(network.attempts ? [`tried to reach the network ${network.attempts} times while it was listed`] : []),
    ...(masked > 0 ? [`repeats a value that it was given, ${masked} times; its name stands there instead`] : []),
  ];
}

await runCommand({
  usage: `
Usage: npm run -s scan -- TARGET… [options] [-- COMMAND ARGS…]

Starts or asks MCP servers, lists their tools, classifies them, and writes records into the content root and captures beside
it. Servers run in a sandbox (bubblewrap): no network, no files of yours, nothing left behind. npm packages are installed
without their install scripts into a cache of their own.

TARGET is one of
  package[@version][#program]     an npm package; with arguments as one word: "package --flag value"
  https://host/path               a Streamable HTTP server; PLACARD_HEADER_X_API_KEY in the environment is sent as x-api-key
  FILE.json, FILE.toml            a client's configuration: mcpServers (Claude, Cursor, .mcp.json), VS Code, Codex
  -- COMMAND ARGS…                a program of yours; it may read this folder, and write to an empty one: $WORK
NAME=TARGET names the server; otherwise the package, the key in the file or the address does. $WORK in arguments is an empty
folder. For VS Code's \${input:id}, set PLACARD_INPUT_ID.

  --content DIR     the content root (default: content); captures go to captures/ beside it
  --env NAME=VALUE  a variable for every server that is started; NAME alone takes yours; may be repeated. Never stored
  --read PATH       a file or folder of yours that servers may read; may be repeated. Folders that arguments name are
                    there in any case, and empty
  --timeout S       seconds that a server has from its start to its last tool (default: ${DEFAULT_TIMEOUT_SECONDS})
  --network         servers may reach the network, uvx and docker may fetch, addresses in configurations are asked
  --no-sandbox      run servers with all your rights: only those that you would start yourself
  --json            the report as JSON

Exit: 0 all are listed, 1 some are not, 2 wrong use, 130 interrupted (nothing is written then).
`,
  takesWords: true,
  options: {
    content: { type: 'string' },
    env: { type: 'string', multiple: true },
    read: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    timeout: { type: 'string' },
    network: { type: 'boolean' },
    'no-sandbox': { type: 'boolean' },
  },
  run: async (args) => {
    const { options } = args;
    const root = contentRoot(options);
    const timeoutSeconds = timeoutOption(options.timeout);
    const readable = readableOf(args.lists);
    const targets = nameTargets(await targetsOf(args), await packageServers(root));
    if (targets.length === 0) throw new MisuseError('Give at least one target.');
    const sandbox = options['no-sandbox'] !== true;
    if (sandbox && targets.some(({ target }) => ['npm', 'command'].includes(target.what.kind))) {
      await requireSandbox();
    }
    const interrupted = abortOnInterrupt();
    const progress = progressLine(targets.length);
    let scanned: Scanned[];
    try {
      scanned = await scanAll(
        targets,
        {
          timeoutSeconds,
          network: options.network === true,
          sandbox,
          readable,
          signal: interrupted.signal,
        },
        progress.onProgress,
      );
    } catch (error) {
      progress.clear();
      if (!interrupted.signal.aborted) throw error;
      process.stderr.write('Interrupted: everything is stopped, nothing is written.\n');
      return EXIT.interrupted;
    } finally {
      interrupted.release();
    }
    progress.clear();
    const reports = await write(root, scanned);
    process.stdout.write(`${options.json === true ? reportJson(reports) : reportTable(reports)}\n`);
    return reports.every(({ tools }) => tools !== null) ? EXIT.done : EXIT.no;
  },
});
