import { beforeAll, describe, expect, test } from 'vitest';
import { compileDetection } from '../../domain/attacks/detection/detect.ts';
import { loadCatalogue } from '../load.ts';
import { attackEntries, attackReach, listedAttacks } from './attack-entries.ts';
import { attackSigma, compiledRule, fixedLine, neighboursInClass } from './attack-page.ts';
import type { Catalogue } from './catalogue.ts';
import { concernedServers, concernedTools } from './relations.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue('content');
});
const patterns = () => catalogue.attacks.filter(({ data }) => data.kind === 'pattern');

describe('this project’s patterns', () => {
  test('each has a rule that blocks its bad call and passes its good one, or says why none can', () => {
    for (const attack of patterns()) {
      const compiled = compiledRule(catalogue, attack);
      if (compiled === null) expect([attack.id, attack.data.rule?.control]).toEqual([attack.id, 'none']);
      else {
        const { blocks, passes } = compiled.trial;
        expect([attack.id, blocks.decision, passes.decision]).toEqual([attack.id, 'deny', 'allow']);
        expect(compiled.formats.map(({ id }) => id)).toEqual(['claude-code', 'codex', 'gemini-cli']);
      }
    }
  });

  test('each detection finds its lines and leaves the others alone, and is written in Sigma', async () => {
    const detected = patterns().filter(({ data }) => data.detection !== undefined);
    expect(detected.length).toBeGreaterThanOrEqual(10);
    for (const attack of detected) {
      const { detection } = attack.data;
      if (detection === undefined) continue;
      const made = compileDetection(detection, attack.id);
      const alarms = 'compiled' in made ? made.compiled.run(detection.matches).length : 0;
      expect([attack.id, alarms > 0, 'compiled' in made && made.compiled.run(detection.passes)]).toEqual([
        attack.id,
        true,
        [],
      ]);
      expect(await attackSigma(catalogue, attack)).toContain('product: mcp');
    }
  });

  test('each that is about tools has some, and each that is not says what it concerns', () => {
    for (const attack of patterns()) {
      const { join } = attack.data;
      const tools = concernedTools(catalogue, attack).length;
      const servers = concernedServers(catalogue, attack).length;
      if (join?.kind === 'tool') expect([attack.id, tools > 0]).toEqual([attack.id, true]);
      if (join?.kind === 'combination' || join?.kind === 'server')
        expect([attack.id, servers > 0]).toEqual([attack.id, true]);
      if (join?.kind === 'none') expect([attack.id, tools, servers]).toEqual([attack.id, 0, 0]);
    }
  });
});

test('previous and next lead through a class once, from its first entry to its last', () => {
  for (const name of new Set(catalogue.attacks.map(({ data }) => data.class))) {
    const group = listedAttacks(catalogue).filter(({ data }) => data.class === name);
    const walked: string[] = [];
    for (let at = group[0]; at !== undefined; at = neighboursInClass(catalogue, at).next) walked.push(at.id);
    expect(walked).toEqual(group.map(({ id }) => id));
    for (const attack of group) {
      const { next } = neighboursInClass(catalogue, attack);
      if (next) expect(neighboursInClass(catalogue, next).previous).toBe(attack);
    }
  }
});

test('a case reaches what its patterns reach, and the filter knows it', () => {
  const entries = new Map(attackEntries(catalogue).map((entry) => [entry.id, entry]));
  for (const attack of catalogue.attacks) {
    const signals = new Set(attackReach(catalogue, attack).flatMap((reach) => reach.signals));
    expect(new Set(entries.get(attack.id)?.facets.signal)).toEqual(signals);
  }
});

test.each([
  ['Fixed in x 1.0: is yours older?\n\n## What happened', 'Fixed in x 1.0: is yours older?'],
  ['## What happened\n\nFixed in x 1.0: is yours older?', null],
  ['', null],
])('the first line of %j', (body, line) => expect(fixedLine({ body })).toBe(line));
