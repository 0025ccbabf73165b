import type { Doubt } from './doubt.ts';
import { type KnownOptions, readOptions } from './options.ts';
import { type RepositorySpec, readRepository } from './repository.ts';

/** What a runner of Python packages is asked for. */
export type PythonPackage =
  | { readonly kind: 'pypi'; readonly name: string; readonly version?: string; readonly bin?: string }
  | ({ readonly kind: 'repository'; readonly bin?: string } & RepositorySpec)
  | { readonly kind: 'doubtful'; readonly doubt: Doubt; readonly spec: string };

const ANY = /^/;
const PYTHON = /^(?:(?:c|py)?python@?)?3(?:\.\d+){0,2}$/;

/** https://docs.astral.sh/uv/reference/cli/#uv-tool-run */
const OF_UV: KnownOptions = {
  flags:
    /^(?:-q|--quiet|-v|--verbose|--offline|-n|--no-cache|--refresh|--isolated|--no-progress|--native-tls|--system-certs|--no-config|--no-env-file|--no-python-downloads|-U|--upgrade)$/,
  values: {
    '--from': ANY,
    '-p': PYTHON,
    '--python': PYTHON,
    '--color': /^\w+$/,
    '--exclude-newer': /^[\w:.+-]+$/,
    '--refresh-package': /^[\w.-]+$/,
  },
};
/** https://pipx.pypa.io/stable/reference/cli/ */
const OF_PIPX: KnownOptions = {
  flags: /^(?:-q|--quiet|-v|--verbose|--no-cache)$/,
  values: { '--spec': ANY, '--python': PYTHON },
};

/** Reads what follows `uvx`, `uv tool run` or `pipx run`. */
export function pythonPackage(program: 'uv' | 'pipx', args: readonly string[]): PythonPackage {
  const { given, unknown, rest } = readOptions(args, program === 'uv' ? OF_UV : OF_PIPX);
  const [first = ''] = rest;
  const from = given.filter(([option]) => option === '--from' || option === '--spec').map(([, value]) => value);
  const spec = from.at(-1) ?? first;
  const doubtful = (doubt: Doubt): PythonPackage => ({ kind: 'doubtful', doubt, spec: `${spec} ${first}` });
  if (unknown !== undefined) return doubtful({ because: 'option', what: unknown });
  const bin = from.length > 0 && first !== '' ? { bin: first } : {};
  const repository = spec.startsWith('git+') ? readRepository(spec) : null;
  if (repository !== null) return { kind: 'repository', ...repository, ...bin };
  const [, name, version] =
    // A colon or a slash would make it an address: `name@https://…` is no version.
    /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?:\[[\w., -]*\])?(?:(?:==|@)([\w.!+*,<>=~]+)|[<>~!]=?[\w.!+*,<>=~]+)?$/.exec(
      spec,
    ) ?? [];
  if (name === undefined) return doubtful({ because: 'elsewhere' });
  return { kind: 'pypi', name: pypiName(name), ...(version === undefined ? {} : { version }), ...bin };
}

/** PyPI's own normal form: `Mcp_Server.Git` is `mcp-server-git`. */
export function pypiName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
