import { describe, expect, test } from 'vitest';
import { POLICY_VARIANTS } from '../policy/decide.ts';
import { FORMAT_IDS } from './format.ts';
import { FORMAT_LABELS, TAB_FORMATS } from './format-labels.ts';
import { FORMATS } from './formats.ts';
import { ROW_TOOLS, requestOf } from './sample.fixture.ts';
import { downloadName, snippetOf } from './snippet.ts';
import { proofSentence } from './steps.ts';
import { NOTHING_VERIFIED, verificationSentence } from './verified.ts';

const DOWNLOADS = {
  'policy-json': 'policy.json',
  'claude-code': 'settings.json',
  codex: 'config.toml',
  'gemini-cli': 'placard.toml',
  opencode: 'opencode.json',
  'copilot-cli': 'mcp-config.json',
  'cedar-toolhive': 'authz.yaml',
  'claude-code-managed': 'managed-settings.json',
  'codex-requirements': 'requirements.toml',
  intercept: 'policy.yaml',
  agentgateway: 'config.yaml',
  'openai-responses': 'openai-responses.json',
  'anthropic-messages': 'anthropic-messages.json',
  librechat: 'librechat.yaml',
  cursor: 'permissions.json',
} as const;

test('every format has a label, and a page has six of them', () => {
  expect(Object.keys(FORMAT_LABELS).sort()).toEqual([...FORMAT_IDS].sort());
  expect(new Set(Object.values(FORMAT_LABELS)).size).toBe(FORMAT_IDS.length);
  expect(TAB_FORMATS).toHaveLength(6);
});

describe.each(FORMATS)('$id', (format) => {
  test('a download is called as the file that it goes to', () => {
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
        expect(snippet.flows.length > 0).toBe(variant === 'reads');
        expect(snippet.meaning === null).toBe(variant === 'recommended');
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
