import { amp } from './amp/client.ts';
import { claudeCode } from './claude-code/client.ts';
import { claudeDesktop } from './claude-desktop/client.ts';
import type { Client } from './client.ts';
import { cline } from './cline/client.ts';
import { codex } from './codex/client.ts';
import { continueDev } from './continue/client.ts';
import { copilotCli } from './copilot-cli/client.ts';
import { cursor } from './cursor/client.ts';
import { geminiCli } from './gemini-cli/client.ts';
import { goose } from './goose/client.ts';
import { kiro } from './kiro/client.ts';
import { librechat } from './librechat/client.ts';
import { opencode } from './opencode/client.ts';
import { roo } from './roo/client.ts';
import { unknown } from './unknown/client.ts';
import { vscode } from './vscode/client.ts';
import { windsurf } from './windsurf/client.ts';
import { zed } from './zed/client.ts';

/** Every client, in the order in which pages list them: the one list of them that there is (docs/adding-a-client.md). */
export const CLIENTS = {
  'claude-code': claudeCode,
  codex,
  'gemini-cli': geminiCli,
  opencode,
  'copilot-cli': copilotCli,
  cursor,
  vscode,
  'claude-desktop': claudeDesktop,
  windsurf,
  zed,
  amp,
  goose,
  librechat,
  continue: continueDev,
  cline,
  roo,
  kiro,
  unknown,
} as const satisfies Readonly<Record<string, Client>>;
export type ClientId = keyof typeof CLIENTS;

/** Ids of the clients, in their order. */
export const CLIENT_IDS = Object.keys(CLIENTS) as readonly ClientId[];

/** A client by its id. */
export function clientById(id: ClientId): Client {
  return CLIENTS[id];
}
