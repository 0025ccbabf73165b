import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { EXIT, MisuseError, runCommand } from './parts/command.ts';

await runCommand({
  usage: `
Usage: npm run mutate -- FOLDER [--tables]

Changes the code of a folder of src/domain in one place after another and runs the tests that touch it (Stryker). What
survives is behaviour that no test would miss. Takes minutes to hours; what was tried before and has not changed is not tried
again. Writes its reports into node_modules/.cache/placard/mutate. Not part of npm test.

  FOLDER    policy, clients/codex, …
  --tables  change also what runs once when a file is loaded, such as tables: each takes all tests, and so most of the time

Exit codes: 0 at least 85 % are noticed, 1 they are not, 2 wrong use.
`,
  options: { tables: { type: 'boolean' } },
  takesWords: true,
  run: async ({ words, options }) => {
    const [folder, ...rest] = words;
    if (folder === undefined || rest.length > 0)
      throw new MisuseError('Give one folder of src/domain, such as policy.');
    const below = path.relative('src/domain', path.join('src/domain', folder));
    if (below === '' || below.startsWith('..') || !existsSync(path.join('src/domain', below))) {
      throw new MisuseError(`${folder} is no folder of src/domain.`);
    }
    const stryker = path.resolve('node_modules/@stryker-mutator/core/bin/stryker.js');
    const child = spawn(process.execPath, [stryker, 'run', 'src/test/mutation.stryker.mjs'], {
      stdio: 'inherit',
      env: {
        ...process.env,
        PLACARD_FOLDER: below.split(path.sep).join('/'),
        PLACARD_TABLES: String(options.tables === true),
      },
    });
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    return code === 0 ? EXIT.done : EXIT.no;
  },
});
