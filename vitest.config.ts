import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';

// Components are compiled by Astro's Vite; everything else, whole sites included, runs in plain Node: under Astro's Vite its
// own build() is not there (seen with Astro 7.3 and Vitest 5.1).
export default defineConfig({
  test: {
    // One less than the cores would be one on a small machine.
    maxWorkers: 2,
    projects: [
      getViteConfig({ test: { name: 'components', include: ['src/components/**/*.test.ts'] } }),
      {
        test: {
          name: 'node',
          include: ['{src/{domain,catalogue,client,scan,verify},scripts,docs}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['src/test/**/*.test.ts'],
          globalSetup: 'src/test/build-sites.ts',
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
