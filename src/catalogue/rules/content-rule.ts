import type { Content } from '../read/content.ts';
import type { Problem } from '../read/problem.ts';

/** A rule as a value: what it is called, what it holds content to, and what it finds. */
export interface Rule {
  readonly name: string;
  readonly description: string;
  readonly check: (content: Content, context: RuleContext) => Problem[] | Promise<Problem[]>;
}

/** What a rule knows besides the content. */
export interface RuleContext {
  /** Day of the check, `YYYY-MM-DD`. */
  readonly today: string;
}
