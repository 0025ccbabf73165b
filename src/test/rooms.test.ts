import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { CATALOGUE_ROOMS, DOMAIN_ROOMS } from './rooms.ts';

/** Every source file with the files that it imports, types and dynamic imports included. */
const imports = new Map<string, readonly string[]>();

beforeAll(async () => {
  for (const root of ['src', 'scripts']) {
    for (const name of await readdir(root, { recursive: true })) {
      const file = `${root}/${name.replaceAll(path.sep, '/')}`;
      if (/\.(ts|astro|mjs)$/.test(file)) imports.set(file, importsOf(file));
    }
  }
});

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const code = file.endsWith('.astro')
    ? [
        /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '',
        ...[...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((found) => found[1]),
      ].join('\n')
    : text;
  return ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => path.posix.normalize(path.posix.join(path.posix.dirname(file), name)));
}

const isTest = (file: string) => /\.(test|fixture)\.ts$/.test(file) || file.startsWith('src/test/');

/** Groups of files that import each other in a circle (Tarjan's strongly connected components). */
function circles(): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file) as number);
    stack.push(file);
    for (const next of imports.get(file) ?? []) {
      if (!imports.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) as number, low.get(next) as number));
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) found.push(group.sort());
  };
  for (const file of imports.keys()) if (!index.has(file)) visit(file);
  return found;
}

test('the imports are found, those of Astro’s files too', () => {
  expect(imports.get('src/pages/method.astro')).toContain('src/layouts/Base.astro');
  expect(imports.get('src/client/page.ts')).toContain('src/client/search-dialog.ts');
});

test('no file imports itself by way of others, not for a type either', () => {
  expect(circles()).toEqual([]);
});

describe.each([
  ['src/domain', DOMAIN_ROOMS],
  ['src/catalogue', CATALOGUE_ROOMS],
] as const)('%s', (folder, rooms) => {
  const roomOf = (file: string) => (file.startsWith(`${folder}/`) ? file.split('/')[2] : undefined);

  test('every file has a room', () => {
    const flat = [...imports.keys()].filter((file) => {
      const room = roomOf(file);
      return room !== undefined && !rooms.includes(room as never);
    });
    expect(flat.filter((file) => !/^src\/catalogue\/load(\.test)?\.ts$/.test(file))).toEqual([]);
  });

  test('no room imports one above it', () => {
    const upward = [...imports].flatMap(([file, targets]) => {
      const own = rooms.indexOf(roomOf(file) as never);
      if (own < 0 || isTest(file)) return [];
      return targets
        .filter((target) => rooms.indexOf(roomOf(target) as never) > own)
        .map((target) => `${file} → ${target}`);
    });
    expect(upward).toEqual([]);
  });
});

describe('the linter says so too, while one writes', () => {
  const { overrides } = JSON.parse(readFileSync('biome.json', 'utf8')) as {
    overrides: {
      includes: string[];
      linter: { rules: { style?: { noRestrictedImports?: { options: { patterns: { group: string[] }[] } } } } };
    }[];
  };

  test.each(DOMAIN_ROOMS.slice(0, -1))('src/domain/%s', (room) => {
    const own = overrides.find(({ includes }) => includes[0] === `src/domain/${room}/**`);
    const above = DOMAIN_ROOMS.slice(DOMAIN_ROOMS.indexOf(room) + 1).map((each) => `**/${each}/**`);
    const groups = own?.linter.rules.style?.noRestrictedImports?.options.patterns.flatMap(({ group }) => group);
    expect(groups).toEqual(expect.arrayContaining(above));
  });
});
