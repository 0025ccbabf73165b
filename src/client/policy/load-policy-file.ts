import type { PolicyData } from '../../domain/snippet/policy-file.ts';
import { loadJson } from '../load.ts';

const loading = new Map<string, Promise<PolicyData>>();

/** What the policies of a server are made from; fetched once, and again after a failure. @throws LoadError */
export function loadPolicyData(url: string): Promise<PolicyData> {
  const known = loading.get(url) ?? loadJson<PolicyData>(url);
  loading.set(url, known);
  known.catch(() => loading.delete(url));
  return known;
}
