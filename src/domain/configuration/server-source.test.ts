import { describe, expect, test } from 'vitest';
import { Secret } from '../text/secret.ts';
import { type ServerSource, sourceOf } from './server-source.ts';

const source = (line: string, env: Readonly<Record<string, string>> = {}) => {
  const [command = '', ...args] = line.split(' ');
  const named = Object.entries(env).map(([name, value]) => ({ name, value: new Secret(value) }));
  return sourceOf({ transport: { kind: 'stdio', command, args, env: named } });
};
const doubt = (because: string, what?: string) =>
  expect.objectContaining({
    kind: 'unidentified',
    doubt: { because, ...(what === undefined ? {} : { what }) },
  }) as object;

describe('what identifies a server', () => {
  test.each<[string, ServerSource]>([
    ['npx -y @acme/notes@1.2.0 --flag', { kind: 'npm', name: '@acme/notes', version: '1.2.0' }],
    ['npx -p @acme/notes second', { kind: 'npm', name: '@acme/notes', bin: 'second' }],
    ['env A=1 npx -y @acme/notes', { kind: 'npm', name: '@acme/notes' }],
    ['npx -y github:acme/notes#v1.0', { kind: 'repository', repository: 'github.com/acme/notes', version: 'v1.0' }],
    ['npx -p acme/notes second', { kind: 'repository', repository: 'github.com/acme/notes', bin: 'second' }],
    ['npx mcp-remote https://tools.example/mcp --header X:1', { kind: 'url', url: 'https://tools.example/mcp' }],
    ['npx -y supergateway --sse https://tools.example/sse', { kind: 'url', url: 'https://tools.example/sse' }],
    ['uvx Acme_Notes', { kind: 'pypi', name: 'acme-notes' }],
    ['uvx acme-notes@1.0', { kind: 'pypi', name: 'acme-notes', version: '1.0' }],
    ['uvx acme-notes[all]==1.0', { kind: 'pypi', name: 'acme-notes', version: '1.0' }],
    ['uvx --python 3.12 --from acme-notes>=1 second', { kind: 'pypi', name: 'acme-notes', bin: 'second' }],
    ['uv tool run acme-notes', { kind: 'pypi', name: 'acme-notes' }],
    ['pipx run --spec acme-notes==1.0 second', { kind: 'pypi', name: 'acme-notes', version: '1.0', bin: 'second' }],
    [
      'uvx --from git+https://github.com/acme/all@v2.0#subdirectory=notes acme-notes',
      { kind: 'repository', repository: 'github.com/acme/all', bin: 'acme-notes', version: 'v2.0' },
    ],
    ['docker run -i --rm -e TOKEN acme/notes:1 stdio', { kind: 'docker', name: 'docker.io/acme/notes', version: '1' }],
    ['podman container run -i ghcr.io/acme/notes', { kind: 'docker', name: 'ghcr.io/acme/notes' }],
    ['docker run -v /home/me/x:/data/x:ro -e A=b acme/notes', { kind: 'docker', name: 'docker.io/acme/notes' }],
    [
      'docker run --mount type=bind,src=/home/me,dst=/projects/me acme/notes /projects',
      expect.objectContaining({ kind: 'unidentified' }) as never,
    ],
  ])('%s', (line, expected) => expect(source(line)).toEqual(expected));

  test('an address as it stands in the file', () => {
    const url = 'http://tools.example/mcp';
    expect(sourceOf({ transport: { kind: 'http', url, headers: [] } })).toEqual({ kind: 'url', url });
  });
});

describe('what identifies nothing, and why', () => {
  test.each<[string, object]>([
    ['', doubt('not-said')],
    ['./acme-notes', doubt('local')],
    ['acme-notes stdio', doubt('local')],
    ['node node_modules/@acme/notes/index.js', doubt('local')],
    ['python -m acme_notes', doubt('local')],
    ['uv run acme-notes', doubt('local')],
    ['uv --directory /srv/x run acme-notes', doubt('local')],
    ['bash start.sh', doubt('local')],
    ['docker compose run acme', doubt('local')],
    ['docker -H tcp://hosts.example run acme/notes', doubt('local')],
    ['pnpm dlx --dir x acme', doubt('option', '--dir')],
    ['sh -c x', doubt('local')],
    ['env -i npx -y @acme/notes', doubt('command')],
    ['npx -y https://files.example/notes.tgz', doubt('elsewhere')],
    ['npx -y notes@npm:other', doubt('elsewhere')],
    ['npx -y acme/notes#0123abc', doubt('elsewhere')],
    ['npx --registry https://npm.example @acme/notes', doubt('option', '--registry')],
    ['npx supergateway --stdio x', doubt('command')],
    ['npx supergateway --sse https://tools.example/sse --stdio x', doubt('command')],
    ['npx supergateway --sse https://tools.example/sse --sse=https://other.example', doubt('command')],
    ['npx supergateway --sse', doubt('command')],
    ['npx mcp-remote --header https://tools.example/mcp https://other.example', doubt('command')],
    ['npx mcp-remote', doubt('command')],
    ['uvx --index-url https://pypi.example acme-notes', doubt('option', '--index-url')],
    ['uvx --extra-index-url=https://pypi.example acme-notes', doubt('option', '--extra-index-url')],
    ['uvx --with other acme-notes', doubt('option', '--with')],
    ['uvx --python ./python acme-notes', doubt('option', '--python')],
    ['uvx acme-notes@https://files.example/x.whl', doubt('elsewhere')],
    ['uvx ./acme-notes', doubt('elsewhere')],
    ['uvx --from git+https://github.com/acme/all@pull/7/head acme-notes', doubt('elsewhere')],
    ['pipx run --pip-args=--index-url=https://pypi.example acme-notes', doubt('option', '--pip-args')],
    ['pipx run https://files.example/notes.py', doubt('elsewhere')],
    ['docker run --entrypoint sh acme/notes', doubt('option', '--entrypoint')],
    ['docker run -v ./x:/usr/local/bin acme/notes', doubt('option', '-v')],
    ['docker run --mount type=bind,src=./x,dst=/server acme/notes', doubt('option', '--mount')],
    ['docker run --env-file .env acme/notes', doubt('option', '--env-file')],
    ['docker run -e NODE_OPTIONS=--require=/data/x.js acme/notes', doubt('variable', 'NODE_OPTIONS')],
    ['docker run acme/notes sh -c x', doubt('option', 'sh')],
    ['docker run acme/notes /data/x', doubt('option', '/data/x')],
    ['docker run Acme/notes', doubt('elsewhere')],
    ['docker mcp gateway run --servers notes', doubt('gateway')],
    ['docker run -i docker/mcp-gateway --servers=notes', doubt('gateway')],
  ])('%s', (line, expected) => expect(source(line)).toEqual(expected));

  test.each([
    ['npx -y @acme/notes', 'NPM_CONFIG_REGISTRY', '@acme/notes'],
    ['env npm_config_registry=https://npm.example npx -y @acme/notes', 'npm_config_registry', '@acme/notes'],
    ['npx -y acme/notes', 'GIT_CONFIG_GLOBAL', 'github.com/acme/notes'],
    ['npx -y mcp-remote https://tools.example/mcp', 'NODE_OPTIONS', 'https://tools.example/mcp'],
    ['uvx acme-notes', 'UV_INDEX_URL', 'acme-notes'],
    ['uv tool run acme-notes', 'UV_INDEX', 'acme-notes'],
    ['pipx run acme-notes', 'PIP_INDEX_URL', 'acme-notes'],
    ['docker run acme/notes', 'DOCKER_HOST', 'docker.io/acme/notes'],
  ])('%s with %s', (line, name, spec) => {
    const env = line.startsWith('env') ? {} : { [name]: 'x' };
    expect(source(line, env)).toEqual({ kind: 'unidentified', doubt: { because: 'variable', what: name }, spec });
  });
});
