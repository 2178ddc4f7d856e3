import assert from 'node:assert/strict';
import test from 'node:test';
import { placed, segmentAt, timedOf, wordAt, wordAtOffset } from '../../../web/call/transcript/word-timing.js';

const text = 'Go on, go home.';
const words = [['Go', 100, 200], ['on', 250, 300], [',', null, null], ['go', 400, 450], ['home', 500, 700], ['.', null, null]];

test('each word is placed where it stands, also when it is said twice', () => {
  assert.deepEqual(placed(text, words).map(word => text.slice(word.from, word.to)), ['Go', 'on', ',', 'go', 'home', '.']);
  assert.deepEqual(placed(text, [['absent', 1, 2], ['home', 3, 4]]), [{ from: 10, to: 14, start: 3, end: 4 }]);
  assert.deepEqual(placed(text, undefined), []);
});

test('the word of a moment is the one begun last, among those with times', () => {
  const timed = timedOf(placed(text, words));
  assert.equal(wordAt(timed, 99), undefined);
  assert.equal(wordAt(timed, 100).from, 0);
  assert.equal(wordAt(timed, 399).from, 3);
  assert.equal(wordAt(timed, 9000).from, 10);
  for (let millis = 100; millis < 800; millis += 7) {
    const slow = timed.filter(word => word.start <= millis).at(-1);
    assert.equal(wordAt(timed, millis), slow);
  }
});

test('a click finds the word it is in, or the one before the gap', () => {
  const timed = timedOf(placed(text, words));
  assert.equal(wordAtOffset(timed, 12).start, 500);
  assert.equal(wordAtOffset(timed, 5).start, 250);
  assert.equal(wordAtOffset(timed, 0).start, 100);
  assert.equal(wordAtOffset([], 3), undefined);
});

test('before the first segment there is none', () => {
  const list = [{ start_timestamp_millis: 500 }, { start_timestamp_millis: 900 }];
  assert.deepEqual([0, 500, 899, 900].map(millis => segmentAt(list, millis)), [-1, 0, 0, 1]);
});
