import { count, formatDate, formatNumber } from '../text/english.ts';
import type { Listed } from './record.ts';
import type { ListingState } from './server.ts';

/** "14 tools"; "31 tools recorded, perhaps not all"; "11 of 19 tools recorded"; "8 tools recorded, the full list is not known". */
export function listingWords(recorded: number, listing: ListingState): string {
  switch (listing.state) {
    case 'complete':
      return count(recorded, 'tool');
    case 'unknown':
      return `${count(recorded, 'tool')} recorded, perhaps not all`;
    case 'partial':
      if (listing.total === undefined) return `${count(recorded, 'tool')} recorded, the full list is not known`;
      return `${formatNumber(recorded)} of ${count(listing.total, 'tool')} recorded`;
    default:
      return listing satisfies never;
  }
}

/** The same, with the day where it is another than that of a listing of ours: "…, as of 5 June 2025". */
export function datedListingWords(recorded: number, listing: ListingState, { asOf }: Pick<Listed, 'asOf'>): string {
  return `${listingWords(recorded, listing)}${asOf === undefined ? '' : `, as of ${formatDate(asOf)}`}`;
}

/** "20 November 2026"; "as of 5 June 2025, looked at 20 November 2026". */
export function recordedWords({ date, asOf }: Pick<Listed, 'date' | 'asOf'>): string {
  if (asOf === undefined) return formatDate(date);
  return `as of ${formatDate(asOf)}${asOf === date ? '' : `, looked at ${formatDate(date)}`}`;
}
