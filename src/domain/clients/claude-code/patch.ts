import { withItems, withoutElements } from '../../configuration/json-edit.ts';
import { jsonString } from '../../enforcement/quoting.ts';
import type { PatchWriter } from '../patch.ts';
import { SETTINGS } from './files.ts';
import { claudeName } from './names.ts';
import { claudePermissions } from './rules.ts';

const LISTS = ['allow', 'ask', 'deny'] as const;

/** Puts rules into the lists of the first settings file, and takes out those of the same servers that say otherwise. */
export const patch: PatchWriter = (files, servers, notes) => {
  const wanted = new Map<string, string>();
  for (const { plan } of servers) {
    const permissions = claudePermissions(plan);
    for (const list of LISTS) for (const rule of permissions[list] ?? []) wanted.set(rule, list);
  }
  const prefixes = servers.flatMap(({ key }) => [claudeName(key, '').slice(0, -2), `mcp__${key}`]);
  const isOurs = (rule: unknown) =>
    typeof rule === 'string' && prefixes.some((prefix) => rule === prefix || rule.startsWith(`${prefix}__`));
  const settings = files.ofKind(SETTINGS);
  const there = new Set<string>();
  for (const file of settings) {
    for (const list of LISTS) {
      file.after = withoutElements(file.after, ['permissions', list], (rule) => {
        if (!isOurs(rule)) return false;
        if (wanted.get(rule as string) !== list || there.has(rule as string)) return true;
        there.add(rule as string);
        return false;
      });
    }
  }
  const target = settings[0] ?? files.add('.claude/settings.json', '{}\n');
  for (const list of LISTS) {
    const rules = [...wanted]
      .filter(([rule, own]) => own === list && !there.has(rule))
      .map(([rule]) => jsonString(rule));
    target.after = withItems(target.after, ['permissions', list], rules, 'array');
  }
  notes.push('Tools that nobody recorded are asked about, unless the mode is dontAsk.');
};
