import { expect, test } from 'vitest';
import { problemsOf } from '../../test/content-root.ts';

const A_CASE = { kind: 'case', join: undefined, rule: undefined };
const SCORE = {
  cve: 'CVE-2025-6514',
  version: '3.1',
  score: 9.6,
  severity: 'CRITICAL',
  vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H',
};
const scored = (given: object, more: object = {}) => ({
  p: { cve: ['CVE-2025-6514'], cvss: [{ ...SCORE, ...given }], ...more },
});
const mapped = (list: string, id: string, title = 'A title') => ({ list, id, title, own: true });
const RULE = {
  control: 'hide',
  server: 'test',
  tool: 'get_item',
  says: 'Without the tool there is nothing to call.',
  blocks: { tool: 'get_item', says: 'gets an item' },
  passes: { tool: 'list_items', says: 'lists the items' },
};
const LINE = { time: '2026-11-20T10:00:00Z', server: 's', tool: 'read_file' };
const DETECTION = {
  title: 'A read',
  level: 'low',
  detection: { read: { tool: 'read_file' }, condition: 'read' },
  falsePositives: ['Any read'],
  matches: [LINE],
  passes: [{ ...LINE, tool: 'other' }],
};

test.each<[string, Readonly<Record<string, object>>, string[]]>([
  ['a pattern and its case', { p: { related: ['c'] }, c: { ...A_CASE, related: ['p'] } }, []],
  ['a pattern alone', { p: {} }, []],
  ['an attack that is not there', { p: { related: ['x'] } }, ['error p.mdx related[0]']],
  ['an attack that does not know of it', { p: { related: ['c'] }, c: A_CASE }, ['error p.mdx related[0]']],
  ['itself', { p: { related: ['p'] } }, []],
  ['a pattern without a join', { p: { join: undefined } }, ['error p.mdx join']],
  ['a case with a join and a rule', { c: { kind: 'case' } }, ['error c.mdx join', 'error c.mdx rule']],
  ['a pattern without a rule', { p: { rule: undefined } }, ['error p.mdx rule']],
  ['a score that its vector gives', scored({}), []],
  ['a score that its vector does not give', scored({ score: 9.5 }), ['error p.mdx cvss[0].score']],
  [
    'a score of the environmental equations',
    scored({ score: 8.6, severity: 'HIGH', vector: 'CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:C/C:H/I:H/A:H' }),
    [],
  ],
  [
    'a score of version 4',
    scored({
      version: '4.0',
      score: 8.2,
      severity: 'HIGH',
      vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:H/VI:N/VA:N/SC:H/SI:N/SA:N/E:P',
    }),
    [],
  ],
  ['a vector of another version', scored({ version: '4.0' }), ['error p.mdx cvss[0].vector']],
  ['a vector that is none', scored({ vector: 'CVSS:3.1/AV:Q' }), ['error p.mdx cvss[0].vector']],
  ['a severity of another band', scored({ severity: 'HIGH' }), ['error p.mdx cvss[0].severity']],
  ['a score of a CVE that the entry lacks', scored({}, { cve: [] }), ['error p.mdx cvss[0].cve']],
  [
    'ids of public lists',
    {
      p: {
        mappings: [
          mapped('MITRE ATLAS', 'AML.T0051.001'),
          mapped('MITRE ATLAS', 'AML.CS0054'),
          mapped('OWASP LLM 2025', 'LLM10:2025'),
          mapped('OWASP Agentic 2026', 'ASI10'),
          mapped('OWASP MCP 2025', 'MCP01:2025'),
          mapped('SAF-MCP', 'SAF-T1001'),
        ],
      },
    },
    [],
  ],
  ['an id of no list', { p: { mappings: [mapped('OWASP LLM 2025', 'LLM11:2025')] } }, ['error p.mdx mappings[0].id']],
  ['an id of another list', { p: { mappings: [mapped('SAF-MCP', 'AML.T0051')] } }, ['error p.mdx mappings[0].id']],
  [
    'an id twice',
    { p: { mappings: [mapped('SAF-MCP', 'SAF-T1001'), mapped('SAF-MCP', 'SAF-T1001')] } },
    ['error p.mdx mappings[1]'],
  ],
  [
    'an id with two titles',
    { p: { mappings: [mapped('SAF-MCP', 'SAF-T1001')] }, q: { mappings: [mapped('SAF-MCP', 'SAF-T1001', 'Another')] } },
    ['error q.mdx mappings[0].title'],
  ],
  ['a day that the calendar lacks', { p: { date: '2025-02-30' } }, ['error p.mdx date']],
  ['a day to come', { p: { date: '2026-11-22' } }, ['error p.mdx date']],
  ['a month that has begun', { p: { date: '2026-11' } }, []],
  [
    'a source twice',
    {
      p: {
        sources: [
          { url: 'https://example.com/', title: 'x', seen: 'read' },
          { url: 'https://example.com/', title: 'y', seen: 'linked' },
        ],
      },
    },
    ['error p.mdx sources[1]'],
  ],
  ['low confidence without what is not certain', { p: { confidence: 'low' } }, ['error p.mdx uncertain']],
  ['low confidence with it', { p: { confidence: 'low', uncertain: ['The date.'] } }, []],
  [
    'a fix that the text begins with',
    { c: { ...A_CASE, affected: [{ package: 'x', fixed: '1.2.0' }], body: 'Fixed in x 1.2.0: is yours older?' } },
    [],
  ],
  [
    'a fix that the text does not begin with',
    { c: { ...A_CASE, affected: [{ package: 'x', fixed: '1.2.0' }] } },
    ['error c.mdx '],
  ],
  ['a package that was removed', { c: { ...A_CASE, affected: [{ package: 'x', fixed: 'removed' }] } }, []],
  ['a rule that does what it says', { p: { rule: RULE } }, []],
  ['a rule on a server that is not there', { p: { rule: { ...RULE, server: 'gone' } } }, ['error p.mdx rule.server']],
  ['a rule on a tool that is not there', { p: { rule: { ...RULE, tool: 'gone' } } }, ['error p.mdx rule.tool']],
  [
    'an example with an argument that is not there',
    { p: { rule: { ...RULE, blocks: { ...RULE.blocks, arguments: { nothing: 1 } } } } },
    ['error p.mdx rule.blocks.arguments.nothing'],
  ],
  ['a bad call that goes through', { p: { rule: { ...RULE, blocks: RULE.passes } } }, ['error p.mdx rule.blocks']],
  ['a good call that is refused', { p: { rule: { ...RULE, passes: RULE.blocks } } }, ['error p.mdx rule.passes']],
  [
    'a rule on an argument that is not there',
    { p: { rule: { ...RULE, control: 'require', require: [{ parameter: 'x', kind: 'path', allowed: ['/srv'] }] } } },
    ['error p.mdx rule.require[0].parameter'],
  ],
  ['a detection that works', { p: { detection: DETECTION } }, []],
  [
    'a detection that cannot be read',
    { p: { detection: { ...DETECTION, detection: { read: { tool: 'x' }, condition: 'write' } } } },
    ['error p.mdx detection.detection.condition'],
  ],
  [
    'a line that is missed',
    { p: { detection: { ...DETECTION, matches: [LINE, { ...LINE, tool: 'x' }] } } },
    ['error p.mdx detection.matches[1]'],
  ],
  [
    'a line that should be left alone',
    { p: { detection: { ...DETECTION, passes: [LINE] } } },
    ['error p.mdx detection.passes[0]'],
  ],
  ['a server that is not there', { c: { ...A_CASE, servers: ['test', 'gone'] } }, ['error c.mdx servers[1]']],
  ['an address that another entry has', { p: { moved: ['q'] }, q: {} }, ['error p.mdx moved[0]']],
  ['an address that two entries had', { p: { moved: ['old'] }, q: { moved: ['old'] } }, ['error q.mdx moved[0]']],
  [
    'an address of the site',
    { timeline: {}, p: { moved: ['class'] } },
    ['error p.mdx moved[0]', 'error timeline.mdx '],
  ],
  ['a join that joins nothing', { p: { join: { kind: 'tool', any: [] } } }, ['error p.mdx join.any']],
  [
    'a match without categories or signals',
    { p: { join: { kind: 'tool', any: [{ because: 'because it does' }] } } },
    ['error p.mdx join.any[0]'],
  ],
  [
    'a combination of one',
    { p: { join: { kind: 'combination', all: [{ signals: ['url'], because: 'because it does' }] } } },
    ['error p.mdx join.all'],
  ],
  [
    'a signal that is none',
    { p: { join: { kind: 'tool', any: [{ signals: ['evil'], because: 'because it does' }] } } },
    ['error p.mdx join.any[0].signals[0]'],
  ],
  ['no source', { p: { sources: [] } }, ['error p.mdx sources']],
  [
    'a source that runs',
    { p: { sources: [{ url: 'javascript:alert(1)', title: 'x', seen: 'read' }] } },
    ['error p.mdx sources[0].url'],
  ],
  ['a day that is none', { p: { date: '2025-13' } }, ['error p.mdx date']],
  ['an id that is none', { p: { cve: ['CVE-25-1'] } }, ['error p.mdx cve[0]']],
])('%s', async (_, attacks, expected) => {
  const tools = ['get_item', 'list_items'].map((name) => ({ name, description: 'Gets items.' }));
  const problems = await problemsOf({ attacks, servers: { test: { tools } } });
  const shown = problems.map(
    ({ severity, file, field }) => `${severity} ${file.replace('content/attacks/', '')} ${field}`,
  );
  expect(new Set(shown)).toEqual(new Set(expected));
});

test('examples of Placard’s own attacks do not bind a catalogue that has other servers', async () => {
  const problems = await problemsOf({ site: { without: undefined }, servers: { mine: {} }, attacks: {} });
  expect(problems).toEqual([]);
});

test('an attack of one’s own may name one of Placard’s, which need not name it', async () => {
  const attacks = { 'our-case': { kind: 'case', join: undefined, rule: undefined, related: ['tool-poisoning'] } };
  expect(await problemsOf({ site: { without: undefined }, attacks })).toEqual([]);
  expect(await problemsOf({ attacks })).toMatchObject([
    { field: 'related[0]', message: expect.stringMatching(/does not exist/) },
  ]);
});
