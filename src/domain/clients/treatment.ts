import type { ConfiguredServer } from '../configuration/configured-server.ts';
import type { Hint } from '../record/tool.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import { maskText } from '../text/masking.ts';
import type { ClientDocument } from './document.ts';

/** What happens to a call now, most open first. `not-known` where the files do not decide it. */
export const NOW_EFFECTS = ['allowed', 'limited', 'not-known', 'asked', 'denied', 'hidden'] as const;
export type NowEffect = (typeof NOW_EFFECTS)[number];

/** A line of a configuration. */
export interface RuleLine {
  /** As it was given. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The rule, shortened and without secrets. */
  readonly text: string;
}

/** How deliberately a line speaks of a tool: it names it, it is a pattern, it is for everything, or there is none. */
export type Reach = 'tool' | 'pattern' | 'blanket' | 'none';

/** What a client does with a tool now, by which line, and why in words. */
export interface Treatment {
  readonly effect: NowEffect;
  /** Null for the client's default. */
  readonly by: RuleLine | null;
  readonly reach: Reach;
  /** A sentence for the reader. */
  readonly says: string;
  /** The client does not even start or ask the server; absent where only its calls are stopped, if anything. */
  readonly keepsOut?: true;
}

/** A tool as a client sees it; hints that nobody recorded are undefined, those that were not given are null. */
export interface SeenTool {
  /** Raw name. */
  readonly name: string;
  readonly hints?: Readonly<Partial<Record<Hint, boolean | null>>> | undefined;
}

/** A server as a client knows it: its key, and what it is where a file says so. */
export interface SeenServer {
  readonly key: string;
  readonly configured: ConfiguredServer | null;
  /** The file that lists it; null for one that only rules name. */
  readonly file: string | null;
  /** Its tools as far as they are known; null when nobody knows them. */
  readonly tools: readonly SeenTool[] | null;
}

/** Something about a rule, or about the entry of a server, that its writer should know. */
export interface RuleFinding {
  readonly kind: 'matches-nothing' | 'ignored' | 'breaks' | 'opens' | 'imitates' | 'danger' | 'note';
  readonly at: RuleLine;
  /** A sentence. */
  readonly message: string;
  /** What was probably meant, as it should be written. */
  readonly instead?: string | undefined;
}

/** A client's permissions, read from all its files together. */
export interface PermissionModel {
  treat(server: SeenServer, tool: SeenTool): Treatment;
  /**
   * Why nothing that the files say of a server counts, which `treat` then says of every tool: its client does not read the list that
   * has it, or does not start with one of the files. Null where they count; absent in clients of which no such case is known.
   */
  stopped?(server: SeenServer): Treatment | null;
  /** Rules that do not do what they seem to. */
  findings(servers: readonly SeenServer[]): readonly RuleFinding[];
  /** Servers that rules name, for files that list none. */
  readonly named: readonly string[];
}

const LONGEST_RULE = 160;

/** A line of a document, for a member or element. */
export function ruleLine(document: ClientDocument, path: readonly (string | number)[], text: string): RuleLine {
  return { file: document.name, line: document.lineOf(path), text: shortened(text) };
}

/** A stranger's text for a report: one line, bounded, without secrets. */
export function shortened(text: string, longest = LONGEST_RULE): string {
  const line = maskText(text.toWellFormed().replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' '));
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/**
 * Whether somebody decided about this tool. The client's default is no decision, nor is a line that opens everything; a
 * pattern may open tools, but not those that nobody would open unseen: critical ones and those that nobody assessed.
 */
export function isControlled({ effect, reach }: Treatment, level: RiskLevel | null): boolean {
  if (reach === 'none' || effect === 'not-known') return false;
  if (effect !== 'allowed') return true;
  return reach === 'tool' || (reach === 'pattern' && level !== 'critical' && level !== null);
}

/** The treatment by files with which a client does nothing: no line of them controls anything. */
export function stoppedBy(by: RuleLine, says: string): Treatment {
  return { effect: 'not-known', by, reach: 'none', says };
}

/** Whether a call can go through, if need be after somebody was asked. */
export function isOpen({ effect }: Treatment): boolean {
  return effect !== 'denied' && effect !== 'hidden';
}
