import { defineFormat, namesWith } from '../../enforcement/format.ts';
import type { Plan } from '../../enforcement/plan.ts';
import { tomlKey, tomlList } from '../../enforcement/quoting.ts';
import { words } from './words.ts';

/** What `codex mcp add` accepts as a server's name. */
export const CODEX_KEY = /^[A-Za-z0-9_:@/.-]+$/;

/** Why Codex takes no such server key, or null. */
export function codexKeyRefusal(key: string): string | null {
  return CODEX_KEY.test(key)
    ? null
    : 'Codex takes only letters, digits and - _ : @ / . in the name of a server. Rename it in config.toml first.';
}

/** The lines of a policy: the header of the server's table, what stands in it, and the tables below it. */
export function codexTables(plan: Plan): {
  readonly header: string;
  readonly lines: readonly string[];
  readonly tables: readonly string[];
} {
  const server = `mcp_servers.${tomlKey(plan.key)}`;
  const header = `[${server}]`;
  if (plan.shape === 'block') {
    return { header, lines: [`disabled_tools = ${tomlList(namesWith(plan, 'deny', 'hide'))}`], tables: [] };
  }
  return {
    header,
    lines: [`enabled_tools = ${tomlList(namesWith(plan, 'allow', 'ask'))}`, 'default_tools_approval_mode = "prompt"'],
    tables: namesWith(plan, 'allow').flatMap((name, index) => [
      ...(index === 0 ? [] : ['']),
      `[${server}.tools.${tomlKey(name)}]`,
      'approval_mode = "approve"',
    ]),
  };
}

/**
 * Codex' configuration (developers.openai.com/codex/config-reference; docs/enforcement-targets.md#codex, run for real).
 * Raw names, no wildcards, no value that denies: what must not run is left out of `enabled_tools`. The table's header is
 * printed, because without it the lines would fall, silently, into whichever table stands last in the reader's file; with
 * it, a second table of that name is an error that Codex reports.
 */
export const codex = defineFormat({
  id: 'codex',
  name: words.name,
  file: '~/.codex/config.toml',
  isOwnFile: false,
  language: 'toml',
  can: {
    ask: true,
    askDespiteClaim: true,
    limit: false,
    deny: true,
    hide: true,
    defaultDeny: true,
    blockOne: true,
  },
  cannot: [],
  merge:
    'It extends the table of the server that you have: put the lines below the header at the end of that table, after its `command` or `url`. Where the table has one of the lines already, replace it, but to `disabled_tools` add the name: Codex does not start with a second table, or a second line, of one name.',
  verified: {
    by: 'parser',
    confirmed: true,
    says: 'Our tests parse it and work out what each call would get.',
  },
  refuse: (plan) => codexKeyRefusal(plan.key),
  write: (plan) => {
    const { header, lines, tables } = codexTables(plan);
    return [
      '# You have this table already: the lines below go to its end, without this header.',
      header,
      ...lines,
      ...(tables.length === 0 ? [] : ['', ...tables]),
    ].join('\n');
  },
  remarks: (plan) => [
    ...(namesWith(plan, 'ask').length > 0
      ? [
          'Asking is only as strong as the flags: with --dangerously-bypass-approvals-and-sandbox these tools run unasked. What is left out stays out.',
        ]
      : []),
    'If the server has another name in your file, Codex does not start and says “invalid transport”: give its name above.',
    'A misspelt setting is ignored without a word: start Codex once with --strict-config.',
  ],
});
