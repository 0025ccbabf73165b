import type { Because, Decision } from './decide.ts';

/**
 * What a denied caller is told. Short, because a model reads it; it promises nothing that the format lacks, and never speaks
 * of an approval (docs/policies.md#messages).
 */
const MESSAGES: Readonly<Partial<Record<Because, string>>> = {
  'read-secrets': 'Blocked: this tool can return secrets. A person must change the policy first.',
  'write-access': 'Blocked: this tool changes who may do what. A person must change the policy first.',
  financial: 'Blocked: this tool can move or commit money. A person must change the policy first.',
  finding: 'Blocked: the definition of this tool has something that may steer a model. A person must read it first.',
  unsure: 'Blocked: what this tool does was not understood well enough. A person must review it first.',
  'not-assessed': 'Blocked: nobody has assessed this tool. Review it first.',
};

/** The message of a decision that denies in a format without a way to ask. */
export function denialMessage(decision: Decision): string {
  for (const because of decision.because) {
    const message = MESSAGES[because];
    if (message) return message;
  }
  return 'Blocked by policy. A person must change the policy first.';
}
