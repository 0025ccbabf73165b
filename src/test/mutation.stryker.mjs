const { PLACARD_FOLDER: folder = 'policy', PLACARD_ROUND: round = 'near', PLACARD_TABLES, PLACARD_ONLY } = process.env;
const report = `node_modules/.cache/placard/mutate/${folder.replaceAll('/', '-')}.${round}`;

/** One round of mutation testing of a folder of the domain: `npm run mutate -- FOLDER` (docs/contracts.md#commands). */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'src/test/mutation.vitest.ts', related: true },
  // Sentences are read by people; what decides is tried.
  mutate: PLACARD_ONLY?.split(',') ?? [
    folder.endsWith('.ts') ? `src/domain/${folder}` : `src/domain/${folder}/**/*.ts`,
    ...['test', 'fixture'].map((kind) => `!**/*.${kind}.ts`),
    '!**/*-wording.ts',
    '!**/words.ts',
  ],
  coverageAnalysis: 'perTest',
  ignoreStatic: PLACARD_TABLES !== 'true',
  incremental: true,
  incrementalFile: `${report}.incremental.json`,
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: `${report}.json` },
  htmlReporter: { fileName: `${report}.html` },
  thresholds: { break: null },
  concurrency: 2,
  timeoutMS: round === 'near' ? 10_000 : 30_000,
  tempDirName: '.build/mutate',
  ignorePatterns: ['content', 'dist', 'public', 'docs', 'captures'],
};
