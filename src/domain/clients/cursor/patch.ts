import { withItems, withoutElements } from '../../configuration/json-edit.ts';
import { jsonString } from '../../enforcement/quoting.ts';
import type { PatchWriter } from '../patch.ts';
import { PERMISSIONS } from './files.ts';
import { cursorEntries } from './policy.ts';

/** Puts what may run unasked on the list, and takes the other entries of these servers off it. */
export const patch: PatchWriter = (files, servers, notes) => {
  const wanted = servers.flatMap(({ plan }) => cursorEntries(plan));
  const keys = servers.map(({ key }) => key);
  const there = new Set<string>();
  const lists = files.ofKind(PERMISSIONS);
  for (const file of lists) {
    file.after = withoutElements(file.after, ['mcpAllowlist'], (entry) => {
      if (typeof entry !== 'string' || !keys.some((key) => entry.startsWith(`${key}:`))) return false;
      if (!wanted.includes(entry)) return true;
      there.add(entry);
      return false;
    });
  }
  const target = lists[0] ?? files.add('.cursor/permissions.json', '{}\n');
  const missing = wanted.filter((entry) => !there.has(entry)).map(jsonString);
  target.after = withItems(target.after, ['mcpAllowlist'], missing, 'array');
  notes.push('Cursor cannot deny: what is not on the list is asked about, if auto-run is set to the allowlist.');
};
