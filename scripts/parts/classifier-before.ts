import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { ClassifierInput, classifyTools } from '../../src/domain/classify/classify.ts';
import type { Classification } from '../../src/domain/record/classification.ts';

const run = promisify(execFile);

/**
 * What the classifier of an earlier commit says: that of the commit which last changed a file. The ledger keeps no words of
 * a publisher, so this is how the evidence of an accepted verdict is shown.
 * @returns one answer for each group of inputs; null where git does not have that commit or it does not run
 */
export async function classifiedBefore(
  file: string,
  groups: readonly (readonly ClassifierInput[])[],
): Promise<Classification[][] | null> {
  // Inside the checkout, so that the libraries of today are found.
  await mkdir('.build', { recursive: true });
  const folder = await mkdtemp(path.resolve('.build/classifier-before-'));
  try {
    const { stdout } = await run('git', ['log', '-1', '--format=%H', '--', file]);
    const archive = path.join(folder, 'domain.tar');
    await run('git', ['archive', '--output', archive, stdout.trim(), 'src/domain']);
    await run('tar', ['-xf', archive, '-C', folder]);
    const module = await import(pathToFileURL(path.join(folder, 'src/domain/classify/classify.ts')).href);
    const classify = module.classifyTools as typeof classifyTools;
    return groups.map((group) => classify(group));
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
