import { expect, test } from 'vitest';
import { queryWords } from './query-words.ts';

test.each([
  ['delete a repository', ['deletearepository', 'deleterepository'], ['delete', 'repository'], true],
  ['GitHub MCP server', ['githubmcpserver', 'githubmcpserver', 'github'], ['git', 'hub'], true],
  ['mcp__github__create_issue', ['githubcreateissue'], ['github', 'create', 'issue'], false],
  ['mcp', ['mcp'], ['mcp'], false],
  ['how to', ['howto'], ['how', 'to'], true],
  ['  ', [], [], false],
  ['!?', [], [], false],
])('“%s”', (query, keys, words, isSentence) => {
  const read = queryWords(query);
  expect(read.keys).toEqual([...new Set(keys)]);
  expect(read.words).toEqual(words);
  expect(read.isSentence).toBe(isSentence);
});
