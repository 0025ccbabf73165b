import type { SignalVerdict } from '../../record/classification.ts';
import type { Category } from '../../risk/category.ts';
import { RISK_SIGNALS, type RiskSignal } from '../../risk/signal.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { access } from './access.ts';
import { bulk } from './bulk.ts';
import { code } from './code.ts';
import { credentials } from './credentials.ts';
import { outbound } from './outbound.ts';
import { path } from './path.ts';
import { persistent } from './persistent.ts';
import { privateData } from './private.ts';
import { secrets } from './secrets.ts';
import type { SignalRule } from './signal-rule.ts';
import { untrusted } from './untrusted.ts';
import { url } from './url.ts';

/** The rule that finds each signal: a signal without one does not compile. */
const SIGNAL_RULES: Readonly<Record<RiskSignal, SignalRule>> = {
  code,
  path,
  url,
  credentials,
  secrets,
  bulk,
  outbound,
  untrusted,
  private: privateData,
  access,
  persistent,
};

/** The signals that a definition shows, in the taxonomy's order, each with what shows it. */
export function signalsOf(facts: ToolFacts, category: Category): SignalVerdict[] {
  return RISK_SIGNALS.flatMap((id) => {
    const evidence = [...SIGNAL_RULES[id].find(facts, category)];
    return evidence.length === 0 ? [] : [{ id, evidence }];
  });
}
