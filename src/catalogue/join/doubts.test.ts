import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { classifyTools } from '../../domain/classify/classify.ts';
import type { PolicyRequest } from '../../domain/enforcement/request.ts';
import { POLICY_VARIANTS } from '../../domain/policy/decide.ts';
import { doubtsOf } from '../../domain/policy/doubt.ts';
import type { PolicyTool } from '../../domain/policy/recommend.ts';
import { FORMATS } from '../../domain/snippet/formats.ts';
import { treated } from '../../domain/snippet/strictness.fixture.ts';
import { importJsonl } from '../import/jsonl.ts';

const CORPUS = join(process.env.PLACARD_SHARED ?? '../shared', 'corpus/tools-list.jsonl.gz');
const isThere = existsSync(CORPUS);
if (!isThere) console.log(`skipped: ${CORPUS} is not there`);

/** Whether a tool may be let through unasked at most where nobody doubts its verdict. */
const isDoubted = ({ category, doubts }: PolicyTool) => category === null || doubts.length > 0;

/** The tools of each server of the corpus that has one with a finding, an unsure verdict or none. */
function doubtfulServers(): PolicyTool[][] {
  const servers = importJsonl(gunzipSync(readFileSync(CORPUS)).toString('utf8'), '2026-11-20');
  return servers
    .map(({ id, tools }) => {
      const verdicts = classifyTools(tools.map(({ definition }) => ({ server: id, tool: definition })));
      const byName = new Map<string, PolicyTool>();
      for (const [index, { definition }] of tools.entries()) {
        const classification = verdicts[index];
        if (classification === undefined) continue;
        byName.set(definition.name, {
          name: definition.name,
          category: classification.category,
          signals: classification.signals.map(({ id: signal }) => signal),
          doubts: doubtsOf({ classification, review: null }),
          inputSchema: definition.inputSchema,
          claimsReadOnly: definition.annotations?.readOnlyHint === true,
        });
      }
      return [...byName.values()];
    })
    .filter((tools) => tools.some(isDoubted));
}

describe.skipIf(!isThere)('tools of the corpus with a finding, an unsure verdict or none', () => {
  const servers = isThere ? doubtfulServers() : [];

  test.each(FORMATS.filter(({ cannot }) => !cannot.includes('decide-tools')))(
    '$id: none is let through unasked, in any variant',
    (format) => {
      let tried = 0;
      const open: string[] = [];
      const look = (request: PolicyRequest, names: readonly string[]) => {
        const rendered = format.render(request);
        if ('refused' in rendered) return;
        for (const name of names) {
          tried += 1;
          const seen = treated(format, rendered.text, request, { tool: name });
          if (seen !== 'ask' && seen !== 'deny') open.push(`${request.variant}: ${name} is treated ${seen}`);
        }
      };
      for (const tools of servers) {
        const names = tools.filter(isDoubted).map(({ name }) => name);
        for (const variant of POLICY_VARIANTS) {
          const request = { key: 'fx', tools, variant, unrecorded: 0 } as const;
          look(request, names);
          // The policy of a tool's own page.
          for (const tool of names) look({ ...request, tool }, [tool]);
        }
      }
      expect(open).toEqual([]);
      expect(tried).toBeGreaterThan(1000);
    },
  );
});
