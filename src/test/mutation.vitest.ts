import { defineConfig } from 'vitest/config';

/** Where the tests of a folder stand that has more of them than it holds; elsewhere they stand beside the code. */
const TESTS_OF: Readonly<Record<string, readonly string[]>> = {
  clients: ['clients', 'audit', 'configuration', 'snippet'],
  gateways: ['gateways', 'snippet'],
  risk: ['risk', 'policy'],
};
const { PLACARD_FOLDER: folder = 'policy', PLACARD_ROUND: round = 'near' } = process.env;
const [room = folder] = folder.split('/');

/**
 * The tests that decide about mutants: those of the domain alone, in plain Node. The first round asks the tests of the folder,
 * which are few; what survives them is asked of all.
 */
export default defineConfig({
  test: {
    include:
      round === 'near'
        ? (TESTS_OF[room] ?? [room]).map((each) => `src/domain/${each}/**/*.test.ts`)
        : ['src/domain/**/*.test.ts'],
    // They throw texts of all kinds at everything, for seconds; what they look for are faults of other tests' making.
    exclude: round === 'near' ? ['**/hostile.test.ts'] : [],
    ...(round === 'near' ? { testNamePattern: /^(?!.*10,000 generated)/ } : {}),
    testTimeout: 60_000,
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
  },
});
