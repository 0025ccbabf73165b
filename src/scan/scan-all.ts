import { availableParallelism } from 'node:os';
import { type ScanOptions, type ScanOutcome, scanTarget } from './scan.ts';
import type { Target } from './target.ts';

/** A target with the slug that its record will have. */
export interface NamedTarget {
  readonly slug: string;
  readonly target: Target;
}

/** A target and what came of it. */
export interface Scanned extends NamedTarget {
  readonly outcome: ScanOutcome;
  /** Milliseconds, installing included. */
  readonly took: number;
}

/** Told when something begins or ends. */
export type OnProgress = (
  slug: string,
  step: 'waiting' | 'install' | 'start' | 'initialize' | 'tools/list' | 'done',
) => void;

/** Servers at once: starting is work for a processor, and more would only make each other late. */
const MOST_AT_ONCE = 4;

/**
 * Scans all targets, a few at once; what came of each, in the order given. One failure stops no other.
 * @throws {ChannelError} `aborted` when the signal says so, after everything that ran has been stopped
 */
export async function scanAll(
  targets: readonly NamedTarget[],
  options: Omit<ScanOptions, 'onProgress'>,
  onProgress: OnProgress,
): Promise<Scanned[]> {
  const results: Scanned[] = [];
  const queue = targets.entries();
  const work = async (): Promise<void> => {
    for (const [index, { slug, target }] of queue) {
      const start = performance.now();
      const outcome = await scanTarget(slug, target, { ...options, onProgress: (step) => onProgress(slug, step) });
      results[index] = { slug, target, outcome, took: Math.round(performance.now() - start) };
      onProgress(slug, 'done');
    }
  };
  const workers = Math.min(MOST_AT_ONCE, Math.max(2, availableParallelism()), Math.max(1, targets.length));
  const settled = await Promise.allSettled(Array.from({ length: workers }, work));
  const rejected = settled.find((each) => each.status === 'rejected');
  if (rejected !== undefined) throw rejected.reason;
  return results;
}
