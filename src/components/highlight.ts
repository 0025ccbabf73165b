import { createCssVariablesTheme, createHighlighter, type Highlighter } from 'shiki';
import type { Policy } from '../domain/policy/schema.ts';

const theme = createCssVariablesTheme({ name: 'placard', variablePrefix: '--' });

/** Shiki's colour of a token → our class. Tokens without one (punctuation) stay plain text: less to download. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/token-keyword/, 'k'],
  [/token-string/, 's'],
  [/token-constant/, 'n'],
];

let highlighter: Promise<Highlighter> | undefined;

function getHighlighter(): Promise<Highlighter> {
  highlighter ??= createHighlighter({ themes: [theme], langs: ['json'] });
  return highlighter;
}

/**
 * A JSON text as highlighted HTML, by Shiki, with classes in place of inline styles, which a strict policy forbids
 * (docs/interface.md#security-policy). Everything is escaped.
 */
export async function highlightJson(text: string): Promise<string> {
  const { codeToTokensBase } = await getHighlighter();
  const lines = codeToTokensBase(text, { lang: 'json', theme });
  return lines
    .map((line) =>
      line
        .map(({ content, color }) => {
          const found = CLASSES.find(([pattern]) => pattern.test(color ?? ''));
          return found ? `<span class="${found[1]}">${escapeHtml(content)}</span>` : escapeHtml(content);
        })
        .join(''),
    )
    .join('\n');
}

/** Text for HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const fragments = new Map<string, Promise<string>>();

/**
 * A policy as highlighted HTML. Shiki runs once per shape: the policy is highlighted with a placeholder for each text that
 * differs from tool to tool, and the escaped texts are put in afterwards (docs/interface.md#code-in-pages: 2.3 times faster).
 */
export async function highlightPolicy(policy: Policy): Promise<string> {
  const texts: string[] = [];
  // A placeholder must survive highlighting in one piece and occur in no policy: letters and digits with a rare prefix.
  const hold = (text: string) => `q7z${texts.push(text) - 1}z7q`;
  const shape = JSON.stringify(holdTexts(policy, hold), null, 2);
  const known = fragments.get(shape) ?? highlightJson(shape);
  fragments.set(shape, known);
  const html = await known;
  const filled = html.replace(/q7z(\d+)z7q/g, (_, index) =>
    escapeHtml(JSON.stringify(texts[Number(index)]).slice(1, -1)),
  );
  return filled;
}

/** The policy with tool names, counters and messages held back. */
function holdTexts(policy: Policy, hold: (text: string) => string): unknown {
  const { tools, hide, ...rest } = policy;
  const heldTools =
    tools === undefined
      ? undefined
      : Object.fromEntries(
          Object.entries(tools).map(([name, rule]) => [
            hold(name),
            {
              ...rule,
              ...(rule.deny_if
                ? {
                    deny_if: rule.deny_if.map((entry) => ({
                      ...entry,
                      ...(entry.on_deny ? { on_deny: hold(entry.on_deny) } : {}),
                    })),
                  }
                : {}),
              ...(rule.limits
                ? { limits: rule.limits.map((limit) => ({ ...limit, counter: hold(limit.counter) })) }
                : {}),
            },
          ]),
        );
  return { ...rest, ...(hide ? { hide: hide.map(hold) } : {}), ...(heldTools ? { tools: heldTools } : {}) };
}
