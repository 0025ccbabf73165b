import { expect, test } from 'vitest';
import { launcherOf } from './launcher.ts';

const npm = (name: string, rest: object = {}) => ({ kind: 'npm', package: { name }, args: [], ...rest });

test.each([
  ['npx -y @acme/server', npm('@acme/server')],
  [
    'npx @acme/server@1.2.3 --flag x',
    npm('@acme/server', { package: { name: '@acme/server', version: '1.2.3' }, args: ['--flag', 'x'] }),
  ],
  ['npx --yes --registry r server@latest', npm('server', { package: { name: 'server', version: 'latest' } })],
  [
    'npx -y -p suite@2.0.0 second --x',
    npm('suite', { package: { name: 'suite', version: '2.0.0' }, bin: 'second', args: ['--x'] }),
  ],
  ['npx --package=suite -- second', npm('suite', { bin: 'second' })],
  ['C:\\node\\npx.cmd -y server', npm('server')],
  ['cmd /c npx -y server', npm('server')],
  ['bunx server', npm('server')],
  ['pnpm dlx server', npm('server')],
  ['npm exec -y server', npm('server')],
  ['npx -y github:acme/server', { kind: 'fetches', program: 'npx' }],
  ['npx -c x', { kind: 'fetches', program: 'npx' }],
  ['uvx mcp-server-git', { kind: 'fetches', program: 'uvx' }],
  ['/home/me/.local/bin/uvx x', { kind: 'fetches', program: 'uvx' }],
  ['uv --directory /x run server', { kind: 'command' }],
  ['uv run server', { kind: 'fetches', program: 'uv' }],
  ['pipx run x', { kind: 'fetches', program: 'pipx' }],
  ['docker run -i --rm mcp/x', { kind: 'fetches', program: 'docker' }],
  ['node server.js', { kind: 'command' }],
  ['npm run server', { kind: 'command' }],
])('%s', (line, expected) => {
  const [command = '', ...args] = line.split(' ');
  expect(launcherOf(command, args)).toEqual(expected);
});
