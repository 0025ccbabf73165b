import { listingWords, recordedWords } from '../record/listing-wording.ts';
import type { Listed } from '../record/record.ts';
import { PUBLISHER_WORDS } from '../record/record-wording.ts';
import type { ListingState } from '../record/server.ts';
import type { Category } from '../risk/category.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import { levelWord } from '../risk/risk-wording.ts';
import { count, listWords, sentence } from '../text/english.ts';
import type { FaqItem } from './faq.ts';

/** What the questions of a server page are made from. */
export interface FaqServer {
  readonly name: string;
  readonly slug: string;
  readonly publisher: string | undefined;
  readonly official: boolean | undefined;
  readonly worst: RiskLevel | null;
  readonly counts: { readonly tools: number; readonly categories: Readonly<Record<Category | 'not-assessed', number>> };
  readonly listing: ListingState;
  readonly listed: Pick<Listed, 'date' | 'asOf'>;
  /** Private data, text of others and a way out are all shown by definitions. */
  readonly exfiltration: boolean;
}

/** The questions of a server page. */
export function serverFaq(server: FaqServer): FaqItem[] {
  const { categories, tools } = server.counts;
  const parts = Object.entries(categories)
    .filter(([, number]) => number > 0)
    .map(([category, number]) => `${number} ${category === 'not-assessed' ? 'not assessed' : category}`);
  return [
    {
      id: 'faq-risk',
      question: `How risky is ${server.name}?`,
      answer: [
        tools === 0
          ? 'Nobody can say yet: no tool of it is recorded.'
          : `${levelWord(server.worst)}: that is the worst level among its tools. Of ${count(tools, 'recorded tool')}, ${listWords(parts)}.`,
        server.exfiltration
          ? 'It brings private data, text from others and a way out together, so an injected instruction could carry data away with this server alone.'
          : 'Its definitions do not show private data, text from others and a way out together. That is no proof that it lacks one, and with other servers in the same client they may meet.',
      ],
    },
    {
      id: 'faq-complete',
      question: 'Are all its tools here?',
      answer: [completenessAnswer(server)],
    },
    {
      id: 'faq-block',
      question: `How do I block what is dangerous on ${server.name} and keep the rest?`,
      answer: [
        'Take the recommended policy of this page: reads stay open or get a limit, changes and actions get a limit, and what destroys, pays, runs code or changes rights is blocked. The tab of your client has it as the lines for its own file, without a gateway.',
      ],
    },
    {
      id: 'faq-publisher',
      question: 'Who publishes it?',
      answer: [
        server.publisher === undefined
          ? 'We do not know.'
          : sentence(
              `${server.publisher}${server.official === undefined ? '' : ` (${PUBLISHER_WORDS[server.official ? 'official' : 'third']})`}`,
            ),
      ],
    },
  ];
}

function completenessAnswer({ counts: { tools }, listing, listed }: FaqServer): string {
  const words = listingWords(tools, listing);
  const { asOf } = listed;
  const day = asOf === undefined ? `recorded ${recordedWords(listed)}` : recordedWords(listed);
  switch (listing.state) {
    case 'complete':
      return `As we listed it on ${recordedWords(listed)}, yes: ${words}. Another version, other flags or another account may list others.`;
    case 'unknown':
      return `Nobody can say: ${words}, ${day}. They are no listing of ours from a running server, which may have others now.`;
    case 'partial':
      return sentence(`${listing.total === undefined ? 'We do not know of all' : 'No'}: ${words}, ${day}`);
    default:
      return listing satisfies never;
  }
}
