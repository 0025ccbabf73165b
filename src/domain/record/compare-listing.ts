import type { Classification } from './classification.ts';
import { type Hashes, hashDefinition } from './hashes.ts';
import type { ToolRecord } from './record.ts';
import type { ToolDefinition } from './tool.ts';

/** One tool as it was listed just now, with its verdict. */
export interface ListedTool {
  readonly definition: ToolDefinition;
  readonly classification: Classification;
}

/** A way in which a new listing differs from the record. */
export interface Difference {
  readonly tool: string;
  /** Which tools there are, what their definitions say, or what the classifier makes of them. */
  readonly kind: 'tool' | 'definition' | 'verdict';
  /** `missing` and `new` tools, parts of the definition by name, or parts of the verdict. */
  readonly what: string;
  readonly recorded: string;
  readonly found: string;
}

/**
 * Compares a record with a new listing of the same version: tools by name (equal names in order), fingerprints part by part,
 * category, level and signals. Empty when the record can be reproduced.
 */
export async function compareListing(
  recorded: readonly ToolRecord[],
  listed: readonly ListedTool[],
): Promise<Difference[]> {
  const left = new Map<string, ListedTool[]>();
  for (const tool of listed) left.set(tool.definition.name, [...(left.get(tool.definition.name) ?? []), tool]);
  const differences: Difference[] = [];
  for (const record of recorded) {
    const found = left.get(record.name)?.shift();
    if (found === undefined)
      differences.push({ tool: record.name, kind: 'tool', what: 'tool', recorded: 'there', found: 'missing' });
    else differences.push(...(await compareTool(record, found)));
  }
  for (const tools of left.values()) {
    for (const { definition } of tools) {
      differences.push({ tool: definition.name, kind: 'tool', what: 'tool', recorded: 'not recorded', found: 'there' });
    }
  }
  return differences;
}

async function compareTool(record: ToolRecord, { definition, classification }: ListedTool): Promise<Difference[]> {
  const hashes = await hashDefinition(definition);
  const parts = record.hashes === undefined ? [] : changedParts(record.hashes, hashes);
  const verdicts = (
    [
      ['category', record.classification.category, classification.category],
      ['level', record.classification.level, classification.level],
      ['signals', signalsOf(record.classification), signalsOf(classification)],
      ['text that others read', sharesOf(record.classification), sharesOf(classification)],
      ['classifier', record.classification.classifier, classification.classifier],
    ] as const
  ).flatMap(([what, recorded, found]) =>
    recorded === found
      ? []
      : [{ kind: 'verdict' as const, what, recorded: recorded ?? 'not assessed', found: found ?? 'not assessed' }],
  );
  return [...parts, ...verdicts].map((difference) => ({ tool: record.name, ...difference }));
}

function changedParts(recorded: Hashes, found: Hashes): Omit<Difference, 'tool'>[] {
  const parts = [...new Set([...Object.keys(recorded), ...Object.keys(found)])] as (keyof Hashes)[];
  const changed = parts.filter((part) => recorded[part] !== found[part]);
  // The whole and the shape of a schema follow from the parts; they are named only where nothing else is.
  const telling = changed.filter((part) => part !== 'all' && part !== 'schemaShape');
  return (telling.length > 0 ? telling : changed).map((part) => ({
    kind: 'definition',
    what: part,
    recorded: recorded[part]?.slice(0, 12) ?? 'absent',
    found: found[part]?.slice(0, 12) ?? 'absent',
  }));
}

function sharesOf({ sharedText }: Classification): string {
  return sharedText === undefined ? 'not shown' : 'shown';
}

function signalsOf({ signals }: Classification): string {
  return signals
    .map(({ id }) => id)
    .sort()
    .join(', ');
}
