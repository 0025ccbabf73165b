import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';

/** Nothing here is decided by a clock: a machine with other work may take as long as it takes. */
const PATIENCE = { testTimeout: 240_000, hookTimeout: 480_000, expect: { poll: { timeout: 60_000 } } };

// Components are compiled by Astro's Vite; everything else, whole sites included, runs in plain Node: under Astro's Vite its
// own build() is not there (seen with Astro 7.3 and Vitest 5.1).
export default defineConfig({
  test: {
    // One less than the cores would be one on a small machine.
    maxWorkers: 2,
    projects: [
      getViteConfig({ test: { name: 'components', include: ['src/components/**/*.test.ts'], ...PATIENCE } }),
      {
        test: {
          name: 'node',
          include: ['{src/{domain,catalogue,client,scan,verify},scripts,docs}/**/*.test.ts'],
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'site',
          include: ['src/test/**/*.test.ts'],
          globalSetup: 'src/test/build-sites.ts',
          ...PATIENCE,
        },
      },
    ],
  },
});
