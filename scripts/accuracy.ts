import { existsSync } from 'node:fs';
import path from 'node:path';
import { ACCURACY_FILE, classifierSources } from '../src/catalogue/read/accuracy-file.ts';
import { writeJson } from '../src/catalogue/write/write-file.ts';
import { type ClassifierInput, classifyTools } from '../src/domain/classify/classify.ts';
import { readVerb } from '../src/domain/classify/lexicon/verbs.ts';
import { nameWords } from '../src/domain/classify/read/tokenize.ts';
import type { ToolDefinition } from '../src/domain/record/tool.ts';
import { type Accuracy, type Judged, measure, type Share, share } from '../src/domain/risk/accuracy.ts';
import { CATEGORIES, type Category } from '../src/domain/risk/category.ts';
import type { RiskLevel } from '../src/domain/risk/risk-level.ts';
import { RISK_SIGNALS, type RiskSignal } from '../src/domain/risk/signal.ts';
import { MisuseError, runCommand, sharedFolder } from './parts/command.ts';
import { readJsonLines } from './parts/json-lines.ts';

/** A line of gold/dev.jsonl. */
interface Labelled {
  readonly server: string;
  readonly tool: ToolDefinition;
  readonly category: Category;
  readonly signals: readonly RiskSignal[];
  readonly level: RiskLevel;
  readonly doubt: readonly RiskSignal[];
}

/** A server of the corpus or of the captures, as far as it is used here. */
interface Listed {
  readonly id: string;
  readonly tools: readonly ToolDefinition[];
}

/** What a verb in the name alone says: the first word that is one. */
function verbInName(name: string): Category | null {
  for (const word of nameWords(name)) {
    const verb = readVerb(word.lower);
    if (verb) return verb.verb.category;
  }
  return null;
}

function judge(rows: readonly Labelled[]): Judged[] {
  const inputs: ClassifierInput[] = rows.map(({ server, tool }) => ({ server, tool, definitionSource: 'snapshot' }));
  return classifyTools(inputs).map((verdict, index) => {
    const { server, tool, category, level, signals, doubt } = rows[index] as Labelled;
    return {
      server,
      tool: tool.name,
      label: { category, level, signals, doubt },
      verdict: { ...verdict, signals: verdict.signals.map(({ id }) => id) },
      baseline: verbInName(tool.name),
    };
  });
}

/** What owners declare, against the verdict: one share for each kind of claim. */
function againstOwners(servers: readonly Listed[]): Accuracy['owners'] {
  const inputs = servers.flatMap(({ id, tools }) =>
    tools.filter((tool) => tool.annotations).map((tool) => ({ server: id, tool })),
  );
  const judged = classifyTools(inputs).map((verdict, index) => ({
    verdict,
    hints: inputs[index]?.tool.annotations ?? {},
  }));
  const claims: readonly {
    claim: string;
    made: (hints: Readonly<Record<string, unknown>>) => boolean;
    holds: (category: Category | null) => boolean;
  }[] = [
    {
      claim: 'read-only, and we say Read',
      made: (hints) => hints.readOnlyHint === true,
      holds: (category) => category === 'Read',
    },
    {
      claim: 'not read-only, and we say more than Read',
      made: (hints) => hints.readOnlyHint === false && hints.destructiveHint !== undefined,
      holds: (category) => category !== 'Read' && category !== null,
    },
    {
      claim: 'not destructive, and we do not say Destructive',
      made: (hints) => hints.readOnlyHint !== true && hints.destructiveHint === false,
      holds: (category) => category !== 'Destructive' && category !== null,
    },
  ];
  return claims.map(({ claim, made, holds }) => {
    const making = judged.filter(({ hints }) => made(hints));
    return { claim, right: share(making.filter(({ verdict }) => holds(verdict.category)).length, making.length) };
  });
}

function percent({ share: value, low, high, hits, of }: Share): string {
  return `${(value * 100).toFixed(1)} % (${hits} of ${of}; 95 % interval ${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)})`;
}

function report(figures: Accuracy): string {
  const row = (words: readonly (string | number)[], width = 13) =>
    words.map((word) => String(word).padEnd(width)).join('');
  return [
    `Labelled tools: ${figures.tools}`,
    `Category right: ${percent(figures.category)}`,
    `  by the verb in the name alone: ${percent(figures.baseline)}`,
    `  macro-F1: ${figures.macroF1}`,
    `Level too low: ${percent(figures.levelTooLow)}`,
    `Level too high: ${percent(figures.levelTooHigh)}`,
    `Destructive or Financial called Read: ${figures.dangerousCalledRead}`,
    `Signals, micro-F1: ${figures.signalsMicroF1}`,
    '',
    row(['', ...CATEGORIES, 'not assessed']),
    ...CATEGORIES.map((category, index) => row([category, ...(figures.confusion[index] ?? [])])),
    '',
    row(['', 'precision', 'recall', 'F1']),
    ...CATEGORIES.map((category) =>
      row([
        category,
        figures.categories[category].precision.share,
        figures.categories[category].recall.share,
        figures.categories[category].f1,
      ]),
    ),
    ...RISK_SIGNALS.map((signal) =>
      row([
        signal,
        figures.signals[signal].precision.share,
        figures.signals[signal].recall.share,
        figures.signals[signal].f1,
      ]),
    ),
    '',
    ...figures.calibration.map(({ from, to, right }) => `Confidence ${from} to ${to}: ${percent(right)}`),
    '',
    ...figures.owners.map(({ claim, right }) => `Owners declare ${claim}: ${percent(right)}`),
    '',
    ...figures.errors.map(
      ({ server, tool, people, classifier, confidence }) =>
        `${people} called ${classifier ?? 'not assessed'} (${confidence}): ${server} ${tool}`,
    ),
  ].join('\n');
}

await runCommand({
  usage: `
Usage: npm run accuracy

Measures the classifier on the labelled tools in $PLACARD_SHARED (default ../shared) and against what owners declare, prints
the figures and writes them to content/accuracy.json, which /method/ shows.
`,
  options: {},
  run: async () => {
    const shared = sharedFolder();
    const gold = path.join(shared, 'gold/dev.jsonl');
    if (!existsSync(gold))
      throw new MisuseError(`${gold} is not there. Set PLACARD_SHARED to the folder with gold/ and corpus/.`);
    const judged = judge(await readJsonLines<Labelled>(gold));
    const servers = [
      ...(await readJsonLines<Listed>(path.join(shared, 'corpus/tools-list.jsonl.gz'))),
      ...(await readJsonLines<Listed>(path.join(shared, 'facts/scanned-servers.jsonl'))),
    ];
    const figures: Accuracy = {
      schemaVersion: 1,
      date: new Date().toISOString().slice(0, 10),
      sources: await classifierSources(),
      ...measure(judged),
      owners: againstOwners(servers),
    };
    await writeJson(ACCURACY_FILE, figures);
    process.stdout.write(`${report(figures)}\n`);
    return undefined;
  },
});
