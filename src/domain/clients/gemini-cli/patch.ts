import { withItems, withoutElements, withoutMembers } from '../../configuration/json-edit.ts';
import { jsonString } from '../../enforcement/quoting.ts';
import { isObject, type Json } from '../../text/json.ts';
import type { Choice, PatchWriter } from '../patch.ts';
import { POLICY, SETTINGS } from './files.ts';
import { GEMINI_PRIORITY, geminiPolicy } from './policy.ts';

/** Above every rule of the reader's own that we would have to know, and below 1000. */
const ABOVE_OWN = { ...GEMINI_PRIORITY, decided: 950, rest: 940 } as const;

/** Writes a policy beside the reader's, and takes out of the settings what would stand above it. */
export const patch: PatchWriter = (files, servers, notes) => {
  const priority = files.ofKind(POLICY).length > 0 ? ABOVE_OWN : GEMINI_PRIORITY;
  for (const file of files.ofKind(SETTINGS)) {
    const own = file.document?.value.mcpServers;
    if (!isObject(own)) continue;
    for (const [key, entry] of Object.entries(own)) {
      const server = servers.find((each) => each.key === key);
      // Trust is a rule of priority 200 that allows everything.
      if (server !== undefined && isObject(entry) && entry.trust === true) {
        file.after = withoutMembers(file.after, ['mcpServers', key], ['trust']);
      }
      const offered = [...(server?.choices ?? new Map<string, Choice>())]
        .filter(([, choice]) => choice !== 'deny')
        .map(([name]) => name);
      file.after = withoutElements(file.after, ['mcpServers', key, 'excludeTools'], (name) =>
        offered.includes(name as string),
      );
      const included = isObject(entry) ? entry.includeTools : undefined;
      if (Array.isArray(included)) {
        const missing = offered.filter((name) => !(included as readonly Json[]).includes(name)).map(jsonString);
        file.after = withItems(file.after, ['mcpServers', key, 'includeTools'], missing, 'array');
      }
    }
  }
  const policy = servers.map(({ plan }) => geminiPolicy(plan, priority)).join('\n\n');
  files.add('.gemini/policies/placard.toml', `${policy}\n`);
  notes.push('It goes to ~/.gemini/policies/: Gemini CLI reads no policies from a project.');
};
