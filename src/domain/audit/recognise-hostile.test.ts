import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpTransport, StdioTransport } from '../configuration/configured-server.ts';
import { pypiName } from '../configuration/python-package.ts';
import { sourceOf } from '../configuration/server-source.ts';
import { Secret } from '../text/secret.ts';
import { matchServer } from './recognise-server.ts';
import { STRANGERS_CATALOGUE } from './strangers.fixture.ts';

/** Somebody who wants to be taken for a server of the catalogue: whatever they change, they are not. */

const { servers } = STRANGERS_CATALOGUE;
const match = (transport: StdioTransport | HttpTransport) => matchServer(sourceOf({ transport }), servers)?.server.slug;
const started = (command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  match({
    kind: 'stdio',
    command,
    args,
    env: Object.entries(env).map(([name, value]) => ({ name, value: new Secret(value) })),
  });
const asked = (url: string) => match({ kind: 'http', url, headers: [] });

/** Every package with a line that is recognised, in which its name is one word. */
interface Identity {
  readonly slug: string;
  readonly registry: 'npm' | 'pypi' | 'docker';
  readonly name: string;
  readonly command: string;
  readonly before: readonly string[];
}

const LAUNCHERS: Readonly<Record<Identity['registry'], readonly (readonly [string, ...string[]])[]>> = {
  npm: [
    ['npx', '-y'],
    ['bunx'],
    ['pnpm', 'dlx'],
    ['yarn', 'dlx'],
    ['npm', 'exec'],
    ['npm', 'exec', '--'],
    ['cmd', '/c', 'npx'],
  ],
  pypi: [['uvx'], ['uv', 'tool', 'run'], ['pipx', 'run'], ['env', 'A=1', 'uvx']],
  docker: [
    ['docker', 'run', '-i', '--rm'],
    ['podman', 'run', '-i'],
  ],
};

const IDENTITIES: readonly Identity[] = servers.flatMap(({ slug, packages }) =>
  packages.flatMap(({ registry, name }) =>
    registry === 'npm' || registry === 'pypi' || registry === 'docker'
      ? LAUNCHERS[registry].map(([command, ...before]) => ({ slug: slug as string, registry, name, command, before }))
      : [],
  ),
);
const identity = fc.constantFrom(...IDENTITIES);
const endpoint = fc.constantFrom(...servers.flatMap((server) => server.endpoint ?? []));

/** A character as attackers choose them: like a Latin one, in percent signs, above, or anything. */
const character = fc.oneof(
  fc.constantFrom(...'аеіорсухһԁ\u212A\u017F\uFF41ıß\u200B\u00AD\u202E', ...'/\\@:%?#.~ \t\n-_A0="\'`$;|&'),
  fc.constantFrom('%2e', '%2f', '%40', '\r\n', '..', '//', '@npm:', '@git+https:', '@file:', '==', ' @ '),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);

/** A text with one place changed: put in, taken out, replaced, or swapped with its neighbour. */
function mutated(text: string): fc.Arbitrary<string> {
  const place = fc.nat(text.length - 1);
  return fc
    .oneof(
      fc.tuple(fc.nat(text.length), character).map(([at, put]) => text.slice(0, at) + put + text.slice(at)),
      place.map((at) => text.slice(0, at) + text.slice(at + 1)),
      fc.tuple(place, character).map(([at, put]) => text.slice(0, at) + put + text.slice(at + 1)),
      place.map((at) => text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2)),
      place.map((at) => text.slice(0, at) + (text[at] ?? '').toUpperCase() + text.slice(at + 1)),
    )
    .filter((changed) => changed !== text);
}

test('unchanged, each is recognised, by every launcher', () => {
  expect(IDENTITIES.filter(({ slug, name, command, before }) => started(command, [...before, name]) !== slug)).toEqual(
    [],
  );
});

describe('a name with one place changed is another', () => {
  test('in every registry', () => {
    fc.assert(
      fc.property(
        identity.chain((one) => mutated(one.name).map((name) => ({ ...one, changed: name }))),
        ({ slug, registry, name, changed, command, before }) => {
          // PyPI has one name for all of these: PEP 503.
          fc.pre(registry !== 'pypi' || !/^[\w.-]+$/.test(changed) || pypiName(changed) !== pypiName(name));
          expect(started(command, [...before, changed])).not.toBe(slug);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('as an address: what is still recognised, every parser takes for the same place', () => {
    fc.assert(
      fc.property(
        endpoint.chain((url) => mutated(url).map((changed) => ({ url, changed }))),
        ({ url, changed }) => {
          if (asked(changed) === undefined) return;
          expect(changed).toMatch(/^[!-~]+$/);
          const [own, other] = [new URL(url), new URL(changed)];
          expect([other.origin, other.pathname.replace(/\/$/, ''), other.username, other.hash]).toEqual([
            own.origin,
            own.pathname.replace(/\/$/, ''),
            '',
            '',
          ]);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('what stands beside the name may not redirect it', () => {
  /** Options of launchers that fetch from elsewhere, or run something else. */
  const option = fc.oneof(
    fc.constantFrom(
      '--registry=https://npm.example',
      '--index-url=https://pypi.example',
      '--extra-index-url=https://pypi.example',
      '--default-index=https://pypi.example',
      '--find-links=./wheels',
      '--with=other',
      '--from=other',
      '--spec=other',
      '--package=other',
      '--userconfig=./npmrc',
      '--prefix=./tools',
      '--cache=./cache',
      '--node-options=--require=./x.js',
      '--script-shell=./sh',
      '--config-file=./uv.toml',
      '--entrypoint=/data/x',
      '--volume=./x:/usr/bin',
      '--pip-args=-ihttps://pypi.example',
      '--call=other',
    ),
    fc.stringMatching(/^--[a-z]{3,12}=[a-z./:]{1,12}$/),
  );
  /** Those that are known to do nothing of the kind. */
  const isHarmless = (given: string) =>
    /^--(?:loglevel|name|net|network|user|label|pull|memory|cpus|gpus|hostname|workdir|publish|env|color|platform|restart|ulimit|mount|rm|tty|init|interactive|quiet)=/.test(
      given,
    );

  test('an option before it', () => {
    fc.assert(
      fc.property(identity, option, ({ slug, command, before, name }, given) => {
        fc.pre(!isHarmless(given));
        // Behind a `--` nothing is an option: the option's text is what is asked for.
        expect(started(command, [...before, given, name])).not.toBe(slug);
      }),
      { numRuns: 1000 },
    );
  });

  test('another program, package or place to begin with', () => {
    const other = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(identity, other, ({ slug, registry, name, command, before }, word) => {
        if (registry === 'npm') {
          expect(started('npx', ['-y', '-p', name, word])).not.toBe(slug);
          expect(started('npx', ['-y', '-p', word, name])).not.toBe(slug);
          expect(started('npx', ['-y', '-p', name, '-p', word, name])).not.toBe(slug);
          expect(started('npx', ['-y', `${word}@npm:${name}`])).not.toBe(slug);
          expect(started('npx', ['-y', `${name}@npm:${word}`])).not.toBe(slug);
        }
        if (registry === 'pypi') {
          expect(started('uvx', ['--from', name, word])).not.toBe(slug);
          expect(started('uvx', ['--from', word, name])).not.toBe(slug);
          expect(started('uvx', [`${name}@https://files.example/${word}.whl`])).not.toBe(slug);
        }
        expect(started(`./${command}`, [...before, name])).not.toBe(slug);
        expect(started(command, [...before, word, name])).not.toBe(slug);
        expect(started('sh', ['-c', `${word}; ${[command, ...before, name].join(' ')}`])).not.toBe(slug);
        expect(started('sh', ['-c', `${[command, ...before, name].join(' ')} | ${word}`])).not.toBe(slug);
      }),
      { numRuns: 500 },
    );
  });

  test('a variable that its launcher reads', () => {
    const variables = { npm: 'npm_config_registry', pypi: 'UV_DEFAULT_INDEX', docker: 'DOCKER_HOST' } as const;
    for (const { slug, registry, command, before, name } of IDENTITIES) {
      for (const variable of [variables[registry], variables[registry].toUpperCase(), 'PATH', 'LD_PRELOAD']) {
        expect([command, started(command, [...before, name], { [variable]: './x' })]).not.toEqual([command, slug]);
      }
    }
  });
});

test('no command line at all is recognised by what it calls itself', () => {
  const word = fc.oneof(
    fc.constantFrom(...IDENTITIES.map(({ name }) => name), ...servers.flatMap(({ slug }) => slug ?? [])),
    fc.constantFrom('mcp-server-git', 'server-memory', '-y', '--', 'run', 'x', './mcp-server-git', '-m'),
  );
  const program = fc.constantFrom(
    'node',
    'python',
    'uv',
    './npx',
    'mcp-server-git',
    'bash',
    'go',
    'php',
    '/tmp/uvx',
    'sudo',
  );
  fc.assert(
    fc.property(program, fc.array(word, { maxLength: 6 }), (command, args) => {
      // `uv tool run` is a launcher.
      expect(started(command, args)).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

test('another owner’s repository, or one at a commit, is not the catalogue’s', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
  fc.assert(
    fc.property(word, fc.stringMatching(/^[0-9a-f]{7,40}$/), (owner, commit) => {
      fc.pre(owner !== 'modelcontextprotocol');
      const from = (url: string) => started('uvx', ['--from', url, 'mcp-server-git']);
      expect(from('git+https://github.com/modelcontextprotocol/servers')).toBe('git');
      expect(from(`git+https://github.com/${owner}/servers`)).toBeUndefined();
      expect(from(`git+https://${owner}.example/modelcontextprotocol/servers`)).toBeUndefined();
      expect(from(`git+https://github.com/modelcontextprotocol/servers@${commit}`)).toBeUndefined();
      expect(
        from(`git+https://github.com/modelcontextprotocol/servers@refs/pull/${commit.length}/head`),
      ).toBeUndefined();
    }),
  );
});
