import { accuracyProblems } from '../src/catalogue/read/accuracy-file.ts';
import { OWN_CONTENT, readContent } from '../src/catalogue/read/content.ts';
import type { Problem } from '../src/catalogue/read/problem.ts';
import { checkContent } from '../src/catalogue/rules/check.ts';
import { publisherWordProblems } from '../src/catalogue/rules/publisher-words.ts';
import { count } from '../src/domain/text/english.ts';
import { contentRoot, EXIT, givenContent, problemLines, runCommand, sharedFolder } from './parts/command.ts';

await runCommand({
  usage: `
Usage: npm run check [-- --content DIR --strict]

Reads the content and prints everything that is wrong with it, by file and field, with the remedy.

  --content DIR  the content root (default: content)
  --strict       also fail on what is stale or redundant, and on findings in definitions that no review names
`,
  options: { content: { type: 'string' }, strict: { type: 'boolean' } },
  run: async ({ options }) => {
    const root = contentRoot(options);
    const content = await readContent(root);
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const problems = [
      ...(await checkContent(content, new Date())),
      ...(root === OWN_CONTENT ? await accuracyProblems() : []),
      ...(await publisherWordProblems(content, sharedFolder(), say)),
    ];
    const failing = problems.filter(
      ({ severity }) => severity === 'error' || (options.strict === true && severity !== 'warning'),
    );
    if (problems.length > 0) process.stdout.write(`${problemLines(problems, givenContent(options))}\n`);
    const found = (severity: Problem['severity']) => problems.filter((each) => each.severity === severity).length;
    const tools = content.servers.reduce((sum, server) => sum + server.tools.tools.length, 0);
    const holds = [
      count(content.servers.length, 'server'),
      count(tools, 'tool'),
      count(content.attacks.length, 'attack'),
      count(content.guides.length, 'guide'),
    ];
    const unreviewed = found('unreviewed');
    const counts = [
      count(found('error'), 'error'),
      `${found('stale')} stale`,
      count(found('warning'), 'warning'),
      ...(unreviewed > 0 ? [`${count(unreviewed, 'finding')} not reviewed`] : []),
    ];
    process.stdout.write(`${holds.join(', ')}: ${counts.join(', ')}.\n`);
    return failing.length > 0 ? EXIT.no : EXIT.done;
  },
});
