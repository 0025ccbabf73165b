import { printable } from '../../src/catalogue/read/problem.ts';
import type { ToolRecord } from '../../src/domain/record/record.ts';
import { RISK_LEVELS } from '../../src/domain/risk/risk-level.ts';
import { printableTarget } from '../../src/scan/scan.ts';
import type { OnProgress, Scanned } from '../../src/scan/scan-all.ts';

/** One server as the report shows it. */
export interface Reported extends Scanned {
  /** Its classified tools, where it was listed. */
  readonly tools: readonly ToolRecord[] | null;
  /** What is odd about its answers, for a person. */
  readonly notes: readonly string[];
}

/** The report as a table, with the remedies of what failed below it. */
export function reportTable(reports: readonly Reported[]): string {
  const rows = [
    ['server', 'tools', 'result', 'version', 'seconds'],
    ...reports.map((report) => [report.slug, toolCount(report), result(report), version(report), seconds(report)]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 1 || column === 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...reports.flatMap(details), '', summary(reports)].join('\n');
}

/** The report as JSON: what a script needs to go on. */
export function reportJson(reports: readonly Reported[]): string {
  const servers = reports.map(({ slug, target, outcome, took, tools, notes }) => ({
    server: slug,
    target: printableTarget(target),
    milliseconds: took,
    ...('capture' in outcome
      ? {
          result: 'listed',
          tools: tools?.length ?? 0,
          levels: levelCounts(tools ?? []),
          version: outcome.capture.listed.version ?? null,
          protocol: outcome.capture.listed.protocol ?? null,
          networkAttempts: outcome.capture.network.attempts ?? null,
        }
      : { result: 'failed', ...outcome.failure }),
    notes,
  }));
  return JSON.stringify(servers, null, 2);
}

function toolCount({ tools }: Reported): string {
  return tools === null ? '' : String(tools.length);
}

function result({ outcome, tools }: Reported): string {
  if ('failure' in outcome) return outcome.failure.class;
  const counts = Object.entries(levelCounts(tools ?? [])).filter(([, count]) => count > 0);
  return counts.length === 0 ? 'no tools' : counts.map(([level, count]) => `${count} ${level}`).join(', ');
}

function levelCounts(tools: readonly ToolRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const level of [...RISK_LEVELS].reverse()) {
    counts[level] = tools.filter(({ classification }) => classification.level === level).length;
  }
  counts['not assessed'] = tools.filter(({ classification }) => classification.level === null).length;
  return counts;
}

function version({ outcome }: Reported): string {
  return 'capture' in outcome ? printable(outcome.capture.listed.version ?? '') : '';
}

function seconds({ took }: Reported): string {
  return (took / 1000).toFixed(1);
}

function details({ slug, target, outcome, notes }: Reported): string[] {
  if ('capture' in outcome) return notes.map((note) => `\n${slug}: ${printable(note)}`);
  const { failure } = outcome;
  return [
    `\n${slug}: ${failure.class}: ${printable(failure.message)}.`,
    `  ${printable(printableTarget(target))}`,
    `  → ${printable(failure.remedy)}`,
    ...failure.said.map((line) => `  | ${printable(line)}`),
  ];
}

function summary(reports: readonly Reported[]): string {
  const listed = reports.filter(({ tools }) => tools !== null);
  const tools = listed.reduce((sum, report) => sum + (report.tools?.length ?? 0), 0);
  const bad = reports.length - listed.length;
  return `${listed.length} of ${reports.length} listed, ${tools} tools${bad === 0 ? '' : `, ${bad} failed`}.`;
}

/** A line on standard error that says what is going on; nothing where that is no terminal. */
export function progressLine(total: number): { onProgress: OnProgress; clear: () => void } {
  if (!process.stderr.isTTY) return { onProgress: () => {}, clear: () => {} };
  const running = new Map<string, string>();
  let done = 0;
  const clear = () => process.stderr.write('\r\u001b[K');
  return {
    clear,
    onProgress: (slug, step) => {
      if (step === 'done') {
        done++;
        running.delete(slug);
      } else running.set(slug, step);
      const now = [...running].map(([name, doing]) => `${name}: ${doing}`).join(' · ');
      clear();
      process.stderr.write(`${done}/${total} ${now}`.slice(0, (process.stderr.columns || 80) - 1));
    },
  };
}
