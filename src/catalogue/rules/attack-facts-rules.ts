import type { AttackFile } from '../../domain/attacks/attack.ts';
import { type AttackFacts, factTexts } from '../../domain/attacks/attack-facts.ts';
import type { TextContent } from '../read/content.ts';
import type { Problem } from '../read/problem.ts';
import type { Rule } from './content-rule.ts';

/**
 * An entry's facts against the file beside it that holds what was looked up (docs/adding-an-attack.md#facts): what was typed
 * twice has to agree before a number stands on a page. A content root without facts is not held to it.
 */
export const attackFactsRules: readonly Rule[] = [
  {
    name: 'attack-facts',
    description: 'An entry says what was looked up for it, no more and no less.',
    check: ({ attacks: all, attackFacts, problems }) => {
      if (attackFacts === null) return [];
      const attacks = all.filter(({ shipped }) => !shipped);
      // What is there and could not be read is told already, and is not missing.
      const unreadable = new Set(problems.map(({ file }) => file));
      const ids = new Set(attacks.map(({ id }) => id));
      return [
        ...attacks.flatMap((attack) => {
          const facts = attackFacts.find(({ id }) => id === attack.id);
          if (facts !== undefined) return differences(attack, facts.file, facts.data);
          return unreadable.has(attack.file.replace(/([^/]+)\.mdx$/, 'facts/$1.yaml')) ? [] : [noFacts(attack)];
        }),
        ...attackFacts
          .filter(({ id, file }) => !ids.has(id) && !unreadable.has(file.replace(/facts\/([^/]+)\.yaml$/, '$1.mdx')))
          .map(
            ({ id, file }): Problem => ({
              severity: 'error',
              file,
              field: '',
              message: `has facts for the attack "${id}", which has no entry`,
              remedy: `Write the entry ${id}.mdx (docs/adding-an-attack.md), correct the file's name, or delete it.`,
            }),
          ),
      ];
    },
  },
];

function noFacts({ id, file }: TextContent<AttackFile>): Problem {
  return {
    severity: 'error',
    file,
    field: '',
    message: `has no facts: facts/${id}.yaml is missing`,
    remedy: `Write down in facts/${id}.yaml what you looked up: ids, dates, versions, scores, addresses (docs/adding-an-attack.md).`,
  };
}

function differences({ file, data }: TextContent<AttackFile>, factsFile: string, facts: AttackFacts): Problem[] {
  // A day that nobody stands by is shown as its month or year, and the entry says so.
  const isVague = (data.uncertain ?? []).length > 0 && facts.date.startsWith(`${data.date}-`);
  const stated = factTexts(data);
  return Object.entries(factTexts(isVague ? { ...facts, date: data.date } : facts)).flatMap(([field, looked]) => {
    const given = stated[field] ?? [];
    const problem = (message: string): Problem => ({
      severity: 'error',
      file,
      field,
      message,
      remedy: `Look it up in the source, then correct the entry or ${factsFile}.`,
    });
    return [
      ...lacking(given, looked).map((fact) => problem(`says ${fact}, which its facts do not`)),
      ...lacking(looked, given).map((fact) => problem(`lacks ${fact}, which its facts have`)),
    ];
  });
}

/** What is among `these` and not among `those`, once each. */
function lacking(these: readonly string[], those: readonly string[]): string[] {
  const there = new Set(those);
  return [...new Set(these)].filter((fact) => !there.has(fact));
}
