const folder = process.env.PLACARD_FOLDER ?? 'policy';
const report = `node_modules/.cache/placard/mutate/${folder.replaceAll('/', '-')}`;

/** Mutation testing of one folder of the domain: `npm run mutate -- FOLDER` (docs/contracts.md#commands). */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'src/test/mutation.vitest.ts', related: true },
  // Sentences are read by people; what decides is tried.
  mutate: [`src/domain/${folder}/**/*.ts`, '!**/*.test.ts', '!**/*.fixture.ts', '!**/*-wording.ts', '!**/words.ts'],
  coverageAnalysis: 'perTest',
  ignoreStatic: process.env.PLACARD_TABLES !== 'true',
  incremental: true,
  incrementalFile: `${report}.incremental.json`,
  reporters: ['clear-text', 'json', 'html'],
  jsonReporter: { fileName: `${report}.json` },
  htmlReporter: { fileName: `${report}.html` },
  clearTextReporter: { logTests: false, allowColor: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
  concurrency: 2,
  timeoutMS: 20_000,
  tempDirName: '.build/mutate',
  ignorePatterns: ['content', 'dist', 'public', 'docs', 'captures'],
};
