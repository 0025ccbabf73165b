import { describe, expect, test } from 'vitest';
import { type LogLine, LogLineSchema } from '../log-line.ts';
import { compileDetection, type DetectionRule, spanSeconds } from './detect.ts';

const line = (given: object): LogLine =>
  LogLineSchema.parse({ time: '2026-11-20T10:00:00Z', server: 's', tool: 'read_file', ...given });
const at = (seconds: number, given: object = {}) =>
  line({ time: new Date(Date.UTC(2026, 10, 20, 10, 0, seconds)).toISOString(), ...given });
const compiled = (rule: DetectionRule) => {
  const made = compileDetection(rule, 'test');
  if ('errors' in made) throw new Error(JSON.stringify(made.errors));
  return made.compiled;
};
const fits = (selection: unknown, given: object) =>
  compiled({ detection: { selection, condition: 'selection' } }).fits(line(given));

describe('selections', () => {
  test.each<[unknown, object, boolean]>([
    [{ tool: 'READ_file' }, {}, true],
    [{ tool: 'read' }, {}, false],
    [{ tool: 'read*' }, {}, true],
    [{ tool: 'read?file' }, {}, true],
    [{ server: 'a-b (c) [d] {e} ^$|/+.' }, { server: 'A-b (c) [d] {e} ^$|/+.' }, true],
    [{ 'arguments.p': 'a\\*b' }, { arguments: { p: 'a*b' } }, true],
    [{ 'arguments.p': 'a\\*b' }, { arguments: { p: 'axb' } }, false],
    [{ tool: ['write_file', 'read_file'] }, {}, true],
    [{ tool: 'read_file', server: 't' }, {}, false],
    [[{ server: 't' }, { tool: 'read_file' }], {}, true],
    [{ 'tool|contains': 'D_F' }, {}, true],
    [{ 'tool|startswith': 'read' }, {}, true],
    [{ 'tool|startswith': 'file' }, {}, false],
    [{ 'tool|endswith': ['x', 'file'] }, {}, true],
    [{ 'tool|contains|all': ['read', 'file'] }, {}, true],
    [{ 'tool|contains|all': ['read', 'dir'] }, {}, false],
    [{ 'arguments.path|contains': '../' }, { arguments: { path: 'a/../b' } }, true],
    [{ 'arguments.path|contains': '../' }, {}, false],
    [{ 'arguments.x.y': 'z' }, { arguments: { x: { y: 'z' } } }, true],
    [{ 'arguments.x.y': 'z' }, { arguments: { x: 'z' } }, false],
    [{ 'arguments.to': 'b' }, { arguments: { to: ['a', 'b'] } }, true],
    [{ 'arguments.q|re': '\\bDROP\\b' }, { arguments: { q: 'x DROP y' } }, true],
    [{ 'arguments.q|re': '\\bDROP\\b' }, { arguments: { q: 'x drop y' } }, false],
    [{ 'arguments.n': 3 }, { arguments: { n: 3 } }, true],
    [{ 'arguments.n': '3' }, { arguments: { n: 3 } }, true],
    [{ 'arguments.f': true }, { arguments: { f: true } }, true],
    [{ 'resultBytes|gte': 10 }, { resultBytes: 10 }, true],
    [{ 'resultBytes|gt': 10 }, { resultBytes: 10 }, false],
    [{ 'resultBytes|lt': 10 }, {}, false],
    [{ 'arguments.n|lte': 3 }, { arguments: { n: '3' } }, false],
    [{ 'arguments.n|exists': true }, { arguments: { n: 0 } }, true],
    [{ 'arguments.n|exists': false }, {}, true],
    [{ 'arguments.n': null }, { arguments: {} }, true],
    [{ 'arguments.__proto__|exists': true }, {}, false],
    [{ 'arguments.n': null }, { arguments: { n: null } }, true],
    [{ 'arguments.n': null }, { arguments: { n: 0 } }, false],
    [{ 'arguments.n|exists': true }, { arguments: { n: [] } }, true],
    [{ 'arguments.n|exists': false }, { arguments: { n: [] } }, false],
    [{ 'arguments.f': true }, { arguments: { f: 'TRUE' } }, true],
    [{ 'arguments.f': true }, { arguments: { f: false } }, false],
    [{ 'arguments.n': 3 }, { arguments: { n: 33 } }, false],
    [{ 'arguments.o': '*' }, { arguments: { o: { a: 1 } } }, false],
    [{ 'arguments.o': '*' }, {}, false],
    [{ tool: 'ead_file' }, {}, false],
    [{ tool: 'read_fil' }, {}, false],
    [{ 'tool|endswith': 'read' }, {}, false],
    [{ 'tool|startswith': 'ad' }, {}, false],
  ])('%j on %j: %s', (selection, given, wanted) => expect(fits(selection, given)).toBe(wanted));

  test.each<[object, string, RegExp]>([
    [{ selection: { nothing: 'x' }, condition: 'selection' }, 'selection.nothing', /no field of the log/],
    [{ selection: { arguments: 'x' }, condition: 'selection' }, 'selection.arguments', /no field of the log/],
    [{ selection: { 'tool|base64': 'x' }, condition: 'selection' }, 'selection.tool|base64', /not part of the subset/],
    [{ selection: { 'tool|re': '(' }, condition: 'selection' }, 'selection.tool|re', /regular expression/],
    [{ selection: { 'tool|gt': 'x' }, condition: 'selection' }, 'selection.tool|gt', /a number/],
    [{ selection: { 'tool|exists': 'x' }, condition: 'selection' }, 'selection.tool|exists', /true or false/],
    [{ selection: { 'tool|contains|re': 'x' }, condition: 'selection' }, 'selection.tool|contains|re', /more than one/],
    [{ selection: [], condition: 'selection' }, 'selection', /^is an empty list$/],
    [{ selection: {}, condition: 'selection' }, 'selection', /no map of fields/],
    [{ selection: { 'tool|contains': 3 }, condition: 'selection' }, 'selection.tool|contains', /^wants a text$/],
    [{ selection: { 'arguments.': 'x' }, condition: 'selection' }, 'selection.arguments.', /grant, server, tool/],
    [{ selection: { 'other.x': 'x' }, condition: 'selection' }, 'selection.other.x', /no field of the log/],
    [{ selection: { tool: 'x', 'tool|gt': 'x' }, condition: 'selection' }, 'selection.tool|gt', /a number/],
    [{ selection: { tool: [] }, condition: 'selection' }, 'selection.tool', /empty list/],
    [{ selection: ['word'], condition: 'selection' }, 'selection[0]', /keywords/],
    [{ selection: { tool: 'x' }, condition: 'other' }, 'condition', /no selection "other"/],
    [{ selection: { tool: 'x' } }, 'condition', /missing/],
    [{ condition: 'x' }, 'detection', /no selection/],
  ])('%j is refused at %s', (detection, field, words) => {
    const made = compileDetection({ detection: detection as DetectionRule['detection'] }, 'an-attack');
    const errors = 'errors' in made ? made.errors : [];
    expect(
      errors.some((error) => error.rule === 'an-attack' && error.field === field && words.test(error.message)),
    ).toBe(true);
  });
});

test('without a count every line that fits is an alarm, in the order of time', () => {
  const { run } = compiled({ detection: { call: { tool: 'read_file' }, condition: 'call' } });
  const lines = [at(9), at(0), at(4), at(1, { tool: 'x' })];
  expect(run(lines)).toEqual([[lines[1]], [lines[2]], [lines[0]]]);
});

describe('a count', () => {
  const rule: DetectionRule = {
    detection: { call: { tool: 'read_file' }, condition: 'call' },
    correlation: { type: 'event_count', groupBy: ['grant', 'arguments.path'], timespan: '10s', gte: 3 },
  };
  const alarms = (lines: LogLine[]) => compiled(rule).run(lines).length;

  test.each<[string, LogLine[], number]>([
    ['enough in time', [at(0), at(4), at(9)], 1],
    ['too slow', [at(0), at(5), at(10)], 0],
    ['in any order', [at(9), at(0), at(4)], 1],
    ['another group', [at(0), at(1), at(2, { grant: 'other' })], 0],
    ['one group of two', [at(0), at(1, { grant: 'other' }), at(2, { grant: 'other' }), at(3), at(4)], 1],
    ['another argument', [at(0), at(1), at(2, { arguments: { path: 'x' } })], 0],
    ['other lines do not count', [at(0), at(1), at(2, { tool: 'x' })], 0],
    ['starts anew', [at(0), at(1), at(2), at(3)], 1],
    ['twice', [at(0), at(1), at(2), at(3), at(4), at(5)], 2],
  ])('%s', (_, lines, wanted) => expect(alarms(lines)).toBe(wanted));

  test('an argument inside of another groups too', () => {
    const inner = (id: string, seconds: number) => at(seconds, { arguments: { 'a.b': id } });
    const { run } = compiled({
      ...rule,
      correlation: { type: 'event_count', groupBy: ['arguments.a.b'], timespan: '10s', gte: 2 },
    });
    expect(run([inner('x', 0), inner('y', 1)]).length).toBe(0);
    expect(run([inner('x', 0), inner('x', 1)]).length).toBe(1);
  });

  test('is grouped by fields of the log only', () => {
    const made = compileDetection(
      { ...rule, correlation: { type: 'event_count', groupBy: ['user'], timespan: '1m', gte: 2 } },
      'x',
    );
    expect('errors' in made && made.errors[0]).toMatchObject({
      field: 'correlation.groupBy',
      message: 'names no field of the log: "user"',
    });
  });
});

test.each([
  ['30s', 30],
  ['5m', 300],
  ['1h', 3600],
  ['2d', 172_800],
])('%s is %i seconds', (span, seconds) => expect(spanSeconds(span)).toBe(seconds));
