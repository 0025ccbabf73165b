import { singular } from '../classify/lexicon/inflection.ts';
import { readVerb } from '../classify/lexicon/verbs.ts';
import { nameWords } from '../classify/read/tokenize.ts';
import type { Category } from '../risk/category.ts';
import { levelRank, type RiskLevel } from '../risk/risk-level.ts';

/** What a comparison of two tools' jobs needs. */
export interface JobTool {
  readonly name: string;
  readonly category: Category | null;
  readonly level: RiskLevel | null;
}

/** More would be a list to read, not an answer. */
const MOST = 3;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Jobs that have a milder form: the words that name the job, and those of the milder one. */
const MILDER: readonly { readonly job: ReadonlySet<string>; readonly milder: ReadonlySet<string> }[] = [
  {
    job: words('delete remove purge drop destroy wipe erase terminate uninstall'),
    milder: words('archive close disable deactivate suspend hide trash unpublish move stop unlink'),
  },
  { job: words('send post publish reply submit'), milder: words('draft preview prepare validate') },
  { job: words('execute run exec eval'), milder: words('readonly explain validate preview select') },
  {
    job: words('pay charge transfer swap buy purchase place'),
    milder: words('quote preview estimate simulate'),
  },
];

/** Words of a name that say nothing of what it works on. */
const FILLERS = words('a an the of for to in on by with from and or all new id ids tool mcp read only multiple');

/**
 * Tools that do a milder form of the same job on the same thing, at a lower level, safest first: what a reader may allow
 * instead. Only for tools of one publisher: a stranger's like-named tool is no safer for its name. Made from
 * names alone, so the page calls it a hint.
 */
export function saferTools<Tool extends JobTool>(tool: JobTool, candidates: readonly Tool[]): Tool[] {
  const { level } = tool;
  if (level === null) return [];
  const own = partsOf(tool.name);
  const milder = MILDER.filter(({ job }) => job.has(own.verb));
  return candidates
    .filter((other) => other.level !== null && levelRank(other.level) < levelRank(level))
    .filter((other) => {
      const parts = partsOf(other.name);
      const without = (mild: ReadonlySet<string>) =>
        parts.all.filter((word) => word !== parts.verb && !mild.has(word)).join(' ');
      return milder.some(
        ({ milder: mild }) =>
          parts.all.some((word) => mild.has(word)) &&
          own.things.join(' ') !== '' &&
          own.things.join(' ') === without(mild),
      );
    })
    .sort(
      (a, b) => levelRank(a.level as RiskLevel) - levelRank(b.level as RiskLevel) || a.name.localeCompare(b.name, 'en'),
    )
    .slice(0, MOST);
}

interface NameParts {
  /** The verb at the start, else at the end; empty where there is none. */
  readonly verb: string;
  /** All other words that say something, in the singular and sorted. */
  readonly things: readonly string[];
  readonly all: readonly string[];
}

function partsOf(name: string): NameParts {
  const found = nameWords(name).map(({ lower }) => lower);
  const ends = [found[0], found.at(-1)].filter((word) => word !== undefined);
  // "issue_delete": both ends can be verbs, and the one that names a job is.
  const verb = ends.find((word) => MILDER.some(({ job }) => job.has(word))) ?? ends.find(readVerb) ?? '';
  const all = found.filter((word) => !FILLERS.has(word)).map((word) => (word === verb ? word : singular(word)));
  return { verb, things: all.filter((word) => word !== verb).sort(), all: all.sort() };
}
