import { expect, test } from 'vitest';
import type { Doubt } from './doubt.ts';
import { launcherOf } from './launcher.ts';

const npm = (name: string, rest: object = {}) => ({ kind: 'npm', package: { name }, args: [], ...rest });
const fetches = (program: string, doubt: Doubt, spec: string) => ({ kind: 'fetches', program, doubt, spec });

test.each([
  ['npx -y @acme/server', npm('@acme/server')],
  [
    'npx @acme/server@1.2.3 --flag x',
    npm('@acme/server', { package: { name: '@acme/server', version: '1.2.3' }, args: ['--flag', 'x'] }),
  ],
  ['npx --yes --loglevel error server@latest', npm('server', { package: { name: 'server', version: 'latest' } })],
  [
    'npx -y -p suite@2.0.0 second --x',
    npm('suite', { package: { name: 'suite', version: '2.0.0' }, bin: 'second', args: ['--x'] }),
  ],
  ['npx --package=suite -- second', npm('suite', { bin: 'second' })],
  ['C:\\node\\npx.cmd -y server', npm('server')],
  ['cmd /c npx -y server', npm('server')],
  ['bunx server', npm('server')],
  ['pnpm dlx server', npm('server')],
  ['pnpm --silent dlx server', npm('server')],
  ['pnpx server', npm('server')],
  ['yarn dlx -q server', npm('server')],
  ['bun x server', npm('server')],
  ['npm exec -y server', npm('server')],
  ['npm exec -- server --flag', npm('server', { args: ['--flag'] })],
  ['npm exec server -- --flag', npm('server', { args: ['--', '--flag'] })],
  ['npx -y server --registry r', npm('server', { args: ['--registry', 'r'] })],
  ['npx -p a server -p b', npm('a', { bin: 'server', args: ['-p', 'b'] })],
  [
    'deno run -A --allow-net=x npm:@acme/server@1.0.0/second --x',
    npm('@acme/server', { package: { name: '@acme/server', version: '1.0.0' }, bin: 'second', args: ['--x'] }),
  ],
  ['deno run npm:/server', npm('server')],
  ['npx -y github:acme/server', fetches('npx', { because: 'elsewhere' }, 'github:acme/server')],
  ['npx -p acme/server x', { ...fetches('npx', { because: 'elsewhere' }, 'acme/server'), bin: 'x' }],
  ['npx alias@npm:server', fetches('npx', { because: 'elsewhere' }, 'alias@npm:server')],
  [
    'npx https://files.example/server.tgz',
    fetches('npx', { because: 'elsewhere' }, 'https://files.example/server.tgz'),
  ],
  ['npx Server', fetches('npx', { because: 'elsewhere' }, 'Server')],
  ['npx', fetches('npx', { because: 'elsewhere' }, '')],
  ['npx -c x', fetches('npx', { because: 'option', what: '-c' }, '')],
  ['npx --registry r server', fetches('npx', { because: 'option', what: '--registry' }, '')],
  ['npx --registry=r server', fetches('npx', { because: 'option', what: '--registry' }, '')],
  ['npx --userconfig x server', fetches('npx', { because: 'option', what: '--userconfig' }, '')],
  ['npx -p a -p b c', { ...fetches('npx', { because: 'option', what: '--package' }, 'a'), bin: 'c' }],
  ['npm exec -p a c', fetches('npm', { because: 'option', what: '-p' }, '')],
  ['npm exec server --registry=r', fetches('npm', { because: 'option', what: '--registry=r' }, 'server')],
  ['npm exec server x --package=r', fetches('npm', { because: 'option', what: '--package=r' }, 'server')],
  ['deno run -A jsr:@acme/server', fetches('deno', { because: 'elsewhere' }, 'jsr:@acme/server')],
  [
    'deno run -A https://files.example/server.ts',
    fetches('deno', { because: 'elsewhere' }, 'https://files.example/server.ts'),
  ],
  ['deno run -A server.ts', fetches('deno', { because: 'local' }, 'server.ts')],
  ['deno run --import-map=x npm:server', fetches('deno', { because: 'option', what: '--import-map' }, '')],
  ['uvx mcp-server-git', { kind: 'fetches', program: 'uvx' }],
  ['/home/me/.local/bin/uvx x', { kind: 'fetches', program: 'uvx' }],
  ['uv --directory /x run server', { kind: 'command' }],
  ['uv run server', { kind: 'fetches', program: 'uv' }],
  ['pipx run x', { kind: 'fetches', program: 'pipx' }],
  ['docker run -i --rm mcp/x', { kind: 'fetches', program: 'docker' }],
  ['./npx -y server', { kind: 'command' }],
  ['pnpm --dir x dlx server', { kind: 'command' }],
  ['constructor x', { kind: 'command' }],
  ['node server.js', { kind: 'command' }],
  ['npm run server', { kind: 'command' }],
])('%s', (line, expected) => {
  const [command = '', ...args] = line.split(' ');
  expect(launcherOf(command, args)).toEqual(expected);
});
