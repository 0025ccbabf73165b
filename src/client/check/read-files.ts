import type { KnownServer } from '../../domain/audit/known-catalogue.ts';
import {
  type ConfigurationDocument,
  type ConfigurationText,
  documentReader,
  unusable,
} from '../../domain/clients/read-document.ts';
import { TOOLS_LIST } from '../../domain/clients/tools-list.ts';
import { syntaxOf } from '../../domain/configuration/read-text.ts';
import { loadModule } from '../load.ts';

/** The most files that are looked at together. */
export const MOST_FILES = 40;

/**
 * The files as they are read here and on the command line; those beyond the most are named as unread. What reads YAML is large,
 * and loaded where a file is YAML.
 */
export async function readFiles(given: readonly ConfigurationText[]): Promise<ConfigurationDocument[]> {
  const files = given.slice(0, MOST_FILES);
  const left = given.slice(MOST_FILES).map((file) => unusable(file, 'line 1', LEFT_OUT, 'Remove others first.'));
  const isAnyYaml = files.some(({ name, text }) => syntaxOf(name, text) === 'yaml');
  if (!isAnyYaml) return [...files.map(documentReader(null)), ...left];
  const { readYamlText } = await loadModule(() => import('../../domain/configuration/yaml-text.ts'));
  return [...files.map(documentReader(readYamlText)), ...left];
}

const LEFT_OUT = `was left out: at most ${MOST_FILES} files are looked at together`;

/** Servers of lists of tools. Classifying is the largest part of the code, and only these need it. */
export async function listedServers(documents: readonly ConfigurationDocument[]): Promise<KnownServer[]> {
  if (documents.every(({ kind }) => kind !== TOOLS_LIST)) return [];
  const { serversOfLists } = await loadModule(() => import('../../domain/audit/listed-server.ts'));
  return serversOfLists(documents);
}
