import { withServerPermissions } from '../../configuration/toml-edit.ts';
import { isObject } from '../../text/json.ts';
import type { PatchWriter } from '../patch.ts';
import { CONFIG } from './files.ts';
import { codexTables } from './policy.ts';

/** Puts the lines of each server into the table that it has; what cannot be put there goes into a file to merge by hand. */
export const patch: PatchWriter = (files, servers, notes) => {
  const configs = files.ofKind(CONFIG);
  const byHand: string[] = [];
  for (const { key, plan } of servers) {
    const { header, lines, tables } = codexTables(plan);
    const file = configs.find(({ document }) => {
      const own = document?.value.mcp_servers;
      return isObject(own) && Object.hasOwn(own, key);
    });
    const edited =
      file === undefined ? null : withServerPermissions(file.after, key, lines.join('\n'), tables.join('\n'));
    if (file !== undefined && edited !== null) file.after = edited;
    else byHand.push([header, ...lines, ...(tables.length === 0 ? [] : ['', ...tables])].join('\n'));
  }
  if (byHand.length > 0) {
    files.add(TO_MERGE, `${byHand.join('\n\n')}\n`);
    notes.push(`The lines in ${TO_MERGE} belong into the tables that you have: TOML takes each table once.`);
  }
};

/** A file that no client reads: its lines are for a person to put where they belong. */
export const TO_MERGE = 'to-merge.toml';
