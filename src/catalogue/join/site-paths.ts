import { ATTACK_CLASSES } from '../../domain/attacks/attack.ts';
import { CATEGORIES } from '../../domain/risk/category.ts';
import { RISK_LEVELS } from '../../domain/risk/risk-level.ts';
import { RISK_SIGNALS } from '../../domain/risk/signal.ts';
import { urls } from '../../domain/site/urls.ts';
import type { Catalogue } from './catalogue.ts';

/** Paths of all pages that are of use to somebody who comes from outside: all but search and the page for what is not there. */
export function sitePaths(catalogue: Catalogue): string[] {
  return [
    ...[urls.home, urls.servers, urls.names, urls.risks, urls.categories, urls.signals, urls.attacks, urls.guides],
    ...[urls.method, urls.check, urls.compare, urls.changes],
    urls.attackTimeline,
    ...Object.keys(ATTACK_CLASSES).map(urls.attackClass),
    ...[...RISK_LEVELS, null].map(urls.risk),
    ...[...CATEGORIES, null].map(urls.category),
    ...RISK_SIGNALS.map(urls.signal),
    ...[
      catalogue.guides,
      catalogue.attacks,
      catalogue.names,
      catalogue.servers,
      catalogue.brands,
      catalogue.tools,
    ].flatMap((pages) => pages.map((page) => page.url)),
  ];
}
