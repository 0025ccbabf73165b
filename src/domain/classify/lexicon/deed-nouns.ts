import type { Category } from '../../risk/category.ts';
import { singular } from './inflection.ts';
import { READINGS } from './kinds.ts';
import { STATE_NOUNS } from './verb-or-noun.ts';
import { words } from './word-list.ts';

/** Nouns that stand for a deed, as the head of a description without a verb: "Deletion of records". */
export interface DeedNouns {
  readonly category: Category;
  readonly says: string;
  readonly nouns: ReadonlySet<string>;
}

/** What runs whatever it is given. */
export const RUNNER_NOUNS: ReadonlySet<string> = words(
  'repl shell terminal interpreter evaluator console bash powershell',
);

/** Deeds by what they are at worst. */
export const DEED_NOUNS: readonly DeedNouns[] = [
  {
    category: 'Destructive',
    says: 'removes something for good',
    nouns: words('deletion erasure removal purge wipe destruction uninstallation deleter eraser truncation'),
  },
  {
    category: 'Financial',
    says: 'moves money or value',
    nouns: words(`payout withdrawal remittance disbursement repayment refund reimbursement`),
  },
  {
    category: 'Execute',
    says: 'sets something in motion',
    nouns: words(
      `execution executor runner invocation restart reboot shutdown launcher deployment newsletter broadcast`,
    ),
  },
  {
    category: 'Write',
    says: 'creates or changes something',
    nouns: words('creation creator insertion modification editing registration renaming'),
  },
];

/** Nouns of what comes back: "Current exchange rate between two currencies". */
export const ANSWER_NOUNS: ReadonlySet<string> = new Set([
  ...[...STATE_NOUNS].map(singular),
  ...words(`forecast weather temperature headline listing statistic reading root sum difference product quotient remainder
    factorial sine cosine tangent sin cos tan logarithm mean median variance percentage probability similarity distance meaning synonym
    timetable departure arrival photo image dictionary directory ranking leaderboard biography lyric screenshot snapshot picture heatmap dendrogram plot
    chart explanation breakdown transcript glossary`),
]);

/** Nouns of looking and working out: "Code analysis". */
export const READING_NOUNS: ReadonlySet<string> = new Set([
  ...READINGS,
  ...words('problem-solving visualization visualisation computation solver engine'),
]);

/** Nouns of what does it: "a tool for …". */
export const DOER_NOUNS: ReadonlySet<string> = words('tool agent service api function endpoint method utility helper');

/** First words of a noun phrase that are no verbs: any other first word may be an order that is not known. */
export const QUALIFIERS: ReadonlySet<string> =
  words(`current latest live recent real-time realtime today historic daily weekly monthly hourly detailed simple full
  complete public popular top average local nearby nearest random upcoming available supported known single deep sequential
  advanced network weather stock market news system exchange currency price air flight train street code text coin token
  account user customer order company product web image word name number square cube scatter world city country tax health
  search status info information history help documentation analysis list data overview quick smart related similar different
  own free good best new open`);
