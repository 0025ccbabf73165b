import { type Category, categoryRank } from '../risk/category.ts';
import { levelOf, levelOrder, type RiskLevel } from '../risk/risk-level.ts';
import { scoreOf } from '../risk/score.ts';
import { RISK_SIGNALS, type RiskSignal } from '../risk/signal.ts';
import type { Classification, SignalVerdict } from './classification.ts';
import { anchorOf, type Listed, type ToolRecord } from './record.ts';
import type { Review, ReviewLimit } from './review.ts';

/** What a page says of a tool: the classifier's verdict with a person's review laid over it. */
export interface Verdict {
  readonly category: Category | null;
  readonly level: RiskLevel | null;
  readonly score: number | null;
  /** The classifier's confidence; null where a review set the category. */
  readonly confidence: number | null;
  /** In the taxonomy's order. A signal that a review added has no evidence of the classifier's. */
  readonly signals: readonly SignalVerdict[];
  /** Whether it puts text of the caller's where others read it. */
  readonly shares: boolean;
  /** A reviewer's limit in place of the table's. */
  readonly limit: ReviewLimit | undefined;
  /** What the classifier said on its own. */
  readonly classification: Classification;
  readonly review: AppliedReview | null;
}

/** A review and what became of it. */
export interface AppliedReview {
  readonly review: Review;
  /** True when the definition has changed since: the page says "under review". */
  readonly lapsed: boolean;
  /** False when it lapsed and gives no stricter level than the classifier. */
  readonly counts: boolean;
}

/** The signals of a verdict by id. */
export function signalIds(verdict: Pick<Verdict, 'signals'>): RiskSignal[] {
  return verdict.signals.map((signal) => signal.id);
}

/** Lays a review over the classifier's verdict. Level and score are computed, never set; a lapsed review only raises. */
export function verdictOf(record: ToolRecord, listed: Listed, review: Review | undefined): Verdict {
  const { classification } = record;
  const plain: Verdict = {
    category: classification.category,
    level: classification.level,
    score: classification.score,
    confidence: classification.confidence,
    signals: classification.signals,
    shares: classification.sharedText !== undefined,
    limit: undefined,
    classification,
    review: null,
  };
  if (review === undefined) return plain;
  const reviewed = withReview(plain, review);
  const lapsed = review.for !== anchorOf(record, listed);
  const counts = !lapsed || isStricter(reviewed.level, plain.level);
  const applied = { review, lapsed, counts };
  // A limit that was set for another definition no longer loosens or tightens anything.
  return counts
    ? { ...reviewed, limit: lapsed ? undefined : reviewed.limit, review: applied }
    : { ...plain, review: applied };
}

function withReview(plain: Verdict, review: Review): Verdict {
  const category = review.category ?? plain.category;
  const added = review.signals?.add ?? [];
  const removed = new Set(review.signals?.remove ?? []);
  const signals = RISK_SIGNALS.flatMap((id): SignalVerdict[] => {
    if (removed.has(id)) return [];
    const found = plain.signals.find((signal) => signal.id === id);
    if (found) return [found];
    return added.includes(id) ? [{ id, evidence: [] }] : [];
  });
  const ids = signals.map((signal) => signal.id);
  return {
    ...plain,
    category,
    signals,
    level: category === null ? null : levelOf(category, ids),
    score: category === null ? null : scoreOf(category, ids),
    confidence: review.category === undefined ? plain.confidence : null,
    limit: review.limit,
  };
}

/** Not assessed stands between critical and high: it is denied, and what is critical is denied or hidden. */
function isStricter(level: RiskLevel | null, than: RiskLevel | null): boolean {
  return levelOrder(level) < levelOrder(than);
}

/** The stricter of two verdicts on tools with one name (docs/contracts.md#slugs-and-segments). */
export function stricterVerdict(a: Verdict, b: Verdict): Verdict {
  const byLevel = levelOrder(a.level) - levelOrder(b.level);
  const byCategory = rankOf(b.category) - rankOf(a.category);
  const byScore = (b.score ?? 0) - (a.score ?? 0);
  return (byLevel || byCategory || byScore) > 0 ? b : a;
}

function rankOf(category: Category | null): number {
  return category === null ? -1 : categoryRank(category);
}
