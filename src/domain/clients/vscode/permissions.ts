import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { ruleLine } from '../treatment.ts';
import { withoutRules } from '../without-rules.ts';

/** Settings that open everything (code.visualstudio.com/docs/copilot/reference/copilot-settings). */
export const OPENING = ['chat.tools.global.autoApprove', 'chat.tools.autoApprove'];

/** Where its settings stand: at the root, or in a dev container's file. */
const SETTINGS: readonly (readonly string[])[] = [[], ['customizations', 'vscode', 'settings']];

function settingsAt(value: JsonObject, way: readonly string[]): JsonObject | null {
  let found: Json | undefined = value;
  for (const step of way) found = isObject(found) ? found[step] : undefined;
  return isObject(found) ? found : null;
}

/** VS Code's permissions: one setting opens everything, and no file has a rule for a single tool. */
export const permissions = withoutRules(
  'VS Code has no file with rules for single MCP tools: what was approved is kept in the editor.',
  (document) =>
    SETTINGS.flatMap((way) =>
      OPENING.filter((member) => settingsAt(document.value, way)?.[member] === true).map((member) =>
        ruleLine(document, [...way, member], `${member}: true`),
      ),
    ),
);
