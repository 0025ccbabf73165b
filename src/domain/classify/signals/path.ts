import { LIST, named, oneOf, said, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { words } from '../lexicon/word-list.ts';
import type { Parameter } from '../read/schema-parameters.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { anyOf, byParameter, byPhrase, firstOf, nameOf, type SignalRule } from './signal-rule.ts';

/** Names, and last words of names, that mean a path whatever stands around them. */
const ALWAYS = words(`
  filepath filepaths directory directories workdir cwd project_root output_file input_file kubeconfig save_folder
  output_folder input_folder local_file path_to_file paths dirpath dirname files_to_read excel_file pcap_file binary
  outdir file_paths`);
/** Names that mean a path unless the words around them say otherwise. */
const LIKELY = words(`
  path file files dir folder filename file_name source destination src dst dest target root from to location outfile
  output input repo repository project save_to output_filename image document save_as file_list workbook uri path_1
  path_2 file_1 file_2 local folder_name path_pattern asset_path audio_file file_uri video_file csv_file pdf
  destination_folder dir_name workspace doc_path script config_file values_file db_file notebook data_path data_file
  archive sourcepath attachments attachment media`);
/** Whether a key is one of the names, or ends in one that has more than one word or names a place. */
const isNamed = (names: ReadonlySet<string>, { key, words: parts }: Parameter) =>
  names.has(key) || (parts.length > 1 && (names.has(parts.slice(1).join('_')) || names.has(parts.slice(-2).join('_'))));
const FILE_WORDS =
  /\b(?:absolute|local|file ?system|directory|directories|folder path|path (?:to|of|where|for|relative|on|or)|file path|filepath|full path|relative path|disk|cwd|home\/|c:\\|workspace root|output path|save (?:to|the|location)|file to|files to|input file|output file|files? on|paths?)\b|\/(?:users|home|tmp|path|var)\//;
const NOT_FILE = anyOf(
  'url path|api path|api endpoint|endpoint path|json ?path|xpath|object key|s3|bucket|blob|gcs',
  'in the repository|in repo|in the repo|of the repository|repository path|http|https|route|request path',
  'key path|property path|dot notation|field path|storage path|page path|wiki|gitlab|github|bitbucket|gitee',
  'figma|secret path|mount path|path prefix|firestore|asset path|graph path|cloud storage|drive|dropbox',
  'sharepoint|health ?check|uploaded|resource path|project path or id|url-encoded|node path|category path',
  'scene path|remote file|e\\.g\\.? ?[\'"“]?\\/(?:api|v1)|path parameter|menu path|vault|engine|ga ?4|uid',
  'path of the (?:resource|endpoint)|register|docs?|documentation',
);
const HOSTED =
  /\b(?:github|gitlab|bitbucket|gitee|s3|blob|bucket|dropbox|google drive|onedrive|sharepoint|firebase|firestore|supabase|vault|appwrite|cloudflare|notion|confluence|oss|cos)\b/;

/** Arguments that only hosting services have. */
const OF_HOST = /^(?:owner|bucket|bucket_name|repo|vault_name|space_key|collection_id)$/;

/** Keys that end in "path" and mean none of a file system. */
const NO_FILE_PATH =
  /^(?:json|url|api|key|object|x|route|field|property|node|tree|scene|menu|mount|asset|resource|request|endpoint|secret|health_?check|hierarchy|class|import|layer|category|data|web|page|nav|parent|component|variable|storage|bucket|doc|wiki|game|graph)_path$/;

const JSON_PATH = /\bjson ?path\b|\bjson (?:value|document|object)s?\b.{0,80}\bpath\b|\bredis\b|\bdot[- ]notation\b/;
const BASES =
  /^(?:repo_path|repository_path|cwd|working_dir|working_directory|project_root|project_path|workspace_root)$/;

function isPath(facts: ToolFacts, parameter: Parameter): boolean {
  if (parameter.values.length > 0 || ['boolean', 'number', 'integer'].includes(parameter.type ?? '')) return false;
  if (parameter.isList && parameter.memberType === 'object') return false;
  const own = parameter.description.toLowerCase();
  const always =
    isNamed(ALWAYS, parameter) ||
    (/_(?:dir|directory)$/.test(parameter.key) && !/^(?:sort|order|scroll|text|swipe)_/.test(parameter.key)) ||
    (/_path$/.test(parameter.key) && !NO_FILE_PATH.test(parameter.key));
  // A path beside an HTTP method is one of an API.
  if (parameter.key === 'path' && facts.parameters.some((each) => each.key === 'method')) return false;
  // A path inside a value: "the JSON value at a given path".
  if (parameter.key === 'path' && JSON_PATH.test(`${nameOf(facts)} ${facts.description.lower.slice(0, 600)} ${own}`))
    return false;
  // Beside the path of a working copy, files are files of it.
  if (/^(?:files?|paths?)$/.test(parameter.key) && facts.parameters.some((each) => BASES.test(each.key))) return true;
  if (!always && !LIKELY.has(parameter.key)) return false;
  const hosted = HOSTED.test(facts.about) || facts.parameters.some((each) => OF_HOST.test(each.key));
  if (/\bhealth|image_name|content_?type\b/.test(parameter.key)) return false;
  if (always)
    return (
      !(NOT_FILE.test(own) && !FILE_WORDS.test(own)) &&
      !(hosted && !ON_DISK.test(own) && !KEPT_LOCALLY.test(parameter.key)) &&
      !(/^(?:paths|\w+_paths)$/.test(parameter.key) && facts.topics.takes.has('url') && !ON_DISK.test(own))
    );
  if (NOT_FILE.test(own) && !/\b(?:local|absolute)\b/.test(own)) return false;
  if (/\b(?:previously|already) uploaded\b/.test(facts.description.purposeLower)) return false;
  if (hosted && !/\b(?:local|absolute|file ?system|disk)\b/.test(own)) return false;
  if (FILE_WORDS.test(own)) return true;
  if (/^(?:path|paths|dir|folder|old_path|new_path)$/.test(parameter.key))
    return FILES.test(facts.about) && !/\b(?:api|endpoint|http)\b/.test(own);
  if (/^(?:source|destination|src|dst|dest|file|files|filename|file_name)$/.test(parameter.key)) {
    const local = LOCAL.test(facts.about) && !/\b(?:upload(?:ed)?|attachment|id)\b/.test(own);
    return local && (parameter.key !== 'source' || /\bfile|director|folder|copy|move\b/.test(facts.about));
  }
  return false;
}

/** Words of a file system that is not the one of a hosting service. */
const ON_DISK =
  /\b(?:local(?:ly)?|absolute|file ?system|disk|your (?:computer|machine)|working directory|home directory)\b|~\/|\/(?:users|home|tmp|var)\//;
/** Keys of places that are the caller's own, also beside a hosting service. */
const KEPT_LOCALLY =
  /local|absolute|output|save|download|export|upload|dest|target_dir|work|cwd|kubeconfig|repo_path|project_root|project_path|workspace/;

const FILES =
  /\b(?:files?|director(?:y|ies)|folders?|path|filesystem|local|disk|project|codebase|repository|workspace|image|pdf|csv|code|git|document|save|audio|video)\b/;
const LOCAL =
  /\b(?:file ?system|director(?:y|ies)|local|disk|folder|move file|copy file|read file|write file|filesystem|files?|excel|workbook|docx|pptx|powerpoint|word)\b/;
const SAID =
  /\b(?:from|to|in|on) (?:the |a |your )?(?:local )?(?:file ?system|local files?|local disk|disk)\b|\b(?:read|write|writes|reads|create|delete|list|move|rename|edit|search|open|save)s? (?:the |a |an |any |all |complete |entire |new |existing |specific |contents? of |multiple |text |local |or |overwrite )*(?:files?|director(?:y|ies)|folders?)\b/;

/** Takes a path in a file system that it reads or writes. */
export const path: SignalRule = {
  id: 'path',
  find: (facts) =>
    firstOf(
      () =>
        facts.parameters
          .filter((each) => each.depth <= 3 && isPath(facts, each))
          .slice(0, 4)
          .map((each) =>
            byParameter(each, /dir|folder|cwd|root/.test(each.key) ? 'takes a directory' : 'takes a file path'),
          ),
      () =>
        facts.parameters.length === 0 &&
        !HOSTED.test(facts.about) &&
        /\b(?:filesystem|file system|local|path)\b/.test(facts.about)
          ? byPhrase(facts, SAID, 'works on files that the caller names')
          : [],
    ),
};

/** What an example of each row looks like. */
export const PATH_EXAMPLES: readonly ExampleTable[] = [
  wordTable('path.always', ALWAYS, {
    shows: 'path',
    // Also what other keys end in: `input_file_paths`.
    except: ['file_paths'],
    example: (key) => ({ name: 'open_hatch', takes: { [key]: TEXT } }),
  }),
  wordTable('path.likely', LIKELY, {
    shows: 'path',
    example: (key) => ({ name: 'open_hatch', takes: { [key]: said('A file on disk') } }),
  }),
  patternTable('path.said', FILE_WORDS, {
    shows: 'path',
    example: (text) => ({ name: 'open_hatch', takes: { document: said(`It is ${text} it`) } }),
  }),
  patternTable('path.no-file', NOT_FILE, {
    hides: 'path',
    example: (text) => ({ name: 'open_files', takes: { path: said(`It is ${text}`) } }),
  }),
  patternTable('path.hosted', HOSTED, {
    hides: 'path',
    example: (text) => ({ name: 'open_hatch', description: `Open it (${text})`, takes: { file_path: TEXT } }),
  }),
  patternTable('path.hosted-argument', OF_HOST, {
    hides: 'path',
    example: (key) => ({ name: 'open_hatch', takes: { [key]: TEXT, file_path: TEXT } }),
  }),
  patternTable('path.no-file-argument', NO_FILE_PATH, {
    neutral: 'frobnitz_path',
    hides: 'path',
    example: (key) => ({ name: 'open_hatch', takes: { [key]: TEXT } }),
  }),
  patternTable('path.json', JSON_PATH, {
    hides: 'path',
    example: (text) => ({ name: 'open_files', takes: { path: said(`A ${text}`) } }),
  }),
  patternTable('path.base', BASES, {
    shows: 'path',
    example: (key) => ({ name: 'open_hatch', takes: { [key]: oneOf('here'), files: LIST } }),
  }),
  patternTable('path.files', FILES, {
    shows: 'path',
    example: (text) => ({ name: 'open_hatch', description: `Open it (${text})`, takes: { path: TEXT } }),
  }),
  patternTable('path.local', LOCAL, {
    shows: 'path',
    example: (text) => ({ name: 'open_hatch', description: `Open it (${text})`, takes: { destination: TEXT } }),
  }),
  patternTable('path.on-disk', ON_DISK, {
    shows: 'path',
    example: (text) => ({ name: 'open_hatch', server: 'github', takes: { file_path: said(`It is ${text}`) } }),
  }),
  patternTable('path.kept', KEPT_LOCALLY, {
    shows: 'path',
    example: (text) => ({ name: 'open_hatch', server: 'github', takes: { [`${named(text)}_path`]: TEXT } }),
  }),
  patternTable('path.text', SAID, {
    shows: 'path',
    example: (text) => ({ name: 'arrange_it', description: `Arranges ${text} by path` }),
  }),
];
