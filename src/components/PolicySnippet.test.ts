import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '../domain/category.ts';
import { policyText } from '../domain/policy/policy-text.ts';
import { serverPolicy, toolPolicy } from '../domain/policy/recommend.ts';
import { RISK_SIGNALS } from '../domain/signal.ts';
import { attribute, byId, type Element, find, textOf, withClass } from '../test/built-site.ts';
import { HOSTILE_NAMES, PAYLOADS } from '../test/hostile-content.ts';
import { render } from '../test/render.ts';
import Policy from './Policy.astro';

const NAMES = [...PAYLOADS, ...HOSTILE_NAMES];

async function shownText(policy: ReturnType<typeof toolPolicy>): Promise<string> {
  const page = await render(Policy, { policy, caption: 'Does something.', id: 'policy-json' });
  return textOf(find(page, 'pre', 'data-policy', 'policy-json')[0] as Element);
}

describe('Policy', () => {
  test.each(CATEGORIES)('its text is the policy, whatever a %s tool is called', async (category) => {
    for (const name of NAMES) {
      const policy = toolPolicy({ name, category, signals: [] });
      expect(await shownText(policy)).toBe(policyText(policy));
    }
  });

  test('the same for a server with all these names at once', async () => {
    const tools = NAMES.map((name, index) => ({
      name,
      category: CATEGORIES[index % CATEGORIES.length] ?? null,
      signals: RISK_SIGNALS.filter((_, position) => (index + position) % 4 === 0),
    }));
    const policy = serverPolicy(tools);
    expect(await shownText(policy)).toBe(policyText(policy));
  });

  test('the same for any text that has a form in UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom(...CATEGORIES), async (name, category) => {
        const policy = toolPolicy({ name, category, signals: [] });
        // A browser drops NUL from markup; JSON writes it as an escape, so that it never gets there.
        expect(await shownText(policy)).toBe(policyText(policy));
      }),
      { numRuns: 200 },
    );
  });

  test('a keyboard can reach and scroll it, and its buttons name it', async () => {
    const policy = toolPolicy({ name: 'get_item', category: 'Read', signals: [] });
    const page = await render(Policy, {
      policy,
      caption: 'This tool is <allowed>.',
      id: 'policy-json-x',
      label: 'policy.json',
    });
    const block = byId(page, 'policy-json-x') as Element;
    expect([attribute(block, 'tabindex'), attribute(block, 'role'), attribute(block, 'aria-label')]).toEqual([
      '0',
      'region',
      'policy.json',
    ]);
    expect(find(page, 'button', 'data-copy', 'policy-json-x').map((button) => attribute(button, 'type'))).toEqual([
      'button',
    ]);
    expect(withClass(page, 'policy-caption').map(textOf)).toEqual(['This tool is <allowed>.']);
  });

  test('a file that holds the same policy is linked where there is one', async () => {
    const policy = toolPolicy({ name: 'get_item', category: 'Read', signals: [] });
    const page = await render(Policy, { policy, caption: 'x', id: 'p', download: '/tools/a/policy.json' });
    const [link] = find(page, 'a', 'href', '/tools/a/policy.json');
    expect(link && attribute(link, 'download')).toBe('policy.json');
  });
});
