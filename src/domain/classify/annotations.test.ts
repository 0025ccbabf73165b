import { expect, test } from 'vitest';
import { HINTS, type Hint } from '../record/tool.ts';
import { RISK_SIGNALS, type RiskSignal } from '../risk/signal.ts';
import { annotationStates } from './annotations.ts';

/** The mild claims about a read that a signal contradicts; every signal is answered for, so that a new one asks. */
const CONTRADICTED: Readonly<Record<RiskSignal, readonly Hint[]>> = {
  code: [],
  path: [],
  url: ['openWorldHint'],
  credentials: [],
  secrets: [],
  bulk: [],
  outbound: ['openWorldHint'],
  untrusted: [],
  private: [],
  access: [],
  persistent: [],
};

test.each(RISK_SIGNALS)('%s contradicts what it speaks against', (signal) => {
  const states = annotationStates({
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    source: 'listed',
    saysNothing: false,
    category: 'Read',
    signals: [signal],
  });
  expect(HINTS.filter((hint) => states[hint].state === 'contradicted')).toEqual(CONTRADICTED[signal]);
});
