import { defineConfig } from 'vitest/config';

/** The tests that decide about mutants: those of the domain alone, in plain Node. */
export default defineConfig({
  test: { include: ['src/domain/**/*.test.ts'], testTimeout: 60_000, pool: 'threads', isolate: false, maxWorkers: 1 },
});
