import { describe, expect, test } from 'vitest';
import { capabilitiesOf } from './capabilities.ts';
import type { RiskSignal } from './signal.ts';

const of = (...tools: RiskSignal[][]) => capabilitiesOf(tools, (signals) => signals);

describe('capabilitiesOf', () => {
  test('names the tools that bring each part', () => {
    const [mail, web, run] = [['private'], ['untrusted', 'url'], ['code']] as RiskSignal[][];
    expect(capabilitiesOf([mail, web, run], (signals) => signals ?? [])).toEqual({
      private: [mail],
      untrusted: [web],
      wayOut: [web, run],
      code: [run],
      exfiltration: true,
    });
  });

  test.each<[string, RiskSignal[][], boolean]>([
    ['no tools', [], false],
    ['one tool that has it all', [['private', 'untrusted', 'outbound']], true],
    ['three tools with a part each', [['private'], ['untrusted'], ['outbound']], true],
    ['a chosen address as the way out', [['private'], ['untrusted'], ['url']], true],
    ['code as the way out', [['private'], ['untrusted'], ['code']], true],
    ['no way out', [['private'], ['untrusted'], ['path', 'bulk']], false],
    ['nothing private', [['untrusted'], ['outbound']], false],
    ['nothing untrusted', [['private'], ['outbound']], false],
  ])('%s', (_, tools, exfiltration) => expect(of(...tools).exfiltration).toBe(exfiltration));
});
