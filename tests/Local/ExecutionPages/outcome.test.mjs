import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeOf, read, retriesOf, wasTaken } from '../../../local/ExecutionPages/page/outcome.js';
import { kindOf, row } from '../../../local/ExecutionPages/page/rows.js';
import { causeOf, duration, elapsed, pretty } from '../../../local/ExecutionPages/page/words.js';

const Names = { Entered: 'stateEnteredEventDetails', Exited: 'stateExitedEventDetails' };

// A history as GetExecutionHistory answers it, one event per second.
function history(...steps) {
  return steps.map(([type, about = {}], index) => {
    const key = Names[/Entered$/.test(type) ? 'Entered' : /Exited$/.test(type) ? 'Exited' : '']
      ?? `${type[0].toLowerCase()}${type.slice(1)}EventDetails`;
    return { id: index + 1, previousEventId: index, timestamp: 1000 + index, type, [key]: about };
  });
}
const enter = name => ['TaskStateEntered', { name, input: `{"in":"${name}"}` }];
const exit = name => ['TaskStateExited', { name, output: '{}' }];
const task = ['TaskScheduled', { parameters: '{}' }];
const fail = error => ['TaskFailed', { error, cause: 'It broke.' }];
const start = ['ExecutionStarted', { input: '{}' }];

test('nothing has happened to what was not reached', () => {
  const story = read(history(start, enter('A'), task));
  assert.equal(outcomeOf(story, 'A'), 'progress');
  assert.equal(outcomeOf(story, 'B'), 'none');
  assert.equal(outcomeOf(story, 'End'), 'none');
});

test('a retried state succeeded, and its retries are counted', () => {
  const story = read(history(start, enter('A'), task, fail('X'), task, fail('X'), task, ['TaskSucceeded', { output: '{}' }],
    exit('A'), ['ExecutionSucceeded', { output: '{}' }]));
  const [visit] = story.states.get('A');
  assert.equal(outcomeOf(story, 'A'), 'succeeded');
  assert.equal(retriesOf(visit), 2);
  assert.deepEqual(visit.attempts.map(attempt => attempt.error), ['X', 'X', undefined]);
  assert.equal(visit.exited - visit.entered, 7);
  assert.equal(outcomeOf(story, 'End'), 'succeeded');
  assert.ok(wasTaken(story, { from: 'A', to: 'End', kind: 'next' }));
});

test('between two attempts a state is in progress', () => {
  assert.equal(outcomeOf(read(history(start, enter('A'), task, fail('X'))), 'A'), 'progress');
});

test('a caught error is neither success nor failure, and its line is the one taken', () => {
  const story = read(history(start, enter('A'), task, fail('X'), exit('A'), enter('B'), task));
  assert.equal(outcomeOf(story, 'A'), 'caught');
  assert.ok(wasTaken(story, { from: 'A', to: 'B', kind: 'catch' }));
  assert.ok(!wasTaken(story, { from: 'A', to: 'B', kind: 'next' }));
});

test('how the execution ended is how its open state ended', () => {
  for (const [type, outcome] of [['ExecutionFailed', 'failed'], ['ExecutionAborted', 'aborted'], ['ExecutionTimedOut', 'timedOut']]) {
    assert.equal(outcomeOf(read(history(start, enter('A'), task, [type, { error: 'E' }])), 'A'), outcome);
  }
});

test('a redrive goes on in the visit that broke', () => {
  const broken = [start, enter('A'), task, fail('X'), ['ExecutionFailed', { error: 'X' }], ['ExecutionRedriven', { redriveCount: 1 }]];
  assert.equal(outcomeOf(read(history(...broken)), 'A'), 'progress');

  const story = read(history(...broken, task, ['TaskSucceeded', { output: '{}' }], exit('A'), ['ExecutionSucceeded', {}]));

  const [visit, ...others] = story.states.get('A');
  assert.equal(others.length, 0);
  assert.equal(visit.outcome, 'succeeded');
  assert.equal(visit.redrives, 1);
  assert.equal(visit.error, undefined);
  assert.equal(retriesOf(visit), 0);
  assert.deepEqual(visit.attempts.map(attempt => attempt.redriven), [false, true]);
  assert.equal(story.redrives, 1);
});

test('states entered again have one visit each time, and events know theirs', () => {
  const story = read(history(start, enter('A'), exit('A'), enter('B'), exit('B'), enter('A')));
  assert.equal(story.states.get('A').length, 2);
  assert.deepEqual([...story.stateOf.values()], [null, 'A', 'A', 'B', 'B', 'A']);
});

test('a row says when, where, and unfolds JSON', () => {
  const [, entered, , failed, ended, redriven] = history(start, enter('A'), task, fail('X'), ['ExecutionFailed', {}],
    ['ExecutionRedriven', { redriveCount: 2 }]);
  assert.deepEqual(row(entered, 1000, 'A').details, { previousEventId: 1, name: 'A', input: { in: 'A' } });
  assert.equal(row(failed, 1000, 'A').summary, 'X');
  assert.equal(row(failed, 1000, 'A').elapsed, 3);
  assert.equal(row(redriven, 1000, null).summary, 'redrive 2');
  assert.deepEqual([entered, failed, ended, redriven].map(event => kindOf(event.type)), ['plain', 'failed', 'failed', 'redriven']);
});

test('durations, times since the start, causes and JSON are for people', () => {
  assert.deepEqual([0.25, 1, 59.999, 60, 3725, 90061, undefined].map(duration),
    ['250 ms', '1.00 s', '59.99 s', '1 min', '1 h 2 min 5 s', '1 d 1 h 1 min', '–']);
  assert.equal(elapsed(3661.5), '01:01:01.500');
  assert.equal(causeOf('{"errorType":"E","errorMessage":"why","stackTrace":[]}'), 'why');
  assert.equal(causeOf('plain'), 'plain');
  assert.equal(causeOf(undefined), undefined);
  assert.equal(pretty('{"a":1}'), '{\n  "a": 1\n}');
  assert.equal(pretty('not json'), 'not json');
});
