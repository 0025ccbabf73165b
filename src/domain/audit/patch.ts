import { TO_MERGE } from '../clients/codex/patch.ts';
import { type Choice, type ChosenServer, type PatchedFile, PatchFiles, type PlannedServer } from '../clients/patch.ts';
import type { ConfigurationDocument, ConfigurationText } from '../clients/read-document.ts';
import { type ClientId, clientById } from '../clients/registry.ts';
import type { Effect } from '../policy/decide.ts';
import type { PolicyTool } from '../policy/recommend.ts';

/** The choice that stands for a recommendation. */
export function choiceFor(effect: Effect): Choice {
  if (effect === 'allow') return 'allow';
  return effect === 'ask' || effect === 'limit' ? 'ask' : 'deny';
}

/** The changes that make a client do as chosen. */
export interface Patch {
  readonly files: readonly PatchedFile[];
  /** Sentences that the reader must know beside it. */
  readonly notes: readonly string[];
}

/**
 * One policy for all servers of a client, written into its files: rules of these servers are replaced, everything else stays.
 * Whether it does what was chosen is for the caller to see: audit the changed files.
 */
export function patchFor(
  client: ClientId,
  documents: readonly ConfigurationDocument[],
  servers: readonly ChosenServer[],
): Patch {
  const { policy, patch } = clientById(client);
  if (policy === null || patch === null) {
    return { files: [], notes: ['The files of this client hold no rules for single tools.'] };
  }
  const files = new PatchFiles(documents.filter((document) => document.scope !== 'managed'));
  const notes: string[] = [];
  const planned: PlannedServer[] = [];
  for (const server of servers.filter(({ choices }) => choices.size > 0)) {
    const request = { key: server.key, tools: chosenTools(server), variant: 'recommended', unrecorded: 0 } as const;
    const refused = policy.refusal(request);
    if (refused === null) planned.push({ ...server, plan: policy.plan(request) });
    else notes.push(`${JSON.stringify(server.key.slice(0, 60))}: ${refused}`);
  }
  if (planned.length > 0) patch(files, planned, notes);
  return { files: files.changed(), notes };
}

/** Tools whose decision is what the reader chose, whatever the table says of them. */
function chosenTools({ choices }: ChosenServer): PolicyTool[] {
  return [...choices].map(([name, effect]) => ({
    name,
    category: null,
    signals: [],
    doubts: [],
    ruled: { decision: { effect, limits: [], because: ['chosen'] }, rules: [] },
  }));
}

/** The files as they will be, for another audit. */
export function patchedTexts(documents: readonly ConfigurationDocument[], patch: Patch): ConfigurationText[] {
  const changed = new Map(patch.files.map((file) => [file.name, file]));
  return [
    ...documents.map(({ name, text, client }) => ({ name, text: changed.get(name)?.after ?? text, client })),
    ...patch.files
      .filter(({ before, name }) => before === null && name !== TO_MERGE)
      .map(({ name, after }) => ({ name, text: after })),
  ];
}
