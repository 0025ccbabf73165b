import { describe, expect, test } from 'vitest';
import { ServerFileSchema, SourceSchema } from './server.ts';

const SERVER = { name: 'Example', source: { kind: 'scan', id: 'example' } } as const;
const fits = (given: object) => ServerFileSchema.safeParse({ ...SERVER, ...given }).success;

test('a name and a source are enough; nothing else is made up', () => {
  expect(ServerFileSchema.parse({ ...SERVER, name: ' Example ' })).toEqual({
    ...SERVER,
    listing: { state: 'unknown' },
  });
});

describe('what a server may say of itself', () => {
  test.each<[object, boolean]>([
    [{ name: '' }, false],
    [{ name: '   ' }, false],
    [{ name: 'n'.repeat(80) }, true],
    [{ name: 'n'.repeat(81) }, false],
    [{ publisher: 'Example' }, true],
    [{ publisher: ' ' }, false],
    [{ publisher: 'p'.repeat(81) }, false],
    [{ official: false }, true],
    [{ licence: 'MIT' }, true],
    [{ licence: 'l'.repeat(81) }, false],
    [{ homepage: 'https://example.com/' }, true],
    [{ homepage: 'javascript:alert(1)' }, false],
    [{ endpoint: 'https://example.com/mcp' }, true],
    [{ package: { registry: 'npm', name: 'example' } }, true],
    [{ package: { registry: 'npm', name: 'example', bin: 'serve' } }, true],
    [{ package: { registry: 'npm', name: '' } }, false],
    [{ package: { registry: 'npm', name: 'n'.repeat(215) } }, false],
    [{ package: { registry: 'npm', name: 'example', bin: '' } }, false],
    [{ package: { registry: 'npm', name: 'example', bin: 'b'.repeat(215) } }, false],
    [{ package: { registry: 'nowhere', name: 'example' } }, false],
    [{ package: { registry: 'npm', name: 'example', version: '1' } }, false],
    [{ transport: ['stdio', 'streamable-http', 'sse'] }, true],
    [{ transport: ['carrier-pigeon'] }, false],
    [{ credentials: ['API_KEY', '_x9'] }, true],
    [{ credentials: ['9X'] }, false],
    [{ credentials: ['A-B'] }, false],
    [{ credentials: ['A B'] }, false],
    [{ credentials: [''] }, false],
    [{ listing: { state: 'unknown', note: 'a copy' } }, true],
    [{ listing: { state: 'unknown', total: 3 } }, false],
    [{ listing: { state: 'complete', note: 'with --all' } }, true],
    [{ listing: { state: 'complete', total: 3 } }, false],
    [{ listing: { state: 'partial', total: 3 } }, true],
    [{ listing: { state: 'partial', total: 0 } }, false],
    [{ listing: { state: 'half' } }, false],
    [{ moved: ['old-name'] }, true],
    [{ moved: ['Old Name'] }, false],
    [{ rating: 5 }, false],
  ])('%j: %s', (given, wanted) => expect(fits(given)).toBe(wanted));
});

test.each<[object, boolean]>([
  [{ kind: 'scan', id: 'a' }, true],
  [{ kind: 'scan' }, false],
  [{ kind: 'corpus', id: 'a', repository: 'https://example.com', commit: 'abc', licence: 'MIT' }, true],
  [{ kind: 'corpus', id: 'a' }, false],
  [{ kind: 'documentation', what: 'its README', url: 'https://example.com/' }, true],
  [{ kind: 'documentation' }, false],
  [{ kind: 'import', what: 'lists/' }, true],
  [{ kind: 'import', id: 'a' }, false],
  [{ kind: 'hearsay', what: 'a friend' }, false],
])('a source: %j: %s', (source, wanted) => expect(SourceSchema.safeParse(source).success).toBe(wanted));
