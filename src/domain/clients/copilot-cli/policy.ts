import { collision } from '../../enforcement/collision.ts';
import { defineFormat, namesWith } from '../../enforcement/format.ts';
import type { Plan } from '../../enforcement/plan.ts';
import { jsonText } from '../../enforcement/quoting.ts';
import { count } from '../../text/english.ts';
import { copilotName, copilotRuleName, isTooLongForCopilot } from './names.ts';
import { words } from './words.ts';

/** Names that we know how to spell in a flag; the list of the file takes any, but the two must agree. */
const FLAG_NAME = /^[A-Za-z0-9_.-]+$/;

/** What a server can change at any time, without a word to the reader. */
const UNLESS_CLAIMED = ', unless the server calls it read-only: that claim is the server’s, and nobody checks it';

/**
 * The flags that go with the file: without `--allow-tool` a listed tool asks, and `--deny-tool` blocks one. The file has raw
 * names, a flag the name as the model sees it: with another spelling it matches nothing and says nothing (run for real).
 */
export function copilotFlags(key: string, flag: '--allow-tool' | '--deny-tool', names: readonly string[]): string {
  return names.map((name) => `${flag}='${key}(${copilotRuleName(name)})'`).join(' ');
}

/** The tools that a server offers under a policy. */
export function copilotTools(plan: Plan): readonly string[] {
  return namesWith(plan, 'allow', 'ask');
}

/** The entry of a server, without its command or address. */
export function copilotEntry(plan: Plan): string {
  return jsonText({ mcpServers: { [plan.key]: { tools: copilotTools(plan) } } });
}

/**
 * GitHub Copilot CLI: the list of tools in its configuration and the flags of a session (`copilot help permissions`;
 * docs/enforcement-targets.md#copilot-cli, run for real). "*" in the list is every tool. It does not ask before a tool that the
 * server's own annotation calls read-only (`copilot help config`: "read-only requests are auto-approved"; seen in the run), and
 * no setting changes that: so what must be asked about and claims to be read-only is left out.
 */
export const copilotCli = defineFormat({
  id: 'copilot-cli',
  name: words.name,
  file: '~/.copilot/mcp-config.json',
  isOwnFile: false,
  language: 'json',
  can: {
    ask: true,
    askDespiteClaim: false,
    limit: false,
    deny: true,
    hide: true,
    defaultDeny: true,
    blockOne: false,
  },
  cannot: ['bound-claimed-reads'],
  merge:
    'It extends the entry of the server that you have, which also has its command or address: a second list of tools replaces the first.',
  verified: {
    by: 'parser',
    confirmed: true,
    says: 'Our tests parse it and work out what each call would get, with the flags too.',
  },
  refuse: (plan) => {
    if (!/^[A-Za-z0-9_-]+$/.test(plan.key)) {
      return 'GitHub Copilot CLI refuses rules for a server whose name has other characters than letters, digits, - and _.';
    }
    const open = namesWith(plan, 'allow', 'ask');
    const odd = open.find((name) => !FLAG_NAME.test(name));
    if (odd !== undefined) return `GitHub Copilot CLI takes no rule for a tool that is called ${JSON.stringify(odd)}.`;
    const long = open.find((name) => isTooLongForCopilot(plan.key, name));
    if (long !== undefined) {
      return `GitHub Copilot CLI shortens names over 64 characters, and a flag for ${JSON.stringify(long)} would then match nothing. A shorter server key may help.`;
    }
    if (open.length === 0) return 'No tool of this server stays open: take the server out of GitHub Copilot CLI.';
    return collision('GitHub Copilot CLI', plan.all, (name) => copilotName(plan.key, name));
  },
  write: copilotEntry,
  command: (plan) => {
    const allowed = namesWith(plan, 'allow');
    return allowed.length === 0 ? null : `copilot ${copilotFlags(plan.key, '--allow-tool', allowed)}`;
  },
  remarks: (plan, { tool }) => {
    const allowed = namesWith(plan, 'allow');
    const denied = plan.note === null || tool === undefined || !FLAG_NAME.test(tool) ? [] : [tool];
    return [
      ...(allowed.length > 0
        ? [
            `A listed tool asks before each call${UNLESS_CLAIMED}. ${count(allowed.length, 'tool')} ${allowed.length === 1 ? 'runs' : 'run'} unasked when you start it with the command below.`,
          ]
        : [`A listed tool asks before each call${UNLESS_CLAIMED}.`]),
      ...(denied.length > 0
        ? [
            `For one session, this tool alone is blocked by: \`copilot ${copilotFlags(plan.key, '--deny-tool', denied)}\``,
          ]
        : []),
      'With --allow-all-tools or --yolo nothing asks any more; the list still holds.',
      'The coding agent on github.com runs every listed tool without asking: list only what may run unasked there.',
    ];
  },
});
