import { expect, test } from 'vitest';
import { type JobTool, saferTools } from './safer-tools.ts';

const tool = (name: string, category: JobTool['category'], level: JobTool['level']): JobTool => ({
  name,
  category,
  level,
});
const OTHERS = [
  tool('update_issue', 'Write', 'medium'),
  tool('closeIssue', 'Write', 'medium'),
  tool('archive-issues', 'Write', 'medium'),
  tool('create_issue', 'Write', 'high'),
  tool('get_issue', 'Read', 'low'),
  tool('close_issue_comment', 'Write', 'medium'),
  tool('run_readonly_query', 'Read', 'low'),
  tool('explain_query', 'Read', 'low'),
  tool('create_draft_message', 'Write', 'medium'),
  tool('draft_message', 'Write', 'medium'),
  tool('close_thing', null, null),
];

test.each<[JobTool, string[]]>([
  // Making, changing or reading an issue does not do the job of deleting one.
  [tool('delete_issue', 'Destructive', 'critical'), ['archive-issues', 'closeIssue']],
  [tool('issue_delete', 'Destructive', 'critical'), ['archive-issues', 'closeIssue']],
  [tool('run_query', 'Execute', 'critical'), ['explain_query', 'run_readonly_query']],
  [tool('send_message', 'Execute', 'high'), ['create_draft_message', 'draft_message']],
  [tool('create_issue', 'Write', 'high'), []],
  // The milder tool must be milder by its verdict, too.
  [tool('delete_issue', 'Write', 'medium'), []],
  [tool('delete_issue', null, null), []],
  [tool('delete', 'Destructive', 'critical'), []],
])('%o can be replaced by %o', (given, names) => {
  expect(saferTools(given, OTHERS).map(({ name }) => name)).toEqual(names);
});
