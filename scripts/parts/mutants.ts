import { z } from 'zod';

/** What is read of Stryker's report (mutation-testing-report-schema, version 2). */
const PositionSchema = z.object({ line: z.int(), column: z.int() });
const MutantSchema = z.object({
  mutatorName: z.string(),
  replacement: z.string().default(''),
  status: z.string(),
  location: z.object({ start: PositionSchema, end: PositionSchema }),
});
export const MutationReportSchema = z.object({
  files: z.record(z.string(), z.object({ source: z.string(), mutants: z.array(MutantSchema) })),
});
export type MutationReport = z.infer<typeof MutationReportSchema>;

/** One change of the code, and what the tests made of it. */
export interface Mutant {
  readonly file: string;
  /** 1-based, as are columns. */
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly before: string;
  readonly after: string;
  /** `Killed`, `Timeout`, `Survived`, `NoCoverage`, `Ignored` and the like. */
  readonly status: string;
}

/** All mutants of a report, by file and place. */
export function mutantsOf({ files }: MutationReport): Mutant[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants.map(({ location: { start, end }, replacement, status }) => ({
      file,
      start,
      end,
      before: textBetween(lines, start, end),
      after: replacement,
      status,
    }));
  });
}

function textBetween(lines: readonly string[], start: Mutant['start'], end: Mutant['end']): string {
  const cut = lines.slice(start.line - 1, end.line);
  cut[cut.length - 1] = (cut.at(-1) ?? '').slice(0, end.column - 1);
  cut[0] = (cut[0] ?? '').slice(start.column - 1);
  return cut.join('\n');
}

/** Whether tests would miss it. */
export function isMissed({ status }: Mutant): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}

/** Whether it counts: what Stryker left out, or what does not compile, does not. */
export function isTried(mutant: Mutant): boolean {
  return isMissed(mutant) || mutant.status === 'Killed' || mutant.status === 'Timeout';
}

/** Those of the first round, with what the second round, which tried some of them again, found. */
export function joinRounds(first: readonly Mutant[], second: readonly Mutant[]): Mutant[] {
  const found = new Map(second.map((mutant) => [keyOf(mutant), mutant]));
  return first.map((mutant) => (isMissed(mutant) ? (found.get(keyOf(mutant)) ?? mutant) : mutant));
}

function keyOf({ file, start, end, after }: Mutant): string {
  return JSON.stringify([file, start, end, after]);
}

/** Places as Stryker's `mutate` takes them: lines from 1, columns from 0. */
export function rangesOf(mutants: readonly Mutant[]): string[] {
  return [
    ...new Set(
      mutants.map(({ file, start, end }) => `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`),
    ),
  ];
}
