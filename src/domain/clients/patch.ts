import type { Plan } from '../enforcement/plan.ts';
import type { ClientDocument } from './document.ts';

/** What a reader can choose for a tool. */
export const CHOICES = ['allow', 'ask', 'deny'] as const;
export type Choice = (typeof CHOICES)[number];

/** The choices for a server's tools, by raw name. */
export interface ChosenServer {
  readonly key: string;
  readonly choices: ReadonlyMap<string, Choice>;
}

/** A server with what its choices become in the client's own format. */
export interface PlannedServer extends ChosenServer {
  readonly plan: Plan;
}

/** One file, changed or new. */
export interface PatchedFile {
  readonly name: string;
  /** Null for a file that is not among those given. */
  readonly before: string | null;
  readonly after: string;
}

/** Writes the rules of servers into a client's files; sentences that the reader must know beside it go to `notes`. */
export type PatchWriter = (files: PatchFiles, servers: readonly PlannedServer[], notes: string[]) => void;

/** A file while it is changed. */
export interface OpenFile {
  readonly name: string;
  readonly before: string | null;
  after: string;
  readonly document: ClientDocument | null;
}

/** The files of a client while they are changed. */
export class PatchFiles {
  readonly #files: OpenFile[];

  constructor(documents: readonly ClientDocument[]) {
    this.#files = documents.map((document) => ({
      name: document.name,
      before: document.text,
      after: document.text,
      document,
    }));
  }

  /** Files of a kind, the project's before the user's. */
  ofKind(kind: string): OpenFile[] {
    const order = { project: 0, local: 1, user: 2, managed: 3 } as const;
    return this.#files
      .filter(({ document }) => document?.kind === kind)
      .sort((a, b) => order[a.document?.scope ?? 'project'] - order[b.document?.scope ?? 'project']);
  }

  /** A file that is not among those given. */
  add(name: string, text: string): OpenFile {
    const file = { name, before: null, after: text, document: null };
    this.#files.push(file);
    return file;
  }

  /** The files that are not as they were. */
  changed(): PatchedFile[] {
    return this.#files
      .filter(({ before, after }) => before !== after)
      .map(({ name, before, after }) => ({ name, before, after }));
  }
}
