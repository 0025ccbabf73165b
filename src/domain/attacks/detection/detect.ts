import type { Detection } from '../attack.ts';
import type { LogLine } from '../log-line.ts';
import { conditionHolds, parseCondition } from './condition.ts';
import { compileSelection, type LineTest, type SelectionError } from './selection.ts';

/** What of a detection is run. */
export type DetectionRule = Pick<Detection, 'detection' | 'correlation'>;

/** A rule that can be run. */
export interface CompiledDetection {
  /** Whether one line fits. */
  readonly fits: LineTest;
  /** The lines that set it off, each alarm by itself; they are taken in the order of their time. */
  run(lines: readonly LogLine[]): readonly (readonly LogLine[])[];
}

/** Something that keeps a rule from being run. */
export interface DetectionError extends SelectionError {
  /** Id of the attack whose rule it is. */
  readonly rule: string;
}

/** Fields that lines may be grouped by; deeper ones stand below `arguments`. */
const GROUPS: ReadonlySet<string> = new Set(['grant', 'server', 'tool', 'decision']);

/**
 * Reads a rule in the documented subset of Sigma.
 * @param rule id of the attack, for what is wrong
 */
export function compileDetection(
  { detection, correlation }: DetectionRule,
  rule: string,
): { readonly compiled: CompiledDetection } | { readonly errors: readonly DetectionError[] } {
  const { condition: text, ...selections } = detection;
  const names = Object.keys(selections);
  const errors: SelectionError[] = [];
  const tests = new Map<string, LineTest>();
  for (const name of names) {
    const test = compileSelection(name, selections[name]);
    if (typeof test === 'function') tests.set(name, test);
    else errors.push(...test);
  }
  if (names.length === 0) errors.push({ field: 'detection', message: 'has no selection' });
  const parsed = typeof text === 'string' ? parseCondition(text, names) : { error: 'is missing, or is no text' };
  if ('error' in parsed) errors.push({ field: 'condition', message: parsed.error });
  for (const group of correlation?.groupBy ?? []) {
    if (!GROUPS.has(group) && !group.startsWith('arguments.')) {
      errors.push({ field: 'correlation.groupBy', message: `names no field of the log: "${group}"` });
    }
  }
  if (errors.length > 0 || 'error' in parsed) return { errors: errors.map((error) => ({ rule, ...error })) };
  const fits: LineTest = (line) => conditionHolds(parsed.condition, (name) => (tests.get(name) as LineTest)(line));
  return {
    compiled: {
      fits,
      run: (lines) => {
        const found = lines.filter(fits).toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
        return correlation === undefined ? found.map((line) => [line]) : counted(found, correlation);
      },
    },
  };
}

/** Seconds of a time span in Sigma's form. */
export function spanSeconds(span: string): number {
  const unit = { s: 1, m: 60, h: 3600, d: 86_400 }[span.slice(-1) as 's' | 'm' | 'h' | 'd'];
  return Number(span.slice(0, -1)) * unit;
}

/** An alarm each time that a group has enough lines within the span; the count starts anew after it. */
function counted(
  lines: readonly LogLine[],
  { groupBy, timespan, gte }: NonNullable<Detection['correlation']>,
): LogLine[][] {
  const span = spanSeconds(timespan) * 1000;
  const waiting = new Map<string, LogLine[]>();
  const alarms: LogLine[][] = [];
  for (const line of lines) {
    const key = JSON.stringify(groupBy.map((field) => groupValue(line, field)));
    const now = Date.parse(line.time);
    const recent = [...(waiting.get(key) ?? []).filter((other) => now - Date.parse(other.time) < span), line];
    if (recent.length >= gte) alarms.push(recent);
    waiting.set(key, recent.length >= gte ? [] : recent);
  }
  return alarms;
}

function groupValue(line: LogLine, field: string): unknown {
  const [first, ...rest] = field.split('.');
  const value = line[first as keyof LogLine];
  return rest.length === 0 ? value : ((value as Record<string, unknown>)[rest.join('.')] ?? null);
}
