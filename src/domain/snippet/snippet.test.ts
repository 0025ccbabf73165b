import { describe, expect, test } from 'vitest';
import { FORMAT_IDS, FORMAT_LABELS, type FormatId, TAB_FORMATS } from '../enforcement/format-ids.ts';
import { POLICY_VARIANTS } from '../policy/decide.ts';
import { VARIANT_WORDS } from '../policy/policy-wording.ts';
import { FORMATS } from './formats.ts';
import { ROW_TOOLS, requestOf } from './sample.fixture.ts';
import { downloadName, snippetOf } from './snippet.ts';
import { proofSentence } from './steps.ts';
import { NOTHING_VERIFIED, verificationSentence } from './verified.ts';

const DOWNLOADS: Readonly<Record<FormatId, string>> = {
  'policy-json': 'policy.json',
  'claude-code': 'placard-claude-code.json',
  codex: 'placard-codex.toml',
  'gemini-cli': 'placard.toml',
  opencode: 'placard-opencode.json',
  'copilot-cli': 'placard-copilot-cli.json',
  'cedar-toolhive': 'authz.yaml',
  'claude-code-managed': 'placard-claude-code-managed.json',
  'codex-requirements': 'placard-codex-requirements.toml',
  intercept: 'policy.yaml',
  agentgateway: 'placard-agentgateway.yaml',
  'openai-responses': 'placard-openai-responses.json',
  'anthropic-messages': 'placard-anthropic-messages.json',
  librechat: 'placard-librechat.yaml',
  cursor: 'placard-cursor.json',
};

test('every format has a label, and a page has six of them', () => {
  expect(Object.keys(FORMAT_LABELS).sort()).toEqual([...FORMAT_IDS].sort());
  expect(new Set(Object.values(FORMAT_LABELS)).size).toBe(FORMAT_IDS.length);
  expect(TAB_FORMATS).toHaveLength(6);
});

describe.each(FORMATS)('$id', (format) => {
  test('a download is called as the file that it is, or as none that the reader has', () => {
    expect(downloadName(format)).toBe(DOWNLOADS[format.id]);
  });

  test.each(POLICY_VARIANTS)(
    '%s: the text is the policy, and nothing that is said of it is lost or said twice',
    (variant) => {
      for (const tool of [undefined, ...ROW_TOOLS.map(({ name }) => name)]) {
        const request = requestOf({ variant, tool });
        const snippet = snippetOf(format, request, NOTHING_VERIFIED);
        const rendered = format.render(request);
        expect(snippet.text).toBe('text' in rendered ? rendered.text : null);
        expect(snippet.refused).toBe('refused' in rendered ? rendered.refused : null);
        if (snippet.text === null) continue;
        const shown = [...snippet.caveats, ...snippet.steps, format.verified.says];
        expect(snippet.verified).toBe(`${verificationSentence(format, NOTHING_VERIFIED)} ${format.verified.says}`);
        expect(shown).toEqual(expect.arrayContaining([...format.caveats(request)]));
        expect(new Set(shown).size).toBe(shown.length);
        expect(snippet.steps).toHaveLength(3);
        const blocks = format.plan(request).shape === 'block';
        expect(snippet.flows.length > 0).toBe(variant === 'reads' && !blocks);
        if (variant === 'recommended') expect(snippet.meaning).toBeNull();
        else if (!blocks) expect(snippet.meaning).toBe(VARIANT_WORDS[variant].meaning);
        else expect(snippet.meaning ?? '').toMatch(/^(The same .*)?$/);
      }
    },
  );

  test('nobody is told to call what is dangerous, or what the policy blocks', () => {
    for (const { name, category } of ROW_TOOLS) {
      const words = proofSentence(format, requestOf({ tool: name }));
      const [effect] = format.plan(requestOf({ tool: name })).tools.map((each) => each.effect);
      if (/call the tool once/i.test(words))
        expect([name, category, effect]).toEqual([name, 'Read', expect.stringMatching(/allow|limit/)]);
    }
  });
});

describe('a tool that is blocked in every variant', () => {
  test.each(['policy-json', 'claude-code', 'codex', 'gemini-cli', 'intercept', 'cedar-toolhive'])('%s', (id) => {
    const format = FORMATS.find((each) => each.id === id) as (typeof FORMATS)[number];
    const of = (variant: (typeof POLICY_VARIANTS)[number], tool: string) =>
      snippetOf(format, requestOf({ variant, tool }), NOTHING_VERIFIED);
    const recommended = of('recommended', 'delete_item');
    for (const variant of ['reads', 'strict', 'narrow'] as const) {
      const { meaning, text, caveats, flows } = of(variant, 'delete_item');
      expect([meaning, text, flows]).toEqual(['The same in every variant.', recommended.text, []]);
      expect(caveats).toEqual(recommended.caveats);
    }
    // Rules that stand ready for a person are in policy.json alone.
    const charge = of('narrow', 'create_charge');
    expect(charge.caveats.join().includes('many small calls')).toBe(id === 'policy-json');
    expect(charge.meaning).toBe(id === 'policy-json' ? null : 'The same in every variant.');
  });
});
