import { homedir } from 'node:os';
import path from 'node:path';
import type { CataloguedServer } from '../src/catalogue/join/catalogue.ts';
import { policyTool } from '../src/catalogue/join/relations.ts';
import { loadCatalogue } from '../src/catalogue/load.ts';
import { OWN_CONTENT, readContent, VERIFIED_FILE } from '../src/catalogue/read/content.ts';
import { printable } from '../src/catalogue/read/problem.ts';
import { writeJson } from '../src/catalogue/write/write-file.ts';
import { clientById } from '../src/domain/clients/registry.ts';
import type { EnforcementFormat } from '../src/domain/enforcement/format.ts';
import { formatById } from '../src/domain/snippet/formats.ts';
import type { VerifiedClient } from '../src/domain/snippet/verified.ts';
import { InstallError, installPackage } from '../src/scan/npm-cache.ts';
import { type RunnableClient, runOf } from '../src/verify/clients.ts';
import { verdictOf } from '../src/verify/outcome.ts';
import { TRIED_FORMATS, type TriedFormat, trialOf } from '../src/verify/reader-configuration.ts';
import { CannotRunError, requireNamespace } from '../src/verify/run-client.ts';
import { MADE_UP, scenariosOf, type TriedServer } from '../src/verify/scenario.ts';
import { type ScenarioResult, verifyScenario } from '../src/verify/verify-format.ts';
import { EXIT, MisuseError, runCommand } from './parts/command.ts';

/** Servers of the catalogue: with more than 60 tools, with Financial tools and hyphens in their names, with code; and the largest. */
const SERVERS = { all: ['github', 'alpaca-wlu03', 'kubernetes-flux159'], server: ['gitlab-zereight'] } as const;

/** Where clients are kept: 1.4 GB in the person's cache, never in the project. */
function clientsFolder(): string {
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'placard', 'clients');
}

function triedServer(server: CataloguedServer, pages: TriedServer['pages']): TriedServer {
  return {
    key: server.slug,
    tools: server.tools.map(policyTool),
    offers: server.tools.map(({ name, record: { inputSchema, annotations } }) => ({ name, inputSchema, annotations })),
    pages,
    refusedBy: [],
  };
}

async function triedServers(): Promise<TriedServer[]> {
  const { servers } = await loadCatalogue(OWN_CONTENT);
  const named = (slugs: readonly string[], pages: TriedServer['pages']) =>
    slugs.map((slug) => {
      const server = servers.find((each) => each.slug === slug);
      if (server === undefined) throw new MisuseError(`The server ${slug} is no longer in the catalogue.`);
      return triedServer(server, pages);
    });
  return [...named(SERVERS.all, 'all'), ...named(SERVERS.server, 'server'), ...MADE_UP];
}

async function install(client: RunnableClient): Promise<string> {
  const { package: name, version } = client;
  const { folder } = await installPackage({ name, version }, new AbortController().signal, clientsFolder());
  return folder;
}

const WIDTHS = [20, 10, 44, 7, 10, 10, 8] as const;
const row = (cells: readonly (string | number)[]) =>
  `${cells.map((cell, index) => String(cell).padEnd(WIDTHS[index] ?? 0)).join(' ')}`.trimEnd();

function print(
  format: EnforcementFormat,
  client: RunnableClient,
  { name, scenario, refused, calls, differences, milliseconds }: ScenarioResult,
): void {
  const verdict = differences.length > 0 ? 'FAILED' : refused === null ? 'passed' : 'refused, as expected';
  const tools = scenario.request.tools.length;
  const counts = refused === null ? [`${calls.expected}/${calls.made}`, `${calls.reached}/${calls.made}`] : ['-', '-'];
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  const cells = [format.id, client.version, printable(name), tools, ...counts, seconds, verdict];
  process.stdout.write(`${row(cells)}\n`);
  for (const each of differences) process.stdout.write(`    ${printable(each)}\n`);
}

async function verify(id: TriedFormat, servers: readonly TriedServer[], verbose: boolean): Promise<VerifiedClient> {
  const { client: reader } = trialOf(id);
  const client = runOf(reader);
  const format = formatById(id) as EnforcementFormat & { readonly id: TriedFormat };
  const installed = await install(client);
  const results: ScenarioResult[] = [];
  for (const scenario of servers.flatMap((server) => scenariosOf(server, format))) {
    const result = await verifyScenario(format, installed, scenario);
    print(format, client, result);
    if (verbose) for (const detail of result.details) process.stderr.write(`      ${printable(detail)}\n`);
    results.push(result);
  }
  return verdictOf({ ...client, name: clientById(reader).words.short }, results, new Date());
}

function chosen(only: string | boolean | undefined): readonly TriedFormat[] {
  if (only === undefined) return TRIED_FORMATS;
  const id = TRIED_FORMATS.find((each) => each === only);
  if (id === undefined) throw new MisuseError(`--only takes one of: ${TRIED_FORMATS.join(', ')}.`);
  return [id];
}

await runCommand({
  usage: `
Usage: npm run verify:clients [-- --only FORMAT --server KEY --verbose]

Runs real clients, offline, with policies exactly as the site prints them, against a model that asks for every tool and a
server that notes each call that reaches it. Writes what was seen to content/${VERIFIED_FILE}. The first run installs the
clients into the cache (1.4 GB, some minutes); later runs need no network. Linux only.

  --only FORMAT  ${TRIED_FORMATS.slice(0, 5).join(', ')},
                 ${TRIED_FORMATS.slice(5).join(', ')}
  --server KEY   one server alone; nothing is written then
  --verbose      what the client said about each call of a policy that failed
`,
  options: { only: { type: 'string' }, server: { type: 'string' }, verbose: { type: 'boolean' } },
  run: async ({ options }) => {
    const ids = chosen(options.only);
    const all = await triedServers();
    const servers = options.server === undefined ? all : all.filter(({ key }) => key === options.server);
    if (servers.length === 0) throw new MisuseError(`--server takes one of: ${all.map(({ key }) => key).join(', ')}.`);
    const { formats } = (await readContent(OWN_CONTENT)).verified;
    const verified = { ...formats };
    process.stdout.write(
      `${row(['Format', 'Version', 'Policy', 'Tools', 'Expected', 'Reached', 'Time', 'Verdict'])}\n`,
    );
    try {
      requireNamespace();
      for (const id of ids) {
        verified[id] = await verify(id, servers, options.verbose === true);
        if (options.server === undefined) {
          await writeJson(path.join(OWN_CONTENT, VERIFIED_FILE), { schemaVersion: 1, formats: verified });
        }
      }
    } catch (error) {
      if (error instanceof CannotRunError) throw new MisuseError(error.message);
      if (error instanceof InstallError) {
        throw new MisuseError(`${error.message}. ${error.said.trim()}\nThe first run needs the npm registry.`);
      }
      throw error;
    }
    return ids.every((id) => verified[id]?.verdict === 'passed') ? EXIT.done : EXIT.no;
  },
});
