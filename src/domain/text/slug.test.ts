import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RESERVED_SEGMENTS, segmentsOf, slugFromId } from './slug.ts';

const segmentOf = async (name: string) => (await segmentsOf([name])).get(name);

describe('slugFromId', () => {
  test.each([
    ['github', 'github'],
    ['GitHub', 'github'],
    ['@scope/server-files', 'scope-server-files'],
    ['io.github.someone/tool__box', 'io-github-someone-tool-box'],
    ['--a--', 'a'],
    ['日本語 mcp', 'mcp'],
  ])('%s → %s', (id, slug) => expect(slugFromId(id)).toBe(slug));

  test.each(['', '---', '日本語', '../..'])('makes nothing of %j', (id) => expect(slugFromId(id)).toBeNull());
});

describe('segmentsOf', () => {
  test.each(['get_item', 'a.b-c_D9', '...', '-', '__proto__', 'Index', 'a'.repeat(100)])('keeps %s', async (name) => {
    expect(await segmentOf(name)).toBe(name);
  });

  test.each([
    ['.', '.-cdb4ee2a'],
    ['..', '..-5ec1f7e7'],
    ['index', 'index-1bc04b52'],
    ['index.html', 'index.html-0eb54730'],
    ['policy.json', 'policy.json-89b73d7f'],
    ['history', 'history-259aa8ef'],
    ['../../x', '..-..-x-9cdf6a50'],
    ['/api/acg', 'api-acg-16bfa77b'],
    [' spaced  name ', 'spaced-name-1096fc6b'],
    ['日本語', 'tool-77710aed'],
    ['!!!', 'tool-e84c538e'],
    ['a'.repeat(101), `${'a'.repeat(60)}-9d079339`],
    ['x y '.repeat(30), `${'x-y-'.repeat(15)}-78c23d08`],
  ])('cleans %s', async (name, segment) => expect(await segmentOf(name)).toBe(segment));

  test('cleans every name that another has in another case', async () => {
    expect(Object.fromEntries(await segmentsOf(['Get', 'get', 'GET', 'got']))).toEqual({
      Get: 'Get-5fb9c3ab',
      get: 'get-2998b323',
      GET: 'GET-14e30cd1',
      got: 'got',
    });
  });

  test('cleans it too where the other is cleaned for a reason of its own', async () => {
    expect((await segmentsOf(['index', 'Index'])).get('Index')).toMatch(/^Index-[0-9a-f]{8}$/);
  });

  test('gives a repeated name one segment, the raw one', async () => {
    expect([...(await segmentsOf(['same', 'same']))]).toEqual([['same', 'same']]);
  });

  test.each([
    ['a name that is the cleaned form of another', ['a b', 'a-b-c8687a08']],
    ['two names with the same eight digits', ['a]+]b', 'a>(!!b']],
    ['those, and a name that is the digits', ['a]+]b', 'a>(!!b', 'a-b-48f1f6b4']],
    ['halves of surrogate pairs, which have one hash', ['\ud800', '\ud801', '\udfff']],
  ])('tells apart %s', async (_, names) => {
    const segments = await segmentsOf(names);
    expect(new Set(segments.values()).size).toBe(names.length);
    expect(await segmentsOf(names.toReversed())).toEqual(segments);
  });

  test('tells apart a name that is the longest form of another', async () => {
    const names = ['a]+]b', 'a>(!!b'];
    const longest = (await segmentsOf(names)).get('a]+]b') as string;
    const segments = await segmentsOf([...names, longest]);
    expect(segments.get('a]+]b')).toBe(longest);
    expect(new Set(segments.values()).size).toBe(3);
  });

  const unit = fc.oneof(
    fc.constantFrom('a', 'A', 'b', 'B', '-', '.', '_', '/', ' ', 'é', '語', '\u212a'),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  );
  const name = fc.oneof(
    fc.string({ unit, minLength: 1, maxLength: 6 }),
    fc.string({ unit, minLength: 90, maxLength: 120 }),
    fc.constantFrom(...RESERVED_SEGMENTS),
  );

  test('segments can stand in an address and never meet, whatever the names', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { maxLength: 12 }), async (names) => {
        const segments = await segmentsOf(names);
        expect([...segments.keys()]).toEqual(names);
        for (const segment of segments.values()) {
          expect(segment).toMatch(/^[A-Za-z0-9_.-]+$/);
          expect(RESERVED_SEGMENTS).not.toContain(segment);
        }
        expect(new Set([...segments.values()].map((segment) => segment.toLowerCase())).size).toBe(names.length);
        expect(await segmentsOf(names.toReversed())).toEqual(segments);
      }),
    );
  });
});
