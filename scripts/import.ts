import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { importDocker } from '../src/catalogue/import/docker.ts';
import { ImportError, type ImportedServer } from '../src/catalogue/import/imported.ts';
import { importJsonl } from '../src/catalogue/import/jsonl.ts';
import { importToolsList } from '../src/catalogue/import/tools-list.ts';
import { printable } from '../src/catalogue/read/problem.ts';
import { writeServers } from '../src/catalogue/write/write-servers.ts';
import { isCopied } from '../src/domain/record/own-listing.ts';
import { DaySchema } from '../src/domain/record/record.ts';
import { givenPath, MisuseError, RefusedError, runCommand } from './parts/command.ts';
import { tokenCounter } from './parts/tokens.ts';

type Reader = (given: string, today: string, asOf: string | undefined) => Promise<ImportedServer[]>;

const FORMATS: Readonly<Record<'tools-list' | 'jsonl' | 'docker', Reader>> = {
  'tools-list': async (given, today, asOf) => {
    const files = await jsonFiles(given);
    return Promise.all(
      files.map(async (file) =>
        importToolsList(await readFile(file, 'utf8'), path.basename(file, '.json'), today, asOf),
      ),
    );
  },
  jsonl: async (given, today, asOf) => {
    const bytes = await readGiven(given);
    return importJsonl((given.endsWith('.gz') ? await promisify(gunzip)(bytes) : bytes).toString('utf8'), today, asOf);
  },
  docker: importCheckout,
};

/** The servers of a docker/mcp-registry checkout that have a list of tools; how many have none is said. */
async function importCheckout(given: string, today: string, asOf: string | undefined): Promise<ImportedServer[]> {
  const folder = path.join(given, 'servers');
  const names = await readdir(folder).catch(() => {
    throw new MisuseError(`${given} has no folder servers/. Give a checkout of docker/mcp-registry.`);
  });
  const servers: ImportedServer[] = [];
  let without = 0;
  for (const name of names.sort()) {
    const [serverYaml, toolsJson] = await Promise.all(
      ['server.yaml', 'tools.json'].map((file) => readFile(path.join(folder, name, file), 'utf8').catch(() => null)),
    );
    if (serverYaml != null && toolsJson != null)
      servers.push(importDocker({ name, serverYaml, toolsJson }, today, asOf));
    else without++;
  }
  if (servers.length === 0) throw new MisuseError(`${folder} holds no server with server.yaml and tools.json.`);
  if (without > 0) process.stderr.write(`${without} folders without server.yaml or tools.json are left out.\n`);
  return servers;
}

/** The day that was given. @throws MisuseError when it is none, or is still to come */
function givenDay(given: unknown, today: string): string | undefined {
  if (given === undefined) return undefined;
  const day = DaySchema.safeParse(given);
  if (!day.success || day.data > today) throw new MisuseError('Give --as-of a day that was, such as 2026-11-20.');
  return day.data;
}

/** A copy without its day would pass for one of today. */
function refuseWithoutDay(servers: readonly ImportedServer[]): void {
  const without = servers.filter(({ listed, tools }) => listed.asOf === undefined && isCopied(tools));
  const [first] = without;
  if (first === undefined) return;
  const others = without.length === 1 ? 'is a copy' : `and ${without.length - 1} more are copies`;
  throw new RefusedError(
    `"${first.id}" ${others} of what others listed, and nothing says of which day. Give --as-of YYYY-MM-DD, that day at the latest.`,
  );
}

async function jsonFiles(given: string): Promise<string[]> {
  const isFolder = await stat(given).then(
    (found) => found.isDirectory(),
    () => {
      throw new MisuseError(`${given} is not there.`);
    },
  );
  if (!isFolder) return [given];
  const names = (await readdir(given)).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0) throw new MisuseError(`${given} holds no .json file.`);
  return names.map((name) => path.join(given, name));
}

async function readGiven(given: string): Promise<Buffer> {
  return readFile(given).catch(() => {
    throw new MisuseError(`${given} cannot be read.`);
  });
}

await runCommand({
  usage: `
Usage: npm run -s import -- FORMAT PATH --content DIR [--as-of DAY]

Classifies tool lists and writes them into a content root, which is made when it is not there.

FORMAT is one of
  tools-list  one answer to tools/list as JSON, or a folder of them; the file's name is the server
  jsonl       one server a line, {"id": …, "tools": […]}; may end in .gz
  docker      a checkout of docker/mcp-registry: servers/NAME/{server.yaml,tools.json}

  --content DIR  the content root
  --as-of DAY    the day of what is described, YYYY-MM-DD, for what does not carry its own: that day at the latest
`,
  takesWords: true,
  options: { content: { type: 'string' }, 'as-of': { type: 'string' } },
  run: async ({ options, words }) => {
    const [format, given] = words;
    if (format === undefined || given === undefined || words.length > 2)
      throw new MisuseError('Give a format and a path.');
    if (typeof options.content !== 'string')
      throw new MisuseError('Give --content DIR: the catalogue that the records go into.');
    const read = Object.hasOwn(FORMATS, format) ? FORMATS[format as keyof typeof FORMATS] : undefined;
    if (read === undefined)
      throw new MisuseError(`"${format}" is no format. Use one of: ${Object.keys(FORMATS).join(', ')}.`);
    const today = new Date().toISOString().slice(0, 10);
    const asOf = givenDay(options['as-of'], today);
    try {
      const servers = await read(givenPath(given), today, asOf);
      refuseWithoutDay(servers);
      const written = await writeServers(givenPath(options.content), servers, tokenCounter());
      for (const { id, unread = [] } of servers) {
        if (unread.length > 0)
          process.stderr.write(`${printable(id)}: not read in its tools: ${unread.map(printable).join(', ')}.\n`);
      }
      for (const { slug, file } of written) process.stdout.write(`${slug}: ${file.tools.length} tools\n`);
    } catch (error) {
      if (error instanceof ImportError) throw new RefusedError(error.message);
      throw error;
    }
    return undefined;
  },
});
