import { describe, expect, test } from 'vitest';
import { isProgramFolder, programOf } from './program.ts';

describe('a program is known by its name', () => {
  test.each([
    ['npx', 'npx'],
    ['NPX.CMD', 'npx'],
    ['python3.12', 'python3.12'],
    ['/usr/local/bin/npx', 'npx'],
    ['/opt/homebrew/bin/uvx', 'uvx'],
    ['/home/me/.local/bin/uvx', 'uvx'],
    ['/Users/me/.nvm/versions/node/v22.1.0/bin/npx', 'npx'],
    ['~/.bun/bin/bunx', 'bunx'],
    [`\${userHome}/.deno/bin/deno`, 'deno'],
    ['C:\\Program Files\\nodejs\\npx.cmd', 'npx'],
    ['C:\\Users\\me\\AppData\\Roaming\\npm\\npx.cmd', 'npx'],
    ['C:/Windows/System32/cmd.exe', 'cmd'],
  ])('%s: %s', (command, name) => expect(programOf(command)).toBe(name));
});

describe('what lies elsewhere is whatever somebody put there', () => {
  test.each([
    './npx',
    'tools/npx',
    '.\\npx.cmd',
    '/tmp/npx',
    '/workspaces/project/bin/npx',
    '/home/me/project/bin/npx',
    '/proc/self/cwd/npx',
    '/usr/bin/../../work/npx',
    '/home/me/.x/node_modules/.bin/npx',
    'D:\\project\\npx.cmd',
    `\${workspaceFolder}/npx`,
    // The Kelvin sign is a k in lower case.
    'doc\u212Aer',
    'np\u0445',
    'npx ',
    '',
  ])('%s', (command) => expect(programOf(command)).toBeNull());
});

test.each([
  ['/usr/bin/', true],
  ['/usr/bin:./evil', false],
  ['/usr/bin;C:\\evil', false],
  ['.', false],
  ['', false],
])('the folder “%s”: %s', (folder, is) => expect(isProgramFolder(folder)).toBe(is));
