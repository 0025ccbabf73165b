import { describe, expect, test } from 'vitest';
import { type Address, readAddress, sameAddress, sameHostAndPath } from './address.ts';

const OWN = readAddress('https://tools.example/mcp') as Address;

describe('the same address', () => {
  test.each([
    'https://tools.example/mcp/',
    'HTTPS://Tools.Example/mcp',
    'https://tools.example:443/mcp',
    'https://tools.example/mcp?key=a%20b&x=@y',
  ])('%s', (text) => expect(readAddress(text)).toEqual(OWN));
});

describe('another one', () => {
  test.each([
    ['http://tools.example/mcp', true],
    ['https://tools.example:8443/mcp', true],
    ['https://tools.example/MCP', false],
    ['https://tools.example/mcp/other', false],
    ['https://tools.example', false],
    ['https://tools.example.other.example/mcp', false],
    ['https://mytools.example/mcp', false],
  ])('%s', (text, isNear) => {
    const other = readAddress(text) as Address;
    expect([sameAddress(OWN, other), sameHostAndPath(OWN, other)]).toEqual([false, isNear]);
  });
});

describe('an address that programs read differently is none', () => {
  test.each([
    'https://tools.example@other.example/mcp',
    'https://me@tools.example/mcp',
    'https://tools.example\\@other.example/mcp',
    'https://tools.example\\mcp',
    'https://tools%2Eexample/mcp',
    'https://tools.example/%6dcp',
    'https://tools.example./mcp',
    'https://.tools.example/mcp',
    'https://tools.example/mcp//',
    'https://tools.example//mcp',
    'https://tools.example/x/../mcp',
    'https://tools.example/./mcp',
    'https://tools.example/mcp#x',
    'https://tools.example/mcp?a b',
    'https://tools.example/m\tcp',
    ' https://tools.example/mcp',
    'https://tools.example/mcp\n',
    'https://to\u043Fls.example/mcp',
    'https://\uFF54ools.example/mcp',
    'https://tools.example:/mcp',
    'https:/tools.example/mcp',
    'https:tools.example/mcp',
    'ws://tools.example/mcp',
    `https://tools.example/\${PATH}`,
    'tools.example/mcp',
    '',
  ])('%j', (text) => expect(readAddress(text)).toBeNull());
});
