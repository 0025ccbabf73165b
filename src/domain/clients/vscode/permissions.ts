import { ruleLine } from '../treatment.ts';
import { withoutRules } from '../without-rules.ts';

/** Settings that open everything (code.visualstudio.com/docs/copilot/reference/copilot-settings). */
const OPENING = ['chat.tools.global.autoApprove', 'chat.tools.autoApprove'];

/** VS Code's permissions: one setting opens everything, and no file has a rule for a single tool. */
export const permissions = withoutRules(
  'VS Code has no file with rules for single MCP tools: what was approved is kept in the editor.',
  (document) =>
    OPENING.filter((member) => document.value[member] === true).map((member) =>
      ruleLine(document, [member], `${member}: true`),
    ),
);
