import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { temporaryFolder } from './content-root.ts';

/**
 * A client is added as docs/adding-a-client.md says: a folder and a line in the registry. Whatever else must know of it does not
 * compile until it does; nothing stays silent.
 */

const ROOM = 'src/domain/clients/example';

/** The folder: a client with one file of rules, `.example/rules.json`, that lists servers and what may run unasked. */
const FOLDER: Readonly<Record<string, string>> = {
  'client.ts': `
import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';
import { example as policy } from './policy.ts';

export const example: Client = defineClient({
  words: { name: 'Example Agent', short: 'Example', blindSpots: ['Flags of a session.'], give: null },
  files: {
    forms: [
      {
        kind: 'example-rules',
        label: 'rules',
        precedence: 5,
        syntax: 'json',
        hasServers: true,
        recognises: ({ path }) => /\\.example\\/rules\\.json$/.test(path),
      },
    ],
    lists: [],
    listPath: /\\.example\\//,
    ownsMembers: () => false,
    members: { read: [], unread: {}, roots: null },
    scope: () => null,
  },
  permissions: withoutRules('Example Agent asks for everything, says this test.'),
  policy,
  patch: (files, servers) => {
    files.add('.example/rules.json', JSON.stringify(servers.map(({ key }) => key)));
  },
});
`,
  'policy.ts': `
import { defineFormat, namesWith } from '../../enforcement/format.ts';
import { jsonText } from '../../enforcement/quoting.ts';

export const example = defineFormat({
  id: 'example',
  name: 'Example Agent',
  file: '.example/rules.json',
  isOwnFile: false,
  language: 'json',
  can: { ask: true, askDespiteClaim: true, limit: false, deny: true, hide: true, defaultDeny: true, blockOne: true },
  cannot: [],
  merge: 'It extends your rules.',
  verified: { by: 'parser', confirmed: false, says: 'Unverified.' },
  write: (plan) => jsonText({ allow: namesWith(plan, 'allow'), ask: namesWith(plan, 'ask') }),
});
`,
};

/** The line, and the import that goes with it. */
const REGISTRY: Edit = {
  file: 'src/domain/clients/registry.ts',
  from: '  unknown,\n} as const',
  to: '  example,\n  unknown,\n} as const',
  import: "import { example } from './example/client.ts';\n",
};

/** What the compiler asks for then, each place in the order in which it names them. */
const ASKED_FOR: readonly Edit[] = [
  {
    file: 'src/domain/enforcement/format-ids.ts',
    from: "  cursor: 'Cursor',\n",
    to: "  cursor: 'Cursor',\n  example: 'Example',\n",
  },
  {
    file: 'src/domain/snippet/formats.ts',
    from: '  cursor,\n};',
    to: '  cursor,\n  example,\n};',
    import: "import { example } from '../clients/example/policy.ts';\n",
  },
  {
    file: 'src/verify/clients.ts',
    from: '  unknown: {',
    to: "  example: { notRun: 'it is made up' },\n  unknown: {",
  },
  {
    file: 'src/verify/reader-configuration.ts',
    from: '  cursor: { notRun',
    to: "  example: { notRun: 'it is made up' },\n  cursor: { notRun",
  },
];

interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly import?: string;
}

async function edited({ file, from, to, import: line = '' }: Edit): Promise<[string, string]> {
  const text = await readFile(file, 'utf8');
  expect(text, file).toContain(from);
  return [file, line + text.replace(from, to)];
}

/** The places where the project does not compile, with these files in place of those on the disk; tests are left out. */
function faults(files: ReadonlyMap<string, string>, before?: ts.Program): { places: string[]; program: ts.Program } {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', ts.sys.readFile).config,
    ts.sys,
    process.cwd(),
  );
  const host = ts.createCompilerHost(options);
  const given = new Map([...files].map(([name, text]) => [path.resolve(name), text]));
  const { fileExists, readFile: read, getSourceFile } = host;
  const { directoryExists } = host;
  host.directoryExists = (name) =>
    [...given.keys()].some((file) => path.dirname(file) === path.resolve(name)) || (directoryExists?.(name) ?? true);
  host.fileExists = (name) => given.has(path.resolve(name)) || fileExists(name);
  host.readFile = (name) => given.get(path.resolve(name)) ?? read(name);
  host.getSourceFile = (name, target, ...rest) => {
    const text = given.get(path.resolve(name));
    const own = before?.getSourceFile(name);
    if (text === undefined) return own ?? getSourceFile(name, target, ...rest);
    return own?.text === text ? own : ts.createSourceFile(name, text, target);
  };
  const roots = ts.sys
    .readDirectory('src', ['.ts'], undefined, ['**/*.ts'])
    .concat(ts.sys.readDirectory('scripts', ['.ts'], undefined, ['**/*.ts']))
    .filter((name) => !/\.(test|fixture)\.ts$|src[\\/](test|pages)[\\/]|content\.config/.test(name));
  const program = ts.createProgram({
    rootNames: [...roots, ...[...given.keys()]],
    options: { ...options, noEmit: true, incremental: false, types: ['node', 'astro/client'] },
    host,
    ...(before === undefined ? {} : { oldProgram: before }),
  });
  const places = program
    .getSemanticDiagnostics()
    .flatMap(({ file }) =>
      file === undefined ? [] : [path.relative(process.cwd(), file.fileName).replaceAll(path.sep, '/')],
    );
  return { places: [...new Set(places)].sort(), program };
}

test('a new client is a folder and a line: the compiler asks for the rest, and then every part knows it', async () => {
  const files = new Map(Object.entries(FOLDER).map(([name, text]) => [`${ROOM}/${name}`, text]));
  files.set(...(await edited(REGISTRY)));
  const first = faults(files);
  // Its policy has an id that no table lists, and verify neither runs the client nor says why.
  expect(first.places).toEqual([`${ROOM}/policy.ts`, 'src/verify/clients.ts']);
  const [label, ...others] = ASKED_FOR;
  files.set(...(await edited(label as Edit)));
  const second = faults(files, first.program);
  expect(second.places).toEqual(others.map(({ file }) => file).sort());
  for (const edit of others) files.set(...(await edited(edit)));
  expect(faults(files, second.program).places).toEqual([]);

  // The same on a disk, to be run: what a reader of the client sees.
  const root = await temporaryFolder();
  for (const folder of ['src', 'scripts']) await cp(folder, path.join(root, folder), { recursive: true });
  for (const shared of ['node_modules', 'content', 'package.json', 'docs']) {
    await symlink(path.resolve(shared), path.join(root, shared)).catch(() => {});
  }
  for (const [name, text] of files) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  const run = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, [path.join(root, 'scripts', script), ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: root },
    });

  const printed = run('policy.ts', 'fetch', '--format', 'example');
  expect(JSON.parse(printed.stdout)).toHaveProperty('allow');

  await mkdir(path.join(root, '.example'));
  await writeFile(
    path.join(root, '.example/rules.json'),
    '{"mcpServers": {"fetch": {"command": "uvx", "args": ["mcp-server-fetch"]}}}',
  );
  const audit = run('audit.ts', '.example/rules.json').stdout;
  expect(audit).toContain('Example Agent: .example/rules.json');
  expect(audit).toContain('Not read: Flags of a session.');

  // What the check page shows of the file, by the same code.
  const shown = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { readDocument } from '${path.join(root, 'src/domain/clients/read-document.ts')}';
       import { patchFor } from '${path.join(root, 'src/domain/audit/patch.ts')}';
       const document = readDocument({ name: '.example/rules.json', text: '{"mcpServers": {}}' });
       const chosen = [{ key: 'fetch', choices: new Map([['fetch', 'ask']]) }];
       const { files } = patchFor(document.client, [], chosen);
       console.log(JSON.stringify({ client: document.client, label: document.label, files: files.map(({ name }) => name) }));`,
    ],
    { cwd: root, encoding: 'utf8' },
  );
  expect(JSON.parse(shown.stdout)).toEqual({ client: 'example', label: 'rules', files: ['.example/rules.json'] });
});
