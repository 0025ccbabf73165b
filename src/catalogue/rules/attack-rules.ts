import cvss from 'ae-cvss-calculator';
import { type AttackFile, MAPPING_LISTS, type Mapping } from '../../domain/attacks/attack.ts';
import { type BindingRule, compileRule, tryRule } from '../../domain/attacks/attack-rule.ts';
import { compileDetection } from '../../domain/attacks/detection/detect.ts';
import { PolicySchema } from '../../domain/policy/schema.ts';
import { isObject } from '../../domain/text/json.ts';
import { RESERVED_ATTACK_IDS } from '../../domain/text/slug.ts';
import { namesVersion } from '../../domain/text/version.ts';
import type { Content, ServerContent, TextContent } from '../read/content.ts';
import type { Problem } from '../read/problem.ts';
import type { Rule } from './content-rule.ts';

type Attack = TextContent<AttackFile>;
type Fault = Omit<Problem, 'severity' | 'file'>;

/** A rule that looks at one attack at a time, of the root's own: Placard's are held to it in Placard's own content. */
function each(
  name: string,
  description: string,
  find: (attack: Attack, content: Content, today: string) => Fault[],
): Rule {
  return {
    name,
    description,
    check: (content, { today }) =>
      ownAttacks(content).flatMap((attack) =>
        find(attack, content, today).map((fault) => ({ severity: 'error' as const, file: attack.file, ...fault })),
      ),
  };
}

function ownAttacks({ attacks }: Content): Attack[] {
  return attacks.filter(({ shipped }) => !shipped);
}

/** What holds of the attack entries among each other, and of each with its own facts. */
export const attackRules: readonly Rule[] = [
  each('attack-related', 'Related attacks exist, and know of each other.', (attack, { attacks }) =>
    attack.data.related.flatMap((id, index) => {
      const field = `related[${index}]`;
      const other = attacks.find((candidate) => candidate.id === id);
      if (other === undefined) {
        return [
          {
            field,
            message: `names the attack "${id}", which does not exist`,
            remedy: 'Correct the id to the name of a file in attacks/, or take it out.',
          },
        ];
      }
      // Placard's entries know nothing of those that a catalogue adds.
      if (other.shipped || other.data.related.includes(attack.id)) return [];
      return [
        {
          field,
          message: `names "${id}", which does not name this entry`,
          remedy: `Add "${attack.id}" to \`related\` of ${other.file}.`,
        },
      ];
    }),
  ),
  each(
    'attack-join',
    'A pattern says which tools are open to it and what a rule on calls can do; a case takes that from its patterns.',
    ({ data }) => {
      const isPattern = data.kind === 'pattern';
      const missing = (['join', 'rule'] as const)
        .filter((field) => isPattern && data[field] === undefined)
        .map((field) => ({
          field,
          message: 'is missing',
          remedy:
            field === 'join'
              ? 'Say which categories and signals are open to it, or what else is attacked.'
              : 'Give the control with both calls, or `control: none` with the reason.',
        }));
      const misplaced = (['join', 'rule', 'detection'] as const)
        .filter((field) => !isPattern && data[field] !== undefined)
        .map((field) => ({
          field,
          message: 'stands on a case',
          remedy: 'Move it to the pattern, and name the pattern in `related`.',
        }));
      return [...missing, ...misplaced];
    },
  ),
  each('attack-ids', 'Ids of public lists have the form that the list gives them, once each.', ({ data }) => [
    ...data.mappings.flatMap(({ list, id }, index) =>
      MAPPING_LISTS[list].test(id)
        ? []
        : [
            {
              field: `mappings[${index}].id`,
              message: `"${id}" is no id of ${list}`,
              remedy: 'Look it up in the list.',
            },
          ],
    ),
    ...repeated(data.mappings, ({ list, id }) => `${list} ${id}`, 'mappings'),
    ...repeated(data.cve, String, 'cve'),
    ...repeated(data.ghsa, String, 'ghsa'),
    ...repeated(data.cwe, String, 'cwe'),
  ]),
  {
    name: 'attack-titles',
    description: 'An id of a public list bears the same title everywhere.',
    check: ({ attacks }) => {
      const titles = new Map<string, string>();
      return attacks.flatMap((attack) =>
        attack.data.mappings.flatMap((mapping: Mapping, index) => {
          const key = `${mapping.list} ${mapping.id}`;
          const first = titles.get(key) ?? mapping.title;
          titles.set(key, first);
          return first === mapping.title
            ? []
            : [
                {
                  severity: 'error' as const,
                  file: attack.file,
                  field: `mappings[${index}].title`,
                  message: `calls ${key} “${mapping.title}”, another entry calls it “${first}”`,
                  remedy: 'Give it the title of the list in both.',
                },
              ];
        }),
      );
    },
  },
  each('attack-cvss', 'A CVSS score is what its vector gives, and its severity what the score gives.', ({ data }) =>
    data.cvss.flatMap((item, index) => {
      const field = `cvss[${index}]`;
      const faults: Fault[] = [];
      const scores = scoresOf(item.vector, item.version);
      if (scores === null) {
        faults.push({
          field: `${field}.vector`,
          message: `is no vector of CVSS ${item.version}`,
          remedy: 'Copy it from the CVE record, and give the version that it begins with.',
        });
      } else if (!scores.includes(item.score)) {
        faults.push({
          field: `${field}.score`,
          message: `is ${item.score}, but the vector gives ${scores.join(' or ')}`,
          remedy: 'Copy both from the CVE record.',
        });
      }
      if (item.severity.toUpperCase() !== severityOf(item.score)) {
        faults.push({
          field: `${field}.severity`,
          message: `is ${item.severity}, but a score of ${item.score} is ${severityOf(item.score)}`,
          remedy: 'Copy both from the CVE record.',
        });
      }
      if (!data.cve.includes(item.cve)) {
        faults.push({
          field: `${field}.cve`,
          message: `names ${item.cve}, which is not among the CVE ids of the entry`,
          remedy: 'Add it to `cve`, or take the score out.',
        });
      }
      return faults;
    }),
  ),
  each('attack-dates', 'A date is one of the calendar, and not to come.', ({ data }, _, today) => {
    const day = data.date.length === 10 ? new Date(`${data.date}T00:00:00Z`) : null;
    const isDay = day === null || (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(data.date));
    const remedy = 'Correct it to the day, month or year of the publication or incident.';
    if (!isDay) return [{ field: 'date', message: `${data.date} is no day of the calendar`, remedy }];
    return data.date > today.slice(0, data.date.length)
      ? [{ field: 'date', message: `${data.date} is still to come`, remedy }]
      : [];
  }),
  each('attack-sources', 'Every source is named once.', ({ data }) =>
    repeated(data.sources, ({ url }) => url, 'sources'),
  ),
  each('attack-uncertain', 'An entry that is not well documented says what is not certain.', ({ data }) =>
    data.confidence !== 'high' && (data.uncertain ?? []).length === 0
      ? [
          {
            field: 'uncertain',
            message: `is empty, although the confidence is ${data.confidence}`,
            remedy: 'Say what is not certain, one item each.',
          },
        ]
      : [],
  ),
  each('attack-fixed', 'A case with a version that fixes it says so in its first line.', ({ data, body }) => {
    if (data.kind !== 'case' || !data.affected.some(({ fixed }) => fixed !== undefined && namesVersion(fixed)))
      return [];
    const [line = ''] = body.trim().split('\n');
    return line.startsWith('Fixed in ') && line.trim().endsWith('is yours older?')
      ? []
      : [
          {
            field: '',
            message: 'does not begin with the version that fixes it',
            remedy: 'Make its first line "Fixed in …: is yours older?".',
          },
        ];
  }),
  each(
    'attack-rule',
    'A rule names what is recorded, blocks its bad call and lets its good call through.',
    (attack, content) => {
      const { rule } = attack.data;
      return rule === undefined || rule.control === 'none' ? [] : ruleFaults(rule, content);
    },
  ),
  each(
    'attack-detection',
    'A detection rule can be read, finds its lines and leaves the others alone.',
    ({ id, data }) => {
      if (data.detection === undefined) return [];
      const made = compileDetection(data.detection, id);
      if ('errors' in made) {
        return made.errors.map(({ field, message }) => ({
          field: `detection.detection.${field}`,
          message,
          remedy: 'Keep to the subset of Sigma that the guide "detection" lists.',
        }));
      }
      const { matches, passes, correlation } = data.detection;
      const missed =
        correlation === undefined
          ? matches.flatMap((line, index) => (made.compiled.fits(line) ? [] : [`matches[${index}]`]))
          : made.compiled.run(matches).length > 0
            ? []
            : ['matches'];
      const wrong =
        correlation === undefined
          ? passes.flatMap((line, index) => (made.compiled.fits(line) ? [`passes[${index}]`] : []))
          : made.compiled.run(passes).length > 0
            ? ['passes']
            : [];
      return [
        ...missed.map((field) => ({
          field: `detection.${field}`,
          message: 'is not found by the rule',
          remedy: 'Correct the rule or the line.',
        })),
        ...wrong.map((field) => ({
          field: `detection.${field}`,
          message: 'sets the rule off, although it should not',
          remedy: 'Correct the rule or the line.',
        })),
      ];
    },
  ),
  each('attack-servers', 'Servers that a case names are in the catalogue.', ({ data }, content) =>
    data.servers.flatMap((slug, index) =>
      content.servers.some((server) => server.slug === slug)
        ? []
        : [
            {
              field: `servers[${index}]`,
              message: `names the server "${slug}", which is not recorded`,
              remedy: 'Correct it to the name of a folder in servers/, or take it out.',
            },
          ],
    ),
  ),
  {
    name: 'attack-moved',
    description: 'An address belongs to one entry: its own id or one that it had before.',
    check: ({ attacks }) => {
      const taken = new Map([...RESERVED_ATTACK_IDS].map((id) => [id, 'the site itself']));
      const faults: Problem[] = [];
      const take = (id: string, file: string, field: string) => {
        const owner = taken.get(id);
        if (owner === undefined) taken.set(id, file);
        else {
          faults.push({
            severity: 'error',
            file,
            field,
            message: `takes the address "${id}", which belongs to ${owner}`,
            remedy: 'Give each address to one entry.',
          });
        }
      };
      for (const attack of attacks) take(attack.id, attack.file, '');
      for (const attack of attacks) {
        for (const [index, id] of attack.data.moved.entries()) take(id, attack.file, `moved[${index}]`);
      }
      return faults;
    },
  },
];

function repeated<Item>(items: readonly Item[], key: (item: Item) => string, field: string): Fault[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const found = key(item);
    if (!seen.has(found)) {
      seen.add(found);
      return [];
    }
    return [{ field: `${field}[${index}]`, message: `repeats "${found}"`, remedy: 'Keep one of the two.' }];
  });
}

/**
 * The scores that a vector gives, by a library; null where it is no vector of that version. Two may be right: an assigner may
 * count the exploit maturity (E) that the vector has, or not; and GitHub rates a changed scope in 3.1 with the environmental
 * equations, which round up by a tenth more (CVE-2025-54135: 8.6 in the record, 8.5 by the base equations).
 */
function scoresOf(vector: string, version: string): number[] | null {
  if (!vector.startsWith(`CVSS:${version}/`)) return null;
  try {
    if (version === '4.0') {
      const scores = new cvss.Cvss4P0(vector).calculateScores();
      return known([scores.baseMetricsOnly, scores.overall]);
    }
    if (version !== '3.0' && version !== '3.1') return null;
    const base = vector.replace(/^CVSS:3\.0/, 'CVSS:3.1');
    const scores = new cvss.Cvss3P1(base).calculateScores();
    // Requirements of medium weight change nothing but the equations.
    const environmental = new cvss.Cvss3P1(`${base}/CR:M/IR:M/AR:M`).calculateScores();
    return known([scores.base, scores.overall, environmental.environmental]);
  } catch {
    return null;
  }
}

function known(scores: readonly (number | undefined)[]): number[] {
  return [...new Set(scores.filter((score) => score !== undefined))];
}

/** The severity of a score (CVSS specification, qualitative severity rating scale; the same in 3.0, 3.1 and 4.0). */
function severityOf(score: number): string {
  if (score === 0) return 'NONE';
  if (score < 4) return 'LOW';
  if (score < 7) return 'MEDIUM';
  return score < 9 ? 'HIGH' : 'CRITICAL';
}

function ruleFaults(rule: BindingRule, content: Content): Fault[] {
  const server = content.servers.find(({ slug }) => slug === rule.server);
  if (server === undefined) {
    return [
      { field: 'rule.server', message: `"${rule.server}" is not recorded`, remedy: 'Name a folder in servers/.' },
    ];
  }
  const faults = [
    ...toolFaults(server, rule.tool, 'rule.tool'),
    ...callFaults(server, rule.blocks, 'rule.blocks'),
    ...callFaults(server, rule.passes, 'rule.passes'),
  ];
  if (rule.control === 'require') {
    const known = parametersOf(server, rule.tool);
    for (const [index, { parameter }] of rule.require.entries()) {
      if (known.has(parameter)) continue;
      faults.push({
        field: `rule.require[${index}].parameter`,
        message: `"${parameter}" is no argument of ${rule.tool}`,
        remedy: 'Name an argument at the top of its schema.',
      });
    }
  }
  if (faults.length > 0) return faults;
  const tools = server.tools.tools.map(({ name }) => ({ name, category: null, signals: [], doubts: [] }));
  const policy = compileRule(rule, tools);
  if (policy === null || !PolicySchema.safeParse(policy).success) {
    return [{ field: 'rule', message: 'makes no policy that can be read', remedy: 'Correct its values.' }];
  }
  const { blocks, passes } = tryRule(rule, policy);
  return [
    ...(blocks.decision === 'deny'
      ? []
      : [{ field: 'rule.blocks', message: 'goes through', remedy: 'Correct the rule or the call.' }]),
    ...(passes.decision === 'allow'
      ? []
      : [{ field: 'rule.passes', message: 'is refused', remedy: 'Correct the rule or the call.' }]),
  ];
}

function toolFaults(server: ServerContent, name: string, field: string): Fault[] {
  return server.tools.tools.some((tool) => tool.name === name)
    ? []
    : [{ field, message: `"${name}" is no recorded tool of ${server.slug}`, remedy: 'Correct the name.' }];
}

function callFaults(server: ServerContent, call: BindingRule['blocks'], field: string): Fault[] {
  const missing = toolFaults(server, call.tool, `${field}.tool`);
  if (missing.length > 0) return missing;
  const known = parametersOf(server, call.tool);
  return Object.keys(call.arguments)
    .filter((name) => !known.has(name))
    .map((name) => ({
      field: `${field}.arguments.${name}`,
      message: `"${name}" is no argument of ${call.tool}`,
      remedy: 'Name an argument at the top of its schema.',
    }));
}

/** The arguments at the top of a tool's schema, of every record that bears the name. */
function parametersOf(server: ServerContent, name: string): ReadonlySet<string> {
  return new Set(
    server.tools.tools
      .filter((tool) => tool.name === name)
      .flatMap(({ inputSchema }) => (isObject(inputSchema?.properties) ? Object.keys(inputSchema.properties) : [])),
  );
}
