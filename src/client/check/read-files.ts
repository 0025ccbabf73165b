import type { KnownServer } from '../../domain/audit/known-catalogue.ts';
import {
  type ConfigurationDocument,
  type ConfigurationText,
  documentReader,
} from '../../domain/clients/read-document.ts';
import { TOOLS_LIST } from '../../domain/clients/tools-list.ts';
import { syntaxOf } from '../../domain/configuration/read-text.ts';
import { loadModule } from '../load.ts';

/** The files as they are read here and on the command line. What reads YAML is large, and loaded where a file is YAML. */
export async function readFiles(files: readonly ConfigurationText[]): Promise<ConfigurationDocument[]> {
  const isAnyYaml = files.some(({ name, text }) => syntaxOf(name, text) === 'yaml');
  if (!isAnyYaml) return files.map(documentReader(null));
  const { readYamlText } = await loadModule(() => import('../../domain/configuration/yaml-text.ts'));
  return files.map(documentReader(readYamlText));
}

/** Servers of lists of tools. Classifying is the largest part of the code, and only these need it. */
export async function listedServers(documents: readonly ConfigurationDocument[]): Promise<KnownServer[]> {
  if (documents.every(({ kind }) => kind !== TOOLS_LIST)) return [];
  const { serversOfLists } = await loadModule(() => import('../../domain/audit/listed-server.ts'));
  return serversOfLists(documents);
}
