import { expect, test } from 'vitest';
import { importDocker } from './docker.ts';
import { ImportError } from './imported.ts';

const SERVER = `
name: phone
image: mcp/phone
about: { title: Phone }
source: { project: https://example.com/phone, commit: abc123 }
config: { secrets: [{ name: phone.key, env: PHONE_KEY }] }
`;

const folder = (tools: unknown, serverYaml = SERVER) => ({
  name: 'phone',
  serverYaml,
  toolsJson: JSON.stringify(tools),
});

test('a list of arguments becomes a derived schema', () => {
  const { tools } = importDocker(
    folder([
      {
        name: 'call',
        description: 'Calls somebody.',
        arguments: [
          { name: 'to', type: 'string', desc: 'Number' },
          { name: 'label', type: 'string', optional: true },
          { name: 'wait', type: 'integer', required: false },
        ],
      },
    ]),
    '2026-11-21',
  );
  expect(tools).toEqual([
    {
      definitionSource: 'derived',
      definition: {
        name: 'call',
        description: 'Calls somebody.',
        inputSchema: {
          type: 'object',
          properties: {
            to: { type: 'string', description: 'Number' },
            label: { type: 'string' },
            wait: { type: 'integer' },
          },
          required: ['to'],
        },
      },
    },
  ]);
});

test('a schema is a snapshot, nothing at all is documented', () => {
  const { tools } = importDocker(folder([{ name: 'a', inputSchema: { type: 'object' } }, { name: 'b' }]), '2026-11-21');
  expect(tools.map(({ definitionSource }) => definitionSource)).toEqual(['snapshot', 'documented']);
});

test('what a server calls itself is its claim, and not its name', () => {
  expect(importDocker(folder([]), '2026-11-21').listed.callsItself).toBe('Phone');
});

test('the server keeps image, project, commit and the names of its secrets', () => {
  expect(importDocker(folder([]), '2026-11-21').server).toMatchObject({
    // The folder's: a title is what its maker claims.
    name: 'phone',
    repository: 'https://example.com/phone',
    package: { registry: 'docker', name: 'mcp/phone' },
    credentials: ['PHONE_KEY'],
    transport: ['stdio'],
    source: { kind: 'corpus', id: 'phone', repository: 'docker/mcp-registry', commit: 'abc123' },
  });
});

test('a remote server has an endpoint', () => {
  const yaml = 'name: r\nremote: { transport_type: sse, url: "https://example.com/sse" }\n';
  expect(importDocker(folder([], yaml), '2026-11-21').server).toMatchObject({
    endpoint: 'https://example.com/sse',
    transport: ['sse'],
  });
});

test('errors name file and remedy', () => {
  expect(() => importDocker({ ...folder([]), toolsJson: '{' }, '2026-11-21')).toThrow(ImportError);
  expect(() => importDocker({ ...folder([]), toolsJson: '{}' }, '2026-11-21')).toThrow(
    'servers/phone/tools.json: is no list of tools. Correct it, or remove the file.',
  );
  expect(() => importDocker(folder([{}]), '2026-11-21')).toThrow('servers/phone/tools.json, tool 1: name');
  expect(() => importDocker(folder([], ': : :'), '2026-11-21')).toThrow('servers/phone/server.yaml: cannot be read');
});
