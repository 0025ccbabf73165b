import { describe, expect, test } from 'vitest';
import { type Assessed, capabilitiesOf } from './capabilities.ts';
import { CATEGORIES, type Category } from './category.ts';
import { RISK_SIGNALS, type RiskSignal } from './signal.ts';

const tool = (category: Category | null, ...signals: RiskSignal[]): Assessed => ({ category, signals });
const of = (tools: readonly Assessed[]) => capabilitiesOf(tools, (each) => each);

const PART_NAMES = ['private', 'untrusted', 'wayOut', 'code'] as const;
type Part = (typeof PART_NAMES)[number];

describe('capabilitiesOf', () => {
  test('names the tools that bring each part', () => {
    const [mail, web, run] = [tool('Read', 'private'), tool('Read', 'untrusted', 'url'), tool('Execute', 'code')];
    expect(of([mail, web, run])).toEqual({
      private: [mail],
      untrusted: [web],
      wayOut: [web, run],
      code: [run],
      exfiltration: true,
    });
  });

  const read = (...signals: RiskSignal[]) => tool('Read', ...signals);
  test.each<[string, Assessed[], boolean]>([
    ['no tools', [], false],
    ['one tool that has it all', [tool('Write', 'private', 'untrusted', 'outbound')], true],
    ['three tools with a part each', [read('private'), read('untrusted'), tool('Write', 'outbound')], true],
    ['a chosen address as the way out', [read('private'), read('untrusted'), read('url')], true],
    ['code as the way out', [read('private'), read('untrusted'), tool('Execute', 'code')], true],
    ['code of a tool that nobody assessed', [read('private'), read('untrusted'), tool(null, 'code')], true],
    ['a search language', [read('private'), read('untrusted'), read('code')], false],
    ['no way out', [read('private'), read('untrusted'), tool('Write', 'path', 'bulk')], false],
    ['nothing private', [read('untrusted'), tool('Write', 'outbound')], false],
    ['nothing untrusted', [read('private'), tool('Write', 'outbound')], false],
  ])('%s', (_, tools, exfiltration) => expect(of(tools).exfiltration).toBe(exfiltration));

  test('a search language runs no code and gives no way out; with a chosen address it is one', () => {
    const [search, fetch] = [read('code'), read('code', 'url')];
    expect(of([search, fetch])).toMatchObject({ wayOut: [fetch], code: [] });
  });

  // Every signal is answered for here: a new one does not compile until somebody has thought whether it is a link of the chain.
  const PARTS: Readonly<Record<RiskSignal, { always?: Part; unlessRead?: readonly Part[] }>> = {
    code: { unlessRead: ['wayOut', 'code'] },
    path: {},
    url: { always: 'wayOut' },
    credentials: {},
    secrets: {},
    bulk: {},
    outbound: { always: 'wayOut' },
    untrusted: { always: 'untrusted' },
    private: { always: 'private' },
    access: {},
    persistent: {},
  };
  test.each(RISK_SIGNALS)('%s alone brings its parts, in each category', (signal) => {
    const { always, unlessRead = [] } = PARTS[signal];
    for (const category of [...CATEGORIES, null]) {
      const found = of([tool(category, signal)]);
      const expected = [...(always === undefined ? [] : [always]), ...(category === 'Read' ? [] : unlessRead)];
      expect(
        PART_NAMES.filter((part) => found[part].length > 0),
        `${category}`,
      ).toEqual(PART_NAMES.filter((part) => expected.includes(part)));
    }
  });
});
