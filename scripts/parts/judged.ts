import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ImportedServer } from '../../src/catalogue/import/imported.ts';
import { readJson, readYaml } from '../../src/catalogue/read/read-file.ts';
import { type ClassifierInput, type Verdict, verdictsOf } from '../../src/domain/classify/classify.ts';
import { classifierExamples } from '../../src/domain/classify/examples.ts';
import { exampleTool } from '../../src/domain/classify/lexicon/example.ts';
import { areDefaults } from '../../src/domain/classify/read/read-tool.ts';
import { definitionKey, recordKey } from '../../src/domain/ledger/ledger.ts';
import { verdictCode } from '../../src/domain/ledger/verdict-code.ts';
import { type ToolRecord, ToolsFileSchema } from '../../src/domain/record/record.ts';
import { ServerFileSchema } from '../../src/domain/record/server.ts';
import type { ToolDefinition } from '../../src/domain/record/tool.ts';
import { MisuseError } from './command.ts';
import { readJsonLines } from './json-lines.ts';
import { sharedServers } from './shared-servers.ts';

/** A definition, or a record of one, with the verdict of now. */
export interface Judged {
  /** Its key in the ledger. */
  readonly key: string;
  /** Where it comes from: "corpus acme", "content github". */
  readonly from: string;
  readonly name: string;
  /** The verdict as the ledger writes it. */
  readonly code: string;
  readonly verdict: Verdict;
  /** The definition with those that are judged together with it; none for a record whose definition is not at hand. */
  readonly input: ClassifierInput | undefined;
  readonly among: readonly ClassifierInput[];
}

/** Tools of one server from one source. */
interface Group {
  readonly from: string;
  readonly inputs: readonly ClassifierInput[];
}

/** The example definitions of the classifier's rules: ours, always there. Their keys are the ids of the rules. */
export function judgedExamples(): Judged[] {
  return [...classifierExamples()].map(([key, example]) => {
    const input = exampleTool(example);
    const [verdict] = verdictsOf([input]) as [Verdict];
    return judged(key, 'example', input, [input], verdict);
  });
}

/** The definitions of the shared folder: corpus, captures, facts, labelled tools, listings; each of them once. */
export async function judgedDefinitions(
  shared: string,
  servers: ReadonlyMap<string, ImportedServer>,
): Promise<Judged[]> {
  const found = new Map<string, Judged>();
  for (const group of [
    ...importedGroups(servers),
    ...(await labelledGroups(shared)),
    ...(await listedGroups(shared)),
  ]) {
    const saysNothing = group.inputs.length > 1 && group.inputs.every(({ tool }) => areDefaults(tool.annotations));
    const keys = group.inputs.map(({ server, tool }) => definitionKey(sha256, server, tool, saysNothing));
    const isNew = group.inputs.map((_, index) => !found.has(keys[index] as string));
    // Many listings of a server repeat the last one: only what is new is judged, unless that alone would say something else
    // about the server's hints.
    const fresh = group.inputs.filter((_, index) => isNew[index]);
    const whole = saysNothing || fresh.every(({ tool }) => areDefaults(tool.annotations));
    const inputs = whole && fresh.length > 0 ? group.inputs : fresh;
    const wanted = whole && fresh.length > 0 ? keys : keys.filter((_, index) => isNew[index]);
    verdictsOf(inputs).forEach((verdict, index) => {
      const key = wanted[index] as string;
      if (!found.has(key)) found.set(key, judged(key, group.from, inputs[index] as ClassifierInput, inputs, verdict));
    });
  }
  return [...found.values()];
}

/** A record of the catalogue, and what the classifier says of its definition now. */
export interface JudgedRecord extends Judged {
  /** The verdict in the record. */
  readonly recorded: string;
}

/**
 * The records of the catalogue. Where the definitions are at hand they are judged again; else the record's own verdict
 * counts.
 * @param servers the servers of the shared folder; none without it
 */
export async function judgedRecords(
  root: string,
  servers: ReadonlyMap<string, ImportedServer>,
): Promise<JudgedRecord[]> {
  const slugs = await readdir(path.join(root, 'servers'));
  return (await Promise.all(slugs.sort().map((slug) => judgedServer(root, slug, servers)))).flat();
}

async function judgedServer(
  root: string,
  slug: string,
  servers: ReadonlyMap<string, ImportedServer>,
): Promise<JudgedRecord[]> {
  const at = (name: string) => {
    const file = path.join(root, 'servers', slug, name);
    return { path: file, file };
  };
  const [file, tools] = await Promise.all([
    readYaml(at('server.yaml'), ServerFileSchema),
    readJson(at('tools.json'), ToolsFileSchema),
  ]);
  const [problem] = [...file.problems, ...tools.problems];
  if (file.value === null || tools.value === null)
    throw new MisuseError(`${problem?.file} ${problem?.message}. Run npm run check.`);
  const { source } = file.value;
  const imported = source !== undefined && 'id' in source ? servers.get(`${source.kind}:${source.id}`) : undefined;
  const inputs = imported === undefined ? [] : inputsOf(slug, imported);
  const verdicts = verdictsOf(inputs);
  const isSame =
    inputs.length === tools.value.tools.length &&
    tools.value.tools.every(({ name }, index) => inputs[index]?.tool.name === name);
  return tools.value.tools.map((record, index) =>
    judgedRecord(slug, record, isSame ? inputs : [], inputs[index], verdicts[index]),
  );
}

function judgedRecord(
  slug: string,
  record: ToolRecord,
  among: readonly ClassifierInput[],
  input: ClassifierInput | undefined,
  verdict: Verdict | undefined,
): JudgedRecord {
  const again = among.length > 0 && verdict !== undefined ? verdict : record.classification;
  return {
    key: recordKey(sha256, slug, record.name, record.hashes?.all),
    from: `content ${slug}`,
    name: record.name,
    code: codeOf(again),
    recorded: codeOf(record.classification),
    verdict: again,
    input: among.length > 0 ? input : undefined,
    among,
  };
}

function judged(
  key: string,
  from: string,
  input: ClassifierInput,
  among: readonly ClassifierInput[],
  verdict: Verdict,
): Judged {
  return { key, from, name: input.tool.name, code: codeOf(verdict), verdict, input, among };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const codeOf = ({ category, level, signals, sharedText }: Verdict) =>
  verdictCode({ category, level, signals: signals.map(({ id }) => id), shares: sharedText !== undefined });

/** The servers of the shared folder; none, with a line that says so, where it is not there. */
export async function serversAtHand(shared: string): Promise<ReadonlyMap<string, ImportedServer>> {
  if (existsSync(shared)) return sharedServers(shared);
  process.stderr.write(`${shared} is not there: only our own examples are classified, records are read as they are.\n`);
  return new Map();
}

function importedGroups(servers: ReadonlyMap<string, ImportedServer>): Group[] {
  return [...servers].map(([id, server]) => ({ from: id.replace(':', ' '), inputs: inputsOf(server.id, server) }));
}

function inputsOf(server: string, { tools }: ImportedServer): ClassifierInput[] {
  return tools.map(({ definition, definitionSource }) => ({ server, tool: definition, definitionSource }));
}

async function labelledGroups(shared: string): Promise<Group[]> {
  const rows = await lines<{ server: string; tool: ToolDefinition }>(path.join(shared, 'gold/dev.jsonl'));
  return rows.map(({ server, tool }) => ({ from: `gold ${server}`, inputs: [{ server, tool }] }));
}

async function listedGroups(shared: string): Promise<Group[]> {
  const listings = await lines<{ server: string; version?: string; tools: readonly ToolDefinition[] }>(
    path.join(shared, 'facts/listings.jsonl.gz'),
  );
  return listings.map(({ server, version, tools }) => ({
    from: `listing ${server}${version === undefined ? '' : ` ${version}`}`,
    inputs: tools.map((tool) => ({ server, tool })),
  }));
}

async function lines<Line>(file: string): Promise<Line[]> {
  return existsSync(file) ? readJsonLines(file) : [];
}
