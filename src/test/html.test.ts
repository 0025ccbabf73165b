import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { filesIn } from './built-site.ts';

const sites = inject('sites');

/** The standard's own rules and those for assistive technology; style is nobody's business in made HTML. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      // A scrollable <pre> needs a role and a name; docs/contracts.md#tool-page wants the policy in a <pre>.
      'prefer-native-element': ['error', { exclude: ['region'] }],
      // Shown as a grid, a table keeps what it means only through roles (docs/interface.md#look).
      'no-redundant-role': 'off',
      // Forms that filter as one types send nothing.
      'wcag/h32': 'off',
    },
  }),
);

/** Pages that are looked at besides one of each kind. */
const SAMPLE = 300;

/** A page's kind is its address without the parts that differ from page to page. */
function kindOf(file: string): string {
  const [first = '', ...rest] = file.split('/');
  return `${first}/${rest.length}`;
}

/** The same files each time: every n-th, from a start that is no multiple. */
function sample(files: readonly string[]): string[] {
  const step = Math.max(files.length / SAMPLE, 1);
  return Array.from(
    { length: Math.min(SAMPLE, files.length) },
    (_, index) => files[Math.floor(index * step)] as string,
  );
}

/** One of each kind, and the sample. */
async function chosen(out: string): Promise<string[]> {
  const files = (await filesIn(out)).filter((file) => file.endsWith('.html'));
  const kinds = [...Map.groupBy(files, kindOf).values()].map(([first]) => first as string);
  return [...new Set([...kinds, ...sample(files)])];
}

describe.each(['own', 'hostile', 'plain'] as const)('HTML of the site %s', (site) => {
  test('holds to the standard and to the rules for assistive technology', async () => {
    const { out } = sites[site];
    const files = await chosen(out);
    expect(files.length).toBeGreaterThan(10);
    const findings: string[] = [];
    for (const file of files) {
      const { results } = await validator.validateString(await readFile(path.join(out, file), 'utf8'), file);
      for (const { messages } of results) {
        for (const { ruleId, message, line, column } of messages) {
          findings.push(`${file}:${line}:${column} ${ruleId}: ${message}`);
        }
      }
    }
    expect(findings).toEqual([]);
  });
});
