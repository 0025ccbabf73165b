import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EXIT, MisuseError, runCommand } from './parts/command.ts';
import {
  isMissed,
  isTried,
  joinRounds,
  type Mutant,
  MutationReportSchema,
  mutantsOf,
  rangesOf,
} from './parts/mutants.ts';

const REPORTS = 'node_modules/.cache/placard/mutate';
const ENOUGH = 85;

async function round(
  folder: string,
  name: 'near' | 'all',
  tables: boolean,
  only?: readonly string[],
): Promise<Mutant[]> {
  const stryker = path.resolve('node_modules/@stryker-mutator/core/bin/stryker.js');
  const child = spawn(process.execPath, [stryker, 'run', 'src/test/mutation.stryker.mjs'], {
    stdio: ['inherit', process.stderr, 'inherit'],
    env: {
      ...process.env,
      PLACARD_FOLDER: folder,
      PLACARD_ROUND: name,
      PLACARD_TABLES: String(tables),
      ...(only === undefined ? {} : { PLACARD_ONLY: only.join(',') }),
    },
  });
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`Stryker ended with ${code}.`);
  const report = await readFile(path.join(REPORTS, `${folder.replaceAll('/', '-')}.${name}.json`), 'utf8');
  return mutantsOf(MutationReportSchema.parse(JSON.parse(report)));
}

function line({ file, start, before, after, status }: Mutant): string {
  const short = (text: string) => JSON.stringify(text.length > 90 ? `${text.slice(0, 90)}…` : text);
  return `${file}:${start.line}:${start.column} ${status === 'NoCoverage' ? 'no test comes here' : 'survived'}\n  - ${short(before)}\n  + ${short(after)}`;
}

function table(mutants: readonly Mutant[]): string {
  const files = Map.groupBy(mutants.filter(isTried), ({ file }) => file);
  const rows = [...files].map(([file, tried]) => `${score(tried).toFixed(1).padStart(6)} %  ${file}`);
  return rows.join('\n');
}

/** Percent of the mutants that tests notice; 100 where there are none. */
function score(tried: readonly Mutant[]): number {
  return tried.length === 0 ? 100 : (100 * tried.filter((each) => !isMissed(each)).length) / tried.length;
}

await runCommand({
  usage: `
Usage: npm run mutate -- FOLDER|FILE [--tables]

Changes the code of a folder or file of src/domain in one place after another and runs tests (Stryker): first those of the folder, then,
with what survives, all of the domain. What survives both is behaviour that no test would miss. Takes minutes to hours; what was
tried before and has not changed is not tried again. Reports are in ${REPORTS}. Not part of npm test.

  FOLDER    policy, clients/codex, policy/decide.ts, …
  --tables  change also what runs once when a file is loaded, such as tables: each takes all tests, and so most of the time

Exit codes: 0 at least ${ENOUGH} % are noticed, 1 they are not, 2 wrong use.
`,
  options: { tables: { type: 'boolean' } },
  takesWords: true,
  run: async ({ words, options }) => {
    const [given, ...rest] = words;
    if (given === undefined || rest.length > 0) throw new MisuseError('Give one folder of src/domain, such as policy.');
    const folder = path.relative('src/domain', path.join('src/domain', given)).split(path.sep).join('/');
    if (folder === '' || folder.startsWith('..') || !existsSync(path.join('src/domain', folder))) {
      throw new MisuseError(`${given} is no folder or file of src/domain.`);
    }
    const tables = options.tables === true;
    const first = await round(folder, 'near', tables);
    const missed = first.filter(isMissed);
    const mutants =
      missed.length === 0 ? first : joinRounds(first, await round(folder, 'all', tables, rangesOf(missed)));
    const tried = mutants.filter(isTried);
    const noticed = score(tried);
    process.stdout.write(
      [
        ...mutants.filter(isMissed).map(line),
        table(mutants),
        `${noticed.toFixed(1).padStart(6)} %  ${folder}: ${tried.length} changes, ${tried.filter(isMissed).length} not noticed\n`,
      ].join('\n'),
    );
    return noticed >= ENOUGH ? EXIT.done : EXIT.no;
  },
});
