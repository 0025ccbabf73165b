import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseConfiguration } from '../domain/clients/read-servers.ts';
import type { ConfigurationProblem, ConfiguredServer } from '../domain/configuration/configured-server.ts';
import { launcherOf } from '../domain/configuration/launcher.ts';
import { expandPlaceholders, type PlaceholderValues } from '../domain/configuration/placeholders.ts';
import { redirectingVariable } from '../domain/configuration/redirecting-variable.ts';
import { readYamlText } from '../domain/configuration/yaml-text.ts';
import { type PackageSpec, parsePackageSpec } from '../domain/text/npm-package.ts';
import { type NamedSecret, Secret } from '../domain/text/secret.ts';

/** What is to be started or asked. */
export type TargetKind =
  | {
      readonly kind: 'npm';
      readonly package: PackageSpec;
      readonly bin?: string;
      readonly args: readonly string[];
    }
  | {
      readonly kind: 'command';
      readonly command: string;
      readonly args: readonly string[];
      /** Where it starts; null for an empty folder. */
      readonly folder: string | null;
      /** Files that it must not see although they lie in what it may read. */
      readonly hidden: readonly string[];
      /** A program that fetches what it runs. */
      readonly fetches: boolean;
    }
  | {
      readonly kind: 'http';
      readonly url: URL;
      readonly headers: readonly NamedSecret[];
      /** False for an address that a file names: a person names it on the command line, or gives --network. */
      readonly named: boolean;
    }
  /** A configured server that cannot be tried at all. */
  | { readonly kind: 'unusable'; readonly problem: ConfigurationProblem }
  | { readonly kind: 'missing'; readonly variables: readonly string[] };

/** One server to scan. */
export interface Target {
  /** What its slug is made from: the name given, the key in the configuration, the package's name, the address. */
  readonly id: string;
  /** Whether a person or a file chose the id; then it is not looked up by package. */
  readonly named: boolean;
  /** As a person would point at it. */
  readonly label: string;
  readonly what: TargetKind;
  readonly environment: readonly NamedSecret[];
}

/** Thrown for a target that cannot be understood; the message says what to give instead. */
export class TargetError extends Error {}

/** What the reading of targets needs to know of the surroundings. */
export interface Surroundings {
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Variables of --env, for every server that is started. */
  readonly given: readonly NamedSecret[];
}

/**
 * Reads the targets of the command line (docs/contracts.md#commands): `[NAME=]package[@version][#bin]`, the same with
 * arguments in one quoted word, an address, a configuration file; and a command with its arguments after `--`.
 * @throws {TargetError}
 */
export async function readTargets(
  words: readonly string[],
  command: readonly string[],
  surroundings: Surroundings,
): Promise<Target[]> {
  const targets: Target[] = [];
  for (const word of words) targets.push(...(await readTarget(word, surroundings)));
  if (command.length > 0) targets.push(commandTarget(command, surroundings));
  refuseSharedHeaders(targets, surroundings.environment);
  return targets;
}

async function readTarget(word: string, surroundings: Surroundings): Promise<Target[]> {
  const [, name, text = word] = /^([a-zA-Z0-9][\w.-]*)=(.+)$/s.exec(word) ?? [];
  const named = name === undefined ? {} : { id: name, named: true };
  if (/^https?:\/\//i.test(text)) return [{ ...httpTarget(text, surroundings), ...named }];
  const [first = '', ...args] = splitWords(text);
  const file = path.resolve(surroundings.folder, text);
  const looksLikeFile = /\.(?:jsonc?|toml|ya?ml)$/i.test(text) || /^(?:\.{0,2}\/|~|[A-Za-z]:\\)/.test(text);
  if (looksLikeFile || (!text.startsWith('@') && text.includes('/') && !text.includes(' '))) {
    if (name !== undefined)
      throw new TargetError(`${word}: a configuration names its servers itself. Leave "${name}=" out.`);
    return readConfigurationFile(file, text, surroundings);
  }
  const launcher = launcherOf(first, args);
  if (launcher.kind === 'npm') {
    return [{ ...npmTarget(launcher.package, launcher.bin, launcher.args, surroundings), ...named }];
  }
  const [spec = '', bin] = first.split('#');
  const parsed = parsePackageSpec(spec);
  if (parsed === null) {
    throw new TargetError(
      `${word}: is no npm package, address or configuration file. Give package@version, "package@version --flag", https://…, a file, or a command after --.`,
    );
  }
  return [{ ...npmTarget(parsed, bin, args, surroundings), ...named }];
}

function npmTarget(
  spec: PackageSpec,
  bin: string | undefined,
  args: readonly string[],
  { given }: Surroundings,
): Target {
  return {
    id: bin === undefined ? spec.name : `${spec.name}-${bin}`,
    named: false,
    label: [spec.version === undefined ? spec.name : `${spec.name}@${spec.version}`, ...(bin ? [`#${bin}`] : [])].join(
      '',
    ),
    what: { kind: 'npm', package: spec, ...(bin === undefined ? {} : { bin }), args },
    environment: given,
  };
}

function httpTarget(text: string, { environment }: Surroundings): Target {
  const url = URL.parse(text);
  if (url === null) throw new TargetError(`${text}: is no address.`);
  return {
    id: url.host + url.pathname.replace(/\/(?:mcp|sse)?\/?$/, ''),
    named: false,
    label: url.origin + url.pathname,
    what: { kind: 'http', url, headers: headersFromEnvironment(environment), named: true },
    environment: [],
  };
}

function commandTarget(command: readonly string[], { folder, given }: Surroundings): Target {
  const [program = '', ...args] = command;
  const launcher = launcherOf(program, args);
  if (launcher.kind === 'npm') return npmTarget(launcher.package, launcher.bin, launcher.args, { ...NOWHERE, given });
  return {
    id: [path.basename(program), ...args.filter((argument) => /\w\.\w+$/.test(argument)).slice(0, 1)]
      .map((part) => path.basename(part).replace(/\.\w+$/, ''))
      .at(-1) as string,
    named: false,
    label: [program, ...args].join(' '),
    what: { kind: 'command', command: program, args, folder, hidden: [], fetches: launcher.kind === 'fetches' },
    environment: given,
  };
}

const NOWHERE: Surroundings = { folder: '/', environment: {}, given: [] };

async function readConfigurationFile(file: string, given: string, surroundings: Surroundings): Promise<Target[]> {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) {
    throw new TargetError(
      `${given}: no such file. Give a client's configuration, an npm package, an address, or a command after --.`,
    );
  }
  if (found.size > LARGEST_CONFIGURATION) throw new TargetError(`${given}: is too large for a configuration.`);
  const { form, servers, problems, inputDefaults } = parseConfiguration(
    await readFile(file, 'utf8'),
    path.basename(file),
    readYamlText,
  );
  if (form === null) {
    const [problem] = problems;
    throw new TargetError(`${given}, ${problem?.place}: ${problem?.message}. ${problem?.remedy}`);
  }
  const folder = projectFolder(file);
  const values: PlaceholderValues = {
    environment: (name) =>
      surroundings.given.find((one) => one.name === name)?.value.reveal() ?? surroundings.environment[name],
    input: (id) => surroundings.environment[inputVariable(id)] ?? inputDefaults.get(id),
    folder: folder ?? path.dirname(file),
  };
  const targets = servers
    .filter(({ enabled }) => enabled)
    .map((server) => configuredTarget(server, { file, given, folder, values, surroundings }));
  for (const problem of problems) {
    const key = problem.place.split('.').slice(0, 2).at(-1) ?? given;
    targets.push({
      id: key,
      named: true,
      label: `${given}: ${problem.place}`,
      what: { kind: 'unusable', problem },
      environment: [],
    });
  }
  return withoutTwins(targets);
}

const LARGEST_CONFIGURATION = 8 * 1024 * 1024;

interface Context {
  readonly file: string;
  readonly given: string;
  readonly folder: string | null;
  readonly values: PlaceholderValues;
  readonly surroundings: Surroundings;
}

function configuredTarget(server: ConfiguredServer, context: Context): Target {
  const { transport, key } = server;
  const { values, surroundings } = context;
  const missing: string[] = [];
  const expand = (text: string): string => {
    const expanded = expandPlaceholders(text, values);
    missing.push(...expanded.missing);
    return expanded.text;
  };
  const base = { id: key, named: true, label: `${context.given}: ${server.place}` };
  const failed = (): Target => ({
    ...base,
    what: { kind: 'missing', variables: [...new Set(missing.map(variableFor))] },
    environment: [],
  });
  if (transport.kind === 'http') {
    const url = URL.parse(expand(transport.url));
    const headers = transport.headers.map(({ name, value }) => ({ name, value: new Secret(expand(value.reveal())) }));
    if (missing.length > 0) return failed();
    if (url === null || !/^https?:$/.test(url.protocol)) {
      const problem = { place: `${server.place}.url`, message: 'is no http or https address', remedy: 'Correct it.' };
      return { ...base, what: { kind: 'unusable', problem }, environment: [] };
    }
    return { ...base, what: { kind: 'http', url, headers, named: false }, environment: [] };
  }
  if (transport.startedBy !== undefined) {
    const problem = { place: server.place, message: `is ${transport.startedBy}`, remedy: 'Give its program by hand.' };
    return { ...base, what: { kind: 'unusable', problem }, environment: [] };
  }
  const command = expand(transport.command);
  const args = transport.args.map(expand);
  if (missing.length > 0) return failed();
  // A variable without a value is left unset, as a shell would; many servers list their tools without.
  const environment = transport.env.flatMap(({ name, value }) => {
    const expanded = expandPlaceholders(value.reveal(), values);
    return expanded.missing.length > 0 ? [] : [{ name, value: new Secret(expanded.text) }];
  });
  const all = [
    ...environment.filter(({ name }) => !surroundings.given.some((one) => one.name === name)),
    ...surroundings.given,
  ];
  const launcher = launcherOf(command, args);
  // With another registry, say, its launcher would run something else than the package of that name.
  const redirected = redirectingVariable(
    'npm',
    environment.map(({ name, value }) => ({ name, value: value.reveal() })),
  );
  const what: TargetKind =
    launcher.kind === 'npm' && redirected === undefined
      ? { kind: 'npm', package: launcher.package, ...(launcher.bin ? { bin: launcher.bin } : {}), args: launcher.args }
      : {
          kind: 'command',
          command,
          args,
          folder:
            transport.cwd === undefined ? context.folder : path.resolve(context.folder ?? '/', expand(transport.cwd)),
          hidden: [context.file],
          fetches: launcher.kind !== 'command',
        };
  return { ...base, what, environment: all };
}

/** VS Code asks the person for an input; we take it from the environment. */
function inputVariable(id: string): string {
  return `PLACARD_INPUT_${id.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
}

function variableFor(missing: string): string {
  return missing.startsWith('input:') ? inputVariable(missing.slice('input:'.length)) : missing;
}

/** The project that a configuration belongs to, by the files that clients keep in one; null for a person's own settings. */
function projectFolder(file: string): string | null {
  const folder = path.dirname(file);
  if (path.basename(file) === '.mcp.json') return folder;
  return ['.vscode', '.cursor', '.codex', '.gemini', '.claude'].includes(path.basename(folder))
    ? path.dirname(folder)
    : null;
}

/** Projects of one settings file often repeat a server word for word. */
function withoutTwins(targets: readonly Target[]): Target[] {
  const seen = new Set<string>();
  return targets.filter(({ id, what, environment }) => {
    const key = JSON.stringify([id, what, environment.map(({ name, value }) => [name, value.reveal()])]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const HEADER_PREFIX = 'PLACARD_HEADER_';

/** Headers from the environment: `PLACARD_HEADER_X_API_KEY` is sent as `x-api-key`. */
function headersFromEnvironment(environment: NodeJS.ProcessEnv): NamedSecret[] {
  return Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith(HEADER_PREFIX) && value !== undefined
      ? [{ name: name.slice(HEADER_PREFIX.length).toLowerCase().replaceAll('_', '-'), value: new Secret(value) }]
      : [],
  );
}

function refuseSharedHeaders(targets: readonly Target[], environment: NodeJS.ProcessEnv): void {
  const origins = new Set(targets.flatMap(({ what }) => (what.kind === 'http' && what.named ? [what.url.origin] : [])));
  if (origins.size > 1 && headersFromEnvironment(environment).length > 0) {
    throw new TargetError(
      `${HEADER_PREFIX}… would be sent to ${[...origins].join(' and ')}. Scan them one at a time, or in a configuration file with headers for each.`,
    );
  }
}

/** The words of a target, as a shell would split it; quotes hold together. */
function splitWords(text: string): string[] {
  return [...text.matchAll(/(?:"([^"]*)"|'([^']*)'|[^\s"']+)+/g)].map(([word]) => word.replace(/["']/g, ''));
}
