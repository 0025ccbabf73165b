import type { ClientDocument } from './document.ts';
import type { PermissionModel, RuleLine } from './treatment.ts';

/**
 * The permissions of a client whose files hold no rule for a single tool.
 * @param says why they decide nothing, as a sentence
 * @param opening the line by which everything runs unasked, in clients that have one
 */
export function withoutRules(
  says: string,
  opening: (document: ClientDocument) => readonly RuleLine[] = () => [],
): (documents: readonly ClientDocument[]) => PermissionModel {
  return (documents) => {
    const [opened] = documents.flatMap(opening);
    return {
      treat: () =>
        opened === undefined
          ? { effect: 'not-known', by: null, reach: 'none', says }
          : { effect: 'allowed', by: opened, reach: 'blanket', says: 'This setting runs every tool unasked.' },
      findings: () =>
        opened === undefined
          ? []
          : [{ kind: 'opens', at: opened, message: 'Every tool of every server runs unasked.' }],
      named: [],
    };
  };
}
