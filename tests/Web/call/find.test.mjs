import assert from 'node:assert/strict';
import test from 'node:test';
import { emitter } from '../../../web/call/emitter.js';
import { counted, finder, folded, rangesOf } from '../../../web/call/transcript/find.js';

function segments(...texts) {
  const heard = emitter();
  const list = [];
  const add = text => list.push({ text, start_timestamp_millis: list.length * 1000, words: [['the', 1], ['bill', list.length * 1000 + 500]] });
  texts.forEach(add);
  return { list, on: heard.on, more: text => { add(text); heard.emit(); } };
}

test('case and accents do not matter, and marks cover the text as it is', () => {
  for (const text of ['un CAFÉ noir', 'un cafe\u0301 noir', '🙂 Café']) {
    const [range] = rangesOf(folded(text), folded('Café').text);
    assert.equal(text.slice(range.start, range.end).normalize('NFC').toLowerCase(), 'café');
  }
});

test('matches go round, both ways, and are counted', () => {
  const find = finder(segments('the bill, the Bill', 'nothing', 'a BILL'));
  find.set('bill');
  assert.equal(counted(find), '– of 3');
  assert.deepEqual(find.matches.map(match => [match.segment, match.start]), [[0, 4], [0, 14], [2, 2]]);
  find.next();
  assert.equal(counted(find), '1 of 3');
  find.previous();
  assert.equal(counted(find), '3 of 3');
  find.next();
  assert.equal(find.current, 0);
  find.near(1500);
  assert.equal(find.matches[find.current].segment, 2);
  find.set('absent');
  assert.equal(counted(find), 'None');
});

test('a match knows the moment of its word', () => {
  const find = finder(segments('the bill'));
  find.set('bill');
  assert.equal(find.matches[0].millis, 500);
});

test('words that never follow each other are found one by one', () => {
  const find = finder(segments('my bill', 'a refund'));
  find.set('refund bill');
  assert.deepEqual(find.matches.map(match => match.segment), [0, 1]);
});

test('later pages add their matches and the place stays', () => {
  const there = segments('one bill');
  const find = finder(there);
  find.set('bill');
  find.next();
  there.more('another bill');
  assert.equal(counted(find), '1 of 2');
});
