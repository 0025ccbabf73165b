import type { Category } from '../../risk/category.ts';
import type { Action } from '../read/actions.ts';

/** What surrounds an action: topics that the whole definition shows. */
export interface Topics {
  /** Blockchains, tokens, wallets. */
  readonly chain: boolean;
  /** Payments, shops, brokers, invoices. */
  readonly money: boolean;
  /** People's channels: chat, mail, social networks. */
  readonly social: boolean;
  /** Containers, clouds, virtual machines. */
  readonly cloud: boolean;
  /** A web browser, screen or device under control. */
  readonly device: boolean;
  /** Documents, sheets, slides and other files of content. */
  readonly document: boolean;
  /** Nothing real is moved: paper trading, sandboxes of money, unsigned transactions. */
  readonly pretend: boolean;
  /** The keys of the outer arguments. */
  readonly takes: ReadonlySet<string>;
}

/** What an action means: its category and our words for it. `sure` is false where the object leaves doubt. */
export interface Meaning {
  readonly category: Category;
  readonly says: string;
  readonly sure: boolean;
  /** Whether the object had a say, so that it is not the verb's general meaning. */
  readonly specific: boolean;
}

/** What a verb means with certain objects. All conditions that are given must hold. */
export interface ObjectRule {
  /** Plain forms of the verbs that it is about. */
  readonly verbs: ReadonlySet<string>;
  /** The object's head (last noun) is one of these. */
  readonly head?: ReadonlySet<string>;
  /** Any word of the object is one of these. */
  readonly any?: ReadonlySet<string>;
  /** Any word after the preposition is one of these. */
  readonly rest?: ReadonlySet<string>;
  readonly when?: (topics: Topics, action: Action) => boolean;
  readonly category: Category;
  readonly says: string;
  readonly unsure?: true;
}

/** The words of a list that is written as one text. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));
