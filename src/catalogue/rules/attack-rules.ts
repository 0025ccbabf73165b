import type { Rule } from './rule.ts';

/** What holds of the attack entries among each other. */
export const attackRules: readonly Rule[] = [
  {
    name: 'attack-related',
    description: 'Related attacks exist, and know of each other.',
    check: ({ attacks }) => {
      const byId = new Map(attacks.map((attack) => [attack.id, attack]));
      return attacks.flatMap((attack) =>
        attack.data.related.flatMap((id, index) => {
          const at = { severity: 'error' as const, file: attack.file, field: `related[${index}]` };
          const other = byId.get(id);
          if (other === undefined) {
            return [
              {
                ...at,
                message: `names the attack "${id}", which does not exist`,
                remedy: 'Correct the id to the name of a file in attacks/, or take it out.',
              },
            ];
          }
          if (other.data.related.includes(attack.id)) return [];
          return [
            {
              ...at,
              message: `names "${id}", which does not name this entry`,
              remedy: `Add "${attack.id}" to \`related\` of ${other.file}.`,
            },
          ];
        }),
      );
    },
  },
  {
    name: 'attack-join',
    description: 'A pattern says which tools are open to it; a case takes that from its patterns.',
    check: ({ attacks }) =>
      attacks.flatMap((attack) => {
        const at = { severity: 'error' as const, file: attack.file };
        if (attack.data.kind === 'pattern' && attack.data.join === undefined) {
          return [
            {
              ...at,
              field: 'join',
              message: 'is missing',
              remedy: 'Say which categories and signals are open to it, or what else is attacked.',
            },
          ];
        }
        if (attack.data.kind === 'case' && attack.data.join !== undefined) {
          return [
            {
              ...at,
              field: 'join',
              message: 'stands on a case',
              remedy: 'Move it to the pattern, and name the pattern in `related`.',
            },
          ];
        }
        return [];
      }),
  },
];
