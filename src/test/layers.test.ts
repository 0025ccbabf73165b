import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * What a layer may not import, and what it may (docs/architecture.md#layers). Paths are as a file of that layer writes
 * them.
 */
const LAYERS: Readonly<Record<string, { readonly forbidden: readonly string[]; readonly allowed: readonly string[] }>> =
  {
    'src/domain': {
      forbidden: [
        ...[
          'node:fs',
          'node:fs/promises',
          'node:path',
          'fs',
          'astro',
          'astro:content',
          'astro/container',
          'pagefind',
          'shiki',
        ],
        ...['../catalogue/load.ts', '../scan/scan.ts', '../components/Name.astro', '../layouts/Base.astro'],
        '../verify/run-client.ts',
        ...['../pages/index.astro', '../client/search.ts', '../../scripts/check.ts', '../test/browser.ts'],
      ],
      allowed: ['./category.ts', './policy/decide.ts', 'zod', 'canonicalize', 'yaml'],
    },
    'src/domain/policy': {
      forbidden: ['../../catalogue/load.ts', '../../components/Name.astro', 'node:fs'],
      allowed: ['../category.ts', './schema.ts'],
    },
    'src/catalogue': {
      forbidden: [
        ...['../components/Name.astro', '../layouts/Base.astro', '../pages/index.astro', '../client/search.ts'],
        ...['../scan/scan.ts', '../verify/run-client.ts', '../../scripts/check.ts', 'astro:content'],
      ],
      allowed: ['node:fs/promises', '../domain/category.ts', './load.ts', 'astro', 'yaml'],
    },
    'src/scan': {
      forbidden: [
        ...['../catalogue/load.ts', '../verify/run-client.ts', '../components/Name.astro', '../layouts/Base.astro'],
        ...['../pages/index.astro', '../client/search.ts', '../../scripts/check.ts', 'astro:content'],
      ],
      allowed: ['node:fs/promises', '../domain/category.ts', './limits.ts'],
    },
    'src/verify': {
      forbidden: [
        ...['../catalogue/load.ts', '../scan/npm-cache.ts', '../components/Name.astro', '../layouts/Base.astro'],
        ...['../pages/index.astro', '../client/search.ts', '../../scripts/check.ts', 'astro:content'],
      ],
      allowed: ['node:child_process', '../domain/enforcement/formats.ts', './run-client.ts'],
    },
    'src/client': {
      forbidden: [
        ...['node:fs', 'astro', 'astro:content', '../catalogue/load.ts', '../scan/scan.ts', '../components/Name.astro'],
        ...['../layouts/Base.astro', '../pages/index.astro', '../../scripts/check.ts'],
        '../verify/run-client.ts',
      ],
      allowed: ['../domain/name-parts.ts', './search.ts'],
    },
    'src/components': {
      forbidden: [
        ...['node:fs', 'astro:content', '../catalogue/load.ts', '../scan/scan.ts', '../layouts/Base.astro'],
        ...['../pages/index.astro', '../../scripts/check.ts', '../verify/run-client.ts'],
      ],
      allowed: ['../domain/category.ts', './Name.astro', '../client/page.ts', 'shiki'],
    },
    'src/layouts': {
      forbidden: [
        ...['node:fs', 'astro:content', '../catalogue/load.ts', '../scan/scan.ts', '../pages/index.astro'],
        ...['../../scripts/check.ts', '../verify/run-client.ts'],
      ],
      allowed: ['../components/Name.astro', '../domain/urls.ts', '../client/page.ts'],
    },
    'src/pages': {
      forbidden: [
        ...['node:fs', '../scan/scan.ts', '../verify/run-client.ts', '../pages/index.astro', '../../scripts/check.ts'],
        '../test/browser.ts',
      ],
      allowed: [
        '../catalogue/load.ts',
        '../components/Name.astro',
        '../layouts/Base.astro',
        '../domain/urls.ts',
        'astro:content',
      ],
    },
    scripts: {
      forbidden: ['../src/components/Name.astro', '../src/layouts/Base.astro', '../src/pages/index.astro'],
      allowed: ['node:path', '../src/catalogue/load.ts', '../src/verify/run-client.ts', '../src/domain/category.ts'],
    },
  };

/** Layers whose files may be Astro's. */
const ASTRO_LAYERS = ['src/components', 'src/layouts', 'src/pages'];

/** Ways to write an import, each a whole file. */
const FORMS: Readonly<Record<string, (module: string) => string>> = {
  'import.ts': (module) => `import { thing } from '${module}';\nthing();\n`,
  'type.ts': (module) => `import type { Thing } from '${module}';\nexport type Mine = Thing;\n`,
  'export.ts': (module) => `export { thing } from '${module}';\n`,
  'dynamic.ts': (module) => `export const thing = () => import('${module}');\n`,
  'frontmatter.astro': (module) =>
    `---\nimport { thing } from '${module}';\n\nconst value = thing();\n---\n<p>{value}</p>\n`,
  'script.astro': (module) => `<p>Text</p>\n<script>\n  import { thing } from '${module}';\n  thing();\n</script>\n`,
};

/** A fixture: the file, and what it imports. */
interface Case {
  readonly file: string;
  readonly layer: string;
  readonly form: string;
  readonly module: string;
}

function cases(kind: 'forbidden' | 'allowed'): Case[] {
  return Object.entries(LAYERS).flatMap(([layer, rules]) =>
    rules[kind].flatMap((module, index) =>
      Object.keys(FORMS)
        .filter((form) => form.endsWith('.ts') || ASTRO_LAYERS.includes(layer))
        .map((form) => ({ file: `${layer}/${kind}-${index}-${form}`, layer, form, module })),
    ),
  );
}

/** Files in which the linter finds a forbidden import. */
let caught: ReadonlySet<string>;
let folder: string;

beforeAll(async () => {
  // The project's own configuration on a tree of its own: nothing is ever left in src.
  folder = await mkdtemp(path.join(os.tmpdir(), 'placard-layers-'));
  await cp('biome.json', path.join(folder, 'biome.json'));
  for (const { file, form, module } of [...cases('forbidden'), ...cases('allowed')]) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), FORMS[form]?.(module) ?? '');
  }
  caught = await lint(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the real linter. */
async function lint(root: string): Promise<ReadonlySet<string>> {
  const biome = path.resolve('node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 1e8 }).catch(
    // It exits with 1 when it finds something, which it must.
    (error: { stdout: string }) => error,
  );
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] };
  return new Set(
    diagnostics
      .filter(({ category }) => category === 'lint/style/noRestrictedImports')
      .map(({ location }) => location.path.replaceAll('\\', '/')),
  );
}

describe.each(Object.keys(LAYERS))('%s', (layer) => {
  test('an import against the layers is an error, however it is written', () => {
    const missed = cases('forbidden').filter((each) => each.layer === layer && !caught.has(each.file));
    expect(missed.map(({ form, module }) => `${form}: ${module}`)).toEqual([]);
  });

  test('an import along the layers is none', () => {
    const wrong = cases('allowed').filter((each) => each.layer === layer && caught.has(each.file));
    expect(wrong.map(({ form, module }) => `${form}: ${module}`)).toEqual([]);
  });
});

test('Astro’s files are looked at in both places where they import', () => {
  for (const layer of ASTRO_LAYERS) {
    const forms = new Set(
      cases('forbidden')
        .filter((each) => each.layer === layer && caught.has(each.file))
        .map(({ form }) => form),
    );
    expect([...forms]).toEqual(expect.arrayContaining(['frontmatter.astro', 'script.astro']));
  }
});
