import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptsOf, reasonText } from '../../../web/list/call-texts.js';

test('words found in one excerpt share its line', () => {
  const found = excerptsOf([
    { word: 'two', found_in: 'transcript', at_millis: 1000, excerpt: 'two hinges' },
    { word: 'hinges', found_in: 'transcript', at_millis: 1000, excerpt: 'two hinges' },
    { word: 'hinges', found_in: 'call_summary', excerpt: 'hinges' },
  ]);

  assert.deepEqual(found.map(({ words }) => words), [['two', 'hinges'], ['hinges']]);
});

test('a reason is the state, the error and the cause, shortened', () => {
  assert.equal(reasonText({ failed_state: 'WaitForJob', error: 'JobFailed', cause: 'why' }),
    'WaitForJob: JobFailed - why');
  assert.equal(reasonText({ error: 'JobFailed' }), 'JobFailed');
  assert.equal(reasonText({ error: 'JobFailed', cause: 'x'.repeat(500) }).length, 160);
});
