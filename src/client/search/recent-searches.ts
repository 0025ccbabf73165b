/** Searches that led somewhere, newest first: kept in this browser alone, and only if it lets us. */

const KEY = 'placard-recent-searches';
const MOST = 6;
const LONGEST = 100;

/** What is kept; nothing where storage is refused or holds something else. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps a search. */
export function keepSearch(query: string): void {
  const kept = query.trim().slice(0, LONGEST);
  if (kept === '') return;
  const list = [kept, ...recentSearches().filter((other) => other !== kept)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // Refused or full: search works without.
  }
}

/** Forgets them all. */
export function clearSearches(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Refused: there is nothing to forget.
  }
}
