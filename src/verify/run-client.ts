import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../domain/text/json.ts';
import type { RunnableClient } from './clients.ts';
import type { ClientRun, InsideAnswer, InsideOrder, Observation, OfferedTool, WantedCall } from './observation.ts';
import type { ConfigurationFiles, Surroundings } from './reader-configuration.ts';
import { exampleArguments } from './valid-arguments.ts';

/** What a run of a client is made of. */
export interface RunRequest {
  readonly client: RunnableClient;
  /** The folder that holds its node_modules. */
  readonly installed: string;
  /** The name under which the configuration has the server. */
  readonly key: string;
  /** What the server offers. */
  readonly tools: readonly OfferedTool[];
  /** The files that are written before it starts. */
  readonly configure: (surroundings: Surroundings) => ConfigurationFiles;
  /** Flags as a person types them, for a shell: quotes are read. */
  readonly flags?: string;
  /** Raw names of the tools that the model asks for; without it, all that the server offers. */
  readonly calls?: readonly string[];
  /** Tools with arguments of one's own instead of the least that the schema accepts. */
  readonly arguments?: ReadonlyMap<string, JsonObject>;
}

/** A client that takes longer hangs. */
const TIMEOUT_MS = 240_000;

/** Of what a client prints, for a person who looks for a reason. */
const MOST_OUTPUT = 20_000;

/** Thrown when a run cannot be made here: what is missing, and what helps. */
export class CannotRunError extends Error {}

/** A network namespace with nothing but loopback, and processes that end with the run. */
const NAMESPACE = ['--user', '--map-root-user', '--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
/** The machine's own settings for clients in /etc must not decide with the policy: a run has an /etc of its own. */
const PREPARE = 'ip link set lo up && mount --bind "$1" /etc && shift && exec "$@"';
/** What programs cannot start without. */
const NEEDED_OF_ETC = ['passwd', 'group', 'ld.so.cache', 'alternatives', 'localtime', 'ssl'];

/**
 * Tries the namespace that runs are made in.
 * @throws {CannotRunError} with the remedy where it does not work
 */
export function requireNamespace(): void {
  if (process.platform !== 'linux') {
    throw new CannotRunError(`Clients are run in a network namespace, which needs Linux; this is ${process.platform}.`);
  }
  const tried = spawnSync('unshare', [...NAMESPACE, 'sh', '-c', PREPARE, 'sh', '/etc', 'true'], { encoding: 'utf8' });
  if (tried.status === 0) return;
  const said = (tried.error?.message ?? tried.stderr).trim().split('\n').at(-1);
  throw new CannotRunError(
    `A network namespace with loopback alone cannot be made: ${said}. It takes unshare (util-linux), ip (iproute2), and user namespaces that the system allows.`,
  );
}

/**
 * Runs a client once, offline, with a home and a project of its own that vanish afterwards.
 * @throws {CannotRunError} where it cannot be started at all
 */
export async function runClient(request: RunRequest): Promise<ClientRun> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'placard-client-'));
  try {
    return await runIn(scratch, request);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function runIn(scratch: string, request: RunRequest): Promise<ClientRun> {
  const { client, key, tools } = request;
  const at = (name: string) => path.join(scratch, name);
  const [home, project] = [at('home'), at('project')];
  await mkdir(home);
  await mkdir(project);
  const server = {
    command: process.execPath,
    args: [beside('recorded-server.ts'), at('tools.json'), at('calls.jsonl')],
  };
  await writeFile(at('tools.json'), JSON.stringify(tools.map(definition)));
  await writeFile(at('calls.jsonl'), '');
  await writeEtc(at('etc'));
  await writeConfiguration(request.configure({ server, project }), scratch);

  const wanted = wantedCalls(request);
  requireProgram(request);
  const started = [...client.command(request.installed), ...client.args];
  const order: InsideOrder = {
    program: '/bin/sh',
    // The flags are a person's text: a shell reads them, as theirs would.
    args: ['-c', `exec "$@" ${request.flags ?? ''}`, 'sh', ...started],
    environment: environment(client, home),
    folder: project,
    calls: wanted,
    callsATurn: client.callsATurn,
    timeoutMs: TIMEOUT_MS,
  };
  await writeFile(at('order.json'), JSON.stringify(order));
  const begin = performance.now();
  const said = await inNamespace(at('etc'), [
    process.execPath,
    beside('inside.ts'),
    at('order.json'),
    at('answer.json'),
  ]);
  const answer = await readAnswer(at('answer.json'), said);
  return {
    ...observed(client, key, wanted, answer, await readCalls(at('calls.jsonl'))),
    exitCode: answer.exitCode,
    requests: answer.requests,
    output: answer.output.slice(-MOST_OUTPUT),
    milliseconds: Math.round(performance.now() - begin),
  };
}

/** npm leaves out a platform package that it cannot have, without a word. */
function requireProgram({ client, installed }: RunRequest): void {
  const missing = client.command(installed).find((file) => !existsSync(file));
  if (missing === undefined) return;
  throw new CannotRunError(
    `${client.package} ${client.version} has no program for ${process.platform} ${process.arch} in ${installed}. Delete that folder and install again; where there is none for this machine, use --only.`,
  );
}

function wantedCalls({ client, key, tools, calls, arguments: own }: RunRequest): WantedCall[] {
  const names = new Set(calls ?? tools.map(({ name }) => name));
  return tools
    .filter(({ name }) => names.has(name))
    .map(({ name, inputSchema }) => ({
      tool: name,
      modelName: client.modelName(key, name),
      arguments: own?.get(name) ?? exampleArguments(inputSchema),
    }));
}

function observed(
  client: RunnableClient,
  key: string,
  wanted: readonly WantedCall[],
  { offered, results, output }: InsideAnswer,
  reached: ReadonlySet<string>,
): Pick<ClientRun, 'tools' | 'unexplained'> {
  const listed = new Set(offered);
  const tools = wanted.map(({ tool, modelName }, index): [string, Observation] => {
    const printed = client.printsRefusal?.(modelName).find((refusal) => output.includes(refusal));
    const said = results[index] ?? printed ?? null;
    const blocked = said === null ? 'unanswered' : 'blocked';
    return [
      tool,
      {
        call: reached.has(tool) ? 'reached' : blocked,
        offered: listed.has(modelName),
        said: (said ?? '').slice(0, 300),
      },
    ];
  });
  const explained = new Set(wanted.map(({ modelName }) => modelName));
  const prefix = client.modelPrefix(key);
  return {
    tools: new Map(tools),
    unexplained: offered.filter((name) => name.startsWith(prefix) && !explained.has(name)),
  };
}

/** Nothing of the person's own environment: what a client finds there would decide with the policy. */
function environment(client: RunnableClient, home: string): Record<string, string> {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    TMPDIR: path.join(home, '.tmp'),
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    TERM: 'dumb',
    ...client.environment,
  };
}

function definition({ name, inputSchema, annotations }: OfferedTool): object {
  return { name, description: 'A recorded tool.', inputSchema: { type: 'object', ...inputSchema }, annotations };
}

async function writeEtc(folder: string): Promise<void> {
  await mkdir(folder);
  for (const name of NEEDED_OF_ETC) {
    if (!existsSync(`/etc/${name}`)) continue;
    await cp(`/etc/${name}`, path.join(folder, name), { recursive: true, verbatimSymlinks: true });
  }
  await writeFile(path.join(folder, 'hosts'), '127.0.0.1 localhost\n::1 localhost\n');
  await writeFile(path.join(folder, 'resolv.conf'), '');
}

async function writeConfiguration(files: ConfigurationFiles, scratch: string): Promise<void> {
  await mkdir(path.join(scratch, 'home', '.tmp'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(scratch, name.replace(/^~\//, 'home/').replace(/^(?!\/|home\/)/, 'project/'));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

function beside(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function inNamespace(etc: string, command: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('unshare', [...NAMESPACE, 'sh', '-c', PREPARE, 'sh', etc, ...command], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-4000);
    });
    child.once('error', reject);
    child.once('close', () => resolve(said));
  });
}

async function readCalls(file: string): Promise<ReadonlySet<string>> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return new Set(lines.map((line) => JSON.parse(line) as string));
}

async function readAnswer(file: string, said: string): Promise<InsideAnswer> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as InsideAnswer;
  } catch {
    throw new CannotRunError(`A run ended without an answer: ${said.trim()}`);
  }
}
