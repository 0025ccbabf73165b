import type { PolicyData } from '../domain/snippet/policy-file.ts';

const loading = new Map<string, Promise<PolicyData>>();

/** What the policies of a server are made from; fetched once, and again after a failure. */
export function loadPolicyData(url: string): Promise<PolicyData> {
  const known = loading.get(url) ?? fetchData(url);
  loading.set(url, known);
  known.catch(() => loading.delete(url));
  return known;
}

async function fetchData(url: string): Promise<PolicyData> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as PolicyData;
}
