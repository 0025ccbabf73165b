import { expect, test } from 'vitest';
import { classifyTool, type Verdict } from './classify.ts';
import { type ExpectedVerdict, unmet } from './expected-verdict.ts';

const verdict = (name: string, description: string): Verdict =>
  classifyTool({
    server: 'acme',
    tool: { name, description, inputSchema: { properties: { sql: { type: 'string' } } } },
  });
const RUN = verdict('run_sql', 'Run any SQL statement');
const UNKNOWN: Verdict = { category: null, level: null, signals: [], evidence: [] };

test.each<[string, Verdict, ExpectedVerdict, string[]]>([
  ['all met', RUN, { oneOf: ['Destructive', 'Execute'], shows: ['code'], lacks: ['path'] }, []],
  ['another category', RUN, { oneOf: ['Read', null] }, ['is Execute']],
  ['no category', UNKNOWN, { oneOf: ['Read'] }, ['is not assessed']],
  ['a signal too few', RUN, { oneOf: ['Execute'], shows: ['path', 'code'] }, ['lacks path']],
  ['a signal too many', RUN, { oneOf: ['Execute'], lacks: ['path', 'code'] }, ['shows code']],
  ['signals of what is not assessed', UNKNOWN, { oneOf: [null], shows: ['code'], lacks: ['code'] }, []],
])('%s', (_, given, expected, problems) => expect(unmet(given, expected)).toEqual(problems));
