import type { Evidence } from '../../record/classification.ts';
import { LIST, named, said, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { NOT_RUN, READS_ONLY } from '../lexicon/excuses.ts';
import { words } from '../lexicon/word-list.ts';
import { excuseOf } from './governed-excuse.ts';
import type { Parameter } from './schema-parameters.ts';
import { shortQuote } from './short-quote.ts';
import type { ToolFacts } from './tool-facts.ts';

/** A query language that a tool runs. */
export interface QueryLanguage {
  readonly evidence: Evidence;
  /** The argument that takes the query, where the schema names it. */
  readonly parameter: Parameter | undefined;
  /** Whether the language can change data and nothing binds the tool to reading. */
  readonly canWrite: boolean;
}

const SQL_KEYS =
  /^(?:sql|sql_?query|sql_?statement|sql_?text|statement|sql_queries|raw_sql|query_sql|sql_string|sql_command|statements)$/;
const QUERY_KEYS = words(`
  query query_string statement q queries cypher expression command graphql query_text kql jql promql logql
  sparql flux aggregation pipeline cypher_query gql soql search_query filter influxql esql xpath jmespath
  jsonpath where datalog prolog cql nrql aql sosl dql dax mdx`);
/** Languages in which a statement can change data. */
const WRITING =
  /\b(?:sql|mysql|postgres(?:ql)?|tsql|t-sql|plsql|sqlite|duckdb|cypher|clickhouse|bigquery|snowflake|oracle|trino|presto|gremlin|aql|arangodb|surrealql|surrealdb|cassandra|scylla(?:db)?|fauna|fql|graphql|mutations?)\b/;
const SQL_WORD = /\b(?:sql|cypher|ddl|dml|select (?:query|queries|statements?)|gremlin|aql|surrealql|surql|fql)\b/;
/** A language of which a document may be a change; asked about often, so that the argument or the deed must name it. */
const GRAPHQL = /\b(?:graphql|mutations?)\b/;
const SENDS = /\b(?:run|runs|execute|executes|send|sends|perform|performs|call|calls|make|makes)\b/;
/** Databases that are spoken to in SQL or the like. */
const DATABASES =
  /\b(?:mysql|mariadb|postgres(?:ql)?|sqlite|mssql|sql server|clickhouse|duckdb|snowflake|bigquery|redshift|oracle|trino|presto|cockroachdb|doris|starrocks|neo4j|memgraph|spanner|tidb|db2|athena|databricks|hive)\b/;
/** Languages that only ask. */
const READING =
  /\b(?:kql|kusto|promql|logql|jql|sparql|influxql|flux|es\|?ql|lucene|query dsl|soql|sosl|jmespath|jsonpath|xpath|nrql|groq|dax|mdx|odata|resource graph|cql|datalog|aggregation pipeline|bql|loki|opensearch query|elasticsearch query|wql|osquery|splunk|spl query|spl search|search processing language|dql|search syntax|vrl|traceql|query language)\b/;
const RUNS =
  /\b(?:run|runs|running|execute|executes|executing|exec|query|queries|perform|performs|querying|evaluate|explain|profile|search|retrieves?|fetch|analyze)\b/;
const ONLY_TALKS = words(`
  generate convert translate format validate lint parse optimize describe list get show create update delete add
  beautify suggest review`);

/** Words of a text that show it, where no schema does. */
const SAID =
  /\b(?:execute|run|executes|runs|perform)s? (?:an? |any |arbitrary |custom |raw |the |read-only )*(?:sql|cypher|graphql|promql|kql|jql|select)\b(?: (?:query|queries|statement|statements|command|commands))?/;

/** The query language that a tool takes and runs, if the definition shows one. */
export function queryLanguageOf(facts: ToolFacts): QueryLanguage | undefined {
  const verb = facts.nameActions[0]?.verb.base ?? facts.textActions[0]?.verb.base ?? '';
  const nameHasSql = facts.nameWords.some(
    (word) => word === 'sql' || word === 'cypher' || (word === 'sqlite' && facts.nameWords.includes('query')),
  );
  const bound = isBound(facts);
  const pipeline = aggregationPipeline(facts);
  if (pipeline !== undefined) return pipeline;
  for (const parameter of facts.parameters) {
    if (parameter.isList || parameter.type === 'boolean' || parameter.type === 'number' || parameter.depth > 2)
      continue;
    const isSql = SQL_KEYS.test(parameter.key);
    if (!isSql && !QUERY_KEYS.has(parameter.key)) continue;
    const runsPlainly =
      parameter.key === 'query' &&
      /^(?:run|execute|exec|query)$/.test(verb) &&
      DATABASES.test(`${facts.nameWords.join(' ')} ${facts.description.purposeLower.slice(0, 200)}`);
    if (ONLY_TALKS.has(verb) && !isSql) {
      const own = parameter.description.toLowerCase();
      if (!READING.test(own) || /^(?:create|update|delete|add)$/.test(verb)) continue;
    } else if (ONLY_TALKS.has(verb) && !RUNS.test(facts.description.purposeLower)) continue;
    const own = `${parameter.key.replaceAll('_', ' ')} ${parameter.description.toLowerCase()}`;
    const around = `${own} ${facts.nameWords.join(' ')} ${facts.description.purposeLower.slice(0, 400)}`;
    const specific = isSql && (parameter.key !== 'statement' || SQL_WORD.test(around));
    const evidence: Evidence = {
      from: 'parameter',
      where: parameter.path,
      text: parameter.name,
      says: 'takes a query that it runs',
    };
    // Artifactory's language of that name only searches, and the SQL of Cosmos DB only selects.
    const onlySearches =
      /\bartifactory\b/.test(around) ||
      ((isSql || parameter.key === 'query') &&
        /\bcosmos(?: ?db)?\b/.test(around) &&
        !/\b(?:gremlin|mongo(?:db)?|cassandra|postgres\w*)\b/.test(around));
    if (onlySearches || (READING.test(own) && !SQL_WORD.test(own))) return { evidence, parameter, canWrite: false };
    if (
      specific ||
      runsPlainly ||
      SQL_WORD.test(around) ||
      GRAPHQL.test(own) ||
      (GRAPHQL.test(around) && SENDS.test(facts.description.purposeLower.slice(0, 120))) ||
      (WRITING.test(own) && /^(?:query|statement)$/.test(parameter.key))
    ) {
      if (/natural language|plain english|in english/.test(own) && !SQL_WORD.test(own)) continue;
      return { evidence: { ...evidence, says: 'takes SQL or the like that it runs' }, parameter, canWrite: !bound };
    }
    if (
      parameter.key !== 'filter' &&
      parameter.key !== 'q' &&
      parameter.key !== 'where' &&
      READING.test(around) &&
      /^(?:query|statement|cypher|expression|graphql|kql|jql|promql|logql|sparql|flux|pipeline|xpath|jmespath|jsonpath|cql|nrql|soql|query_string)$/.test(
        parameter.key,
      )
    ) {
      return { evidence, parameter, canWrite: false };
    }
  }
  if (facts.parameters.length > 0 || ONLY_TALKS.has(verb)) return undefined;
  // Without a schema only the words can show it.
  const purpose = facts.description.purposeLower;
  const match = SAID.exec(purpose);
  if (match !== null) {
    return {
      evidence: {
        from: 'description',
        text: shortQuote(facts.description.purpose, match.index, match.index + match[0].length),
        says: 'runs a query that the caller writes',
      },
      parameter: undefined,
      canWrite: !bound && /sql|cypher/.test(match[0]),
    };
  }
  if (nameHasSql && /^(?:run|execute|exec|query)$/.test(verb)) {
    return {
      evidence: { from: 'name', text: facts.name.slice(0, 80), says: 'runs SQL or the like' },
      parameter: undefined,
      canWrite: !bound,
    };
  }
  return undefined;
}

/** Names that say that only reading is done. */
const NAMED_BOUND = /\b(?:select|read ?only|explain|dry run|read (?:\w+ )?(?:query|sql|cypher))\b/;

/** Whether the definition says that queries only read, or are not run. */
function isBound(facts: ToolFacts): boolean {
  return (
    excuseOf(facts, READS_ONLY) !== undefined ||
    excuseOf(facts, NOT_RUN) !== undefined ||
    NAMED_BOUND.test(facts.nameWords.join(' '))
  );
}

/** Words of databases whose queries are lists of stages. */
const STAGED = /\b(?:aggregat(?:e|es|ion|ions)|mongo(?:db)?|documentdb|cosmos)\b/;

/** A free list of stages, as MongoDB runs it: among them are stages that write, and only words of the text can exclude them. */
function aggregationPipeline(facts: ToolFacts): QueryLanguage | undefined {
  const parameter = facts.parameters.find((each) => /^(?:aggregation_?)?pipeline$/.test(each.key) && each.isList);
  if (parameter === undefined || !STAGED.test(`${facts.about} ${parameter.description.toLowerCase()}`))
    return undefined;
  const canWrite =
    !isBound(facts) &&
    facts.nameActions[0]?.verb.base !== 'explain' &&
    !/\$out\b.{0,60}\bnot\b|\bnot?\b.{0,60}\$out\b/.test(
      `${parameter.description} ${facts.description.lower}`.slice(0, 2_000),
    );
  return {
    evidence: {
      from: 'parameter',
      where: parameter.path,
      text: parameter.name,
      says: 'takes stages of a query that it runs',
    },
    parameter,
    canWrite,
  };
}

/** What an example of each row looks like. */
export const QUERY_EXAMPLES: readonly ExampleTable[] = [
  patternTable('query.sql-argument', SQL_KEYS, {
    shows: 'code',
    example: (key) => ({ name: 'open_it', description: 'Open SQL', takes: { [key]: TEXT } }),
  }),
  wordTable('query.argument', QUERY_KEYS, {
    except: ['statement', 'expression', 'command', 'xpath', 'jmespath'],
    shows: 'code',
    example: (key) => ({ name: 'open_it', description: 'Open SQL', takes: { [key]: TEXT } }),
  }),
  patternTable('query.writing', WRITING, {
    shows: 'code',
    example: (text) => ({ name: 'open_it', takes: { query: said(`It is ${text} here`) } }),
  }),
  patternTable('query.sql-word', SQL_WORD, {
    shows: 'code',
    example: (text) => ({ name: 'open_it', description: `Open ${text}`, takes: { q: TEXT } }),
  }),
  patternTable('query.database', DATABASES, {
    shows: 'code',
    example: (text) => ({ name: 'query_it', description: `Query ${text}`, takes: { query: TEXT } }),
  }),
  patternTable('query.reading', READING, {
    shows: 'code',
    example: (text) => ({ name: 'open_it', takes: { query: said(`It is ${text} here`) } }),
  }),
  patternTable('query.bound', NAMED_BOUND, {
    except: ['dry run'],
    gives: 'Read',
    example: (text) => ({ name: `ask_${named(text)}`, description: 'Query it', takes: { sql: TEXT } }),
  }),
  patternTable('query.runs', RUNS, {
    shows: 'code',
    example: (text) => ({ name: 'list_it', description: `List it (${text})`, takes: { sql: TEXT } }),
  }),
  wordTable('query.only-talks', ONLY_TALKS, {
    hides: 'code',
    example: (verb) => ({ name: `${verb}_it`, description: 'About it', takes: { sql: TEXT } }),
  }),
  patternTable('query.staged', STAGED, {
    shows: 'code',
    example: (text) => ({ name: 'open_it', description: `Open it (${text})`, takes: { pipeline: LIST } }),
  }),
  patternTable('query.said', SAID, { shows: 'code', example: (text) => ({ name: 'open_it', description: text }) }),
];
