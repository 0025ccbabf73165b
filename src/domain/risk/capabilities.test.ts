import { describe, expect, test } from 'vitest';
import {
  type Assessed,
  CAPABILITIES,
  type Capability,
  capabilitiesOf,
  completesChain,
  together,
} from './capabilities.ts';
import { CATEGORIES, type Category } from './category.ts';
import { RISK_SIGNALS, type RiskSignal } from './signal.ts';

const tool = (category: Category | null, ...signals: RiskSignal[]): Assessed => ({ category, signals, shares: false });
const of = (tools: readonly Assessed[]) => together(tools, (each) => each);

describe('together', () => {
  test('names the tools that bring each part', () => {
    const [mail, web, run] = [tool('Read', 'private'), tool('Read', 'untrusted', 'url'), tool('Execute', 'code')];
    const parts = of([mail, web, run]);
    expect(parts).toEqual({ private: [mail], untrusted: [web], 'way-out': [web, run], code: [run] });
    expect(completesChain(parts)).toBe(true);
  });

  const read = (...signals: RiskSignal[]) => tool('Read', ...signals);
  const comment: Assessed = { category: 'Write', signals: [], shares: true };
  test.each<[string, Assessed[], boolean]>([
    ['no tools', [], false],
    ['one tool that has it all', [tool('Write', 'private', 'untrusted', 'outbound')], true],
    ['three tools with a part each', [read('private'), read('untrusted'), tool('Write', 'outbound')], true],
    ['a chosen address as the way out', [read('private'), read('untrusted'), read('url')], true],
    ['code as the way out', [read('private'), read('untrusted'), tool('Execute', 'code')], true],
    ['code of a tool that nobody assessed', [read('private'), read('untrusted'), tool(null, 'code')], true],
    ['a comment that others read as the way out', [read('private'), read('untrusted'), comment], true],
    ['a search language', [read('private'), read('untrusted'), read('code')], false],
    ['no way out', [read('private'), read('untrusted'), tool('Write', 'path', 'bulk')], false],
    ['nothing private', [read('untrusted'), tool('Write', 'outbound')], false],
    ['nothing untrusted', [read('private'), tool('Write', 'outbound')], false],
  ])('%s', (_, tools, complete) => expect(completesChain(of(tools))).toBe(complete));

  test('a search language runs no code and gives no way out; with a chosen address it is one', () => {
    const [search, fetch] = [read('code'), read('code', 'url')];
    expect(of([search, fetch])).toMatchObject({ 'way-out': [fetch], code: [] });
  });
});

describe('what one tool brings', () => {
  // Every signal is answered for here: a new one does not compile until somebody has thought whether it is a link of the chain.
  const PARTS: Readonly<Record<RiskSignal, { always?: Capability; unlessRead?: readonly Capability[] }>> = {
    code: { unlessRead: ['way-out', 'code'] },
    path: {},
    url: { always: 'way-out' },
    credentials: {},
    secrets: {},
    bulk: {},
    outbound: { always: 'way-out' },
    untrusted: { always: 'untrusted' },
    private: { always: 'private' },
    access: {},
    persistent: {},
  };
  test.each(RISK_SIGNALS)('%s alone brings its parts, in each category', (signal) => {
    const { always, unlessRead = [] } = PARTS[signal];
    for (const category of [...CATEGORIES, null]) {
      const expected = [...(always === undefined ? [] : [always]), ...(category === 'Read' ? [] : unlessRead)];
      expect(capabilitiesOf(tool(category, signal)), `${category}`).toEqual(
        CAPABILITIES.filter((part) => expected.includes(part)),
      );
    }
  });

  test.each([...CATEGORIES, null])('text that others read is a way out, unless a %s tool only reads', (category) =>
    expect(capabilitiesOf({ category, signals: [], shares: true })).toEqual(category === 'Read' ? [] : ['way-out']),
  );
});
