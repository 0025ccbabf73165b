import type { Audit, AuditedTool } from '../../domain/audit/audit.ts';
import { named } from '../../domain/audit/audit-wording.ts';
import type { KnownCatalogue, KnownServer } from '../../domain/audit/known-catalogue.ts';
import type { ConfigurationDocument } from '../../domain/clients/read-document.ts';
import type { RuleLine } from '../../domain/clients/treatment.ts';
import { levelSegment, type RiskLevel } from '../../domain/risk/risk-level.ts';
import { levelWord } from '../../domain/risk/risk-wording.ts';
import { link } from '../controls.ts';
import { element } from '../element.ts';
import { levelChip } from '../level-chip.ts';
import { nameElement } from '../name-element.ts';

/** Everything that the results are made from. */
export interface Shown {
  readonly result: Audit;
  readonly catalogue: KnownCatalogue;
  readonly documents: readonly ConfigurationDocument[];
  readonly lists: readonly KnownServer[];
}

/** The line of a file that decides. */
export function where({ file, line }: RuleLine): HTMLElement {
  return element('span', 'quiet small', `${named(file)}, line ${line}`);
}

/** A tool, as a link to its page where it has one. */
export function toolName({ name, url }: AuditedTool): HTMLElement {
  return url === null ? nameElement('code', 'name', name) : link(url, nameElement('code', 'name', name));
}

/** The chip of a tool's level. */
export function riskChip(level: RiskLevel | null): HTMLElement {
  return levelChip(levelSegment(level), levelWord(level));
}

/** A heading that focus comes to. */
export function heading(id: string, words: string): HTMLElement {
  const made = element('h2', '', words);
  made.id = id;
  // Focus comes here when an answer is there, so that it is read next.
  made.tabIndex = -1;
  return made;
}
