import type { Listed } from './record.ts';

/** What the history needs of a tool's record. */
export interface DatedTool {
  readonly name: string;
  readonly url: string;
  /** Day of the first listing that had it. */
  readonly firstSeen: string;
  /** Day of the last listing that changed its definition. */
  readonly changed?: string | undefined;
}

/** What the history needs of a server. */
export interface DatedServer<Tool extends DatedTool> {
  readonly name: string;
  readonly url: string;
  /** Its last listing: when it was looked at, and the day that a copied one describes. */
  readonly listed: Pick<Listed, 'date' | 'asOf'>;
  readonly tools: readonly Tool[];
}

/** What became known on one day, by server. */
export interface HistoryDay<Tool extends DatedTool> {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly servers: readonly ServerDay<Tool>[];
}

/** One server on one day. */
export interface ServerDay<Tool extends DatedTool> {
  readonly server: DatedServer<Tool>;
  /** Its first listing: then `added` holds all its tools of that day. */
  readonly first: boolean;
  /** The day that this day's listing describes, where it was copied; what an earlier listing described is not on record. */
  readonly asOf: string | undefined;
  readonly added: readonly Tool[];
  /** Definitions that changed: words and reviews for them have lapsed. */
  readonly changed: readonly Tool[];
}

/** The history of a catalogue, newest day first, from the dates that its records carry. */
export function historyOf<Tool extends DatedTool>(servers: readonly DatedServer<Tool>[]): HistoryDay<Tool>[] {
  const days = new Map<string, ServerDay<Tool>[]>();
  for (const server of servers) {
    const first = server.tools.map(({ firstSeen }) => firstSeen).sort()[0];
    const dates = new Set(server.tools.flatMap(({ firstSeen, changed }) => [firstSeen, ...(changed ? [changed] : [])]));
    for (const date of dates) {
      const day: ServerDay<Tool> = {
        server,
        first: date === first,
        asOf: date === server.listed.date ? server.listed.asOf : undefined,
        added: server.tools.filter((tool) => tool.firstSeen === date),
        changed: server.tools.filter((tool) => tool.changed === date && tool.firstSeen !== date),
      };
      days.set(date, [...(days.get(date) ?? []), day]);
    }
  }
  return [...days].map(([date, list]) => ({ date, servers: list })).sort((a, b) => (a.date < b.date ? 1 : -1));
}
