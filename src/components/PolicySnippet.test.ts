import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyText } from '../domain/policy/policy-text.ts';
import { serverPolicy, toolPolicy } from '../domain/policy/recommend.ts';
import { CATEGORIES } from '../domain/risk/category.ts';
import { RISK_SIGNALS } from '../domain/risk/signal.ts';
import { FORMATS } from '../domain/snippet/formats.ts';
import { requestFrom } from '../domain/snippet/policy-file.ts';
import { type Snippet, snippetOf } from '../domain/snippet/snippet.ts';
import { NOTHING_VERIFIED } from '../domain/snippet/verified.ts';
import { attribute, byId, type Element, find, textOf, withClass } from '../test/built-site.ts';
import { HOSTILE_NAMES, PAYLOADS } from '../test/hostile-content.ts';
import { render } from '../test/render.ts';
import PolicySnippet from './PolicySnippet.astro';

const NAMES = [...PAYLOADS, ...HOSTILE_NAMES];

const SNIPPET: Snippet = {
  id: 'policy-json',
  file: 'policy.json',
  isOwnFile: true,
  text: '{}',
  refused: null,
  meaning: null,
  caption: 'This tool is <allowed>.',
  flows: [],
  caveats: ['Add to `permissions` & <b>look</b>.'],
  command: null,
  steps: ['One.', 'Two.', 'Three.'],
  verified: 'Checked.',
};

async function shownText(policy: ReturnType<typeof toolPolicy>): Promise<string> {
  const page = await render(PolicySnippet, { snippet: { ...SNIPPET, text: policyText(policy) }, policy });
  return textOf(find(page, 'pre', 'data-policy', 'policy-json')[0] as Element);
}

describe('PolicySnippet', () => {
  test.each(CATEGORIES)('its text is the policy, whatever a %s tool is called', async (category) => {
    for (const name of NAMES) {
      const policy = toolPolicy({ name, category, signals: [], doubts: [] });
      expect(await shownText(policy)).toBe(policyText(policy));
    }
  });

  test('the same for a server with all these names at once', async () => {
    const tools = NAMES.map((name, index) => ({
      name,
      category: CATEGORIES[index % CATEGORIES.length] ?? null,
      signals: RISK_SIGNALS.filter((_, position) => (index + position) % 4 === 0),
      doubts: [],
    }));
    const policy = serverPolicy(tools);
    expect(await shownText(policy)).toBe(policyText(policy));
  });

  test('the same for any text that has a form in UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom(...CATEGORIES), async (name, category) => {
        const policy = toolPolicy({ name, category, signals: [], doubts: [] });
        // A browser drops NUL from markup; JSON writes it as an escape, so that it never gets there.
        expect(await shownText(policy)).toBe(policyText(policy));
      }),
      { numRuns: 200 },
    );
  });

  test.each(FORMATS)('the same in $id, or the note in its place', async (format) => {
    for (const name of NAMES) {
      const request = requestFrom({
        schemaVersion: 1,
        server: 'fx',
        unrecorded: 0,
        verified: NOTHING_VERIFIED,
        tools: [{ name, segment: 'x', category: 'Write', signals: [], doubts: [] }],
      });
      const snippet = snippetOf(format, request, NOTHING_VERIFIED);
      const page = await render(PolicySnippet, { snippet });
      const [block] = find(page, 'pre', 'data-policy', format.id);
      if (snippet.text === null) {
        expect(block).toBeUndefined();
        expect(withClass(page, 'policy-caption').map(textOf)).toEqual([
          `No snippet: ${snippet.refused}`.toWellFormed(),
        ]);
        expect(find(page, 'button')).toEqual([]);
      } else expect(textOf(block as Element)).toBe(snippet.text);
    }
  });

  test('a keyboard can reach and scroll it, and its buttons name it', async () => {
    const page = await render(PolicySnippet, { snippet: SNIPPET });
    const block = byId(page, 'snippet-policy-json') as Element;
    expect([attribute(block, 'tabindex'), attribute(block, 'role'), attribute(block, 'aria-label')]).toEqual([
      '0',
      'region',
      'policy.json',
    ]);
    const buttons = ['data-copy', 'data-download'].map((name) => find(page, 'button', name, 'snippet-policy-json'));
    expect(buttons.map(([button]) => button && attribute(button, 'type'))).toEqual(['button', 'button']);
    expect(withClass(page, 'policy-caption').map(textOf)).toEqual(['This tool is <allowed>.']);
    expect(find(page, 'li').map(textOf)).toEqual(['One.', 'Two.', 'Three.', 'Add to permissions & <b>look</b>.']);
  });

  test('steps and caveats may be left to the browser', async () => {
    const page = await render(PolicySnippet, { snippet: SNIPPET, lean: true });
    expect(find(page, 'li')).toEqual([]);
    expect(find(page, 'pre')).toHaveLength(1);
  });

  test('a file that holds the same policy is linked where there is one', async () => {
    const page = await render(PolicySnippet, { snippet: SNIPPET, download: '/tools/a/policy.json' });
    const [link] = find(page, 'a', 'href', '/tools/a/policy.json');
    expect(link && attribute(link, 'download')).toBe('policy.json');
  });
});
