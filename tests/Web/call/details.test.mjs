import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSomething } from '../../../web/call/details/fields.js';
import { stagesOf } from '../../../web/call/details/stages.js';
import { runsOf, talkShares } from '../../../web/call/details/talk-time.js';
import { moderationThreshold } from '../../../web/call/details/threshold.js';
import { asSrt, asText, asVtt } from '../../../web/call/export/captions.js';
import { dollars, fileName, humanise, percent, srtStamp, vttStamp } from '../../../web/call/format.js';

const segment = (speaker, start, end, text = '') =>
  ({ speaker, start_timestamp_millis: start, end_timestamp_millis: end, text });
const names = { nameOf: id => ({ spk_0: 'Anna', spk_1: 'Ben' })[id] };

function kept(value) {
  const values = new Map(value === undefined ? [] : [['moderation threshold', value]]);
  return { getItem: key => values.get(key) ?? null, setItem: (key, text) => values.set(key, String(text)) };
}

test('stamps of captions', () => {
  assert.equal(srtStamp(0), '00:00:00,000');
  assert.equal(srtStamp(3_661_007), '01:01:01,007');
  assert.equal(vttStamp(59_999), '00:00:59.999');
  assert.equal(vttStamp(14_400_000), '04:00:00.000');
});

test('dollars and percent', () => {
  assert.equal(dollars(0.004), 'under $0.01');
  assert.equal(dollars(0.01), 'about $0.01');
  assert.equal(dollars(2.161), 'about $2.16');
  assert.equal(percent(0.666), '67 %');
});

test('names of fields are read by people', () => {
  assert.equal(humanise('call_summary'), 'Call summary');
  assert.equal(humanise('followUpRequired'), 'Follow up required');
  assert.equal(humanise('HATE_SPEECH'), 'Hate speech');
  assert.equal(humanise('_'), '_');
});

test('a file has a name that every system takes', () => {
  assert.equal(fileName('a/b\\c: d?', 'srt'), 'a-b-c-d.srt');
  assert.equal(fileName('..', 'txt'), 'call.txt');
  assert.equal(fileName('Zoë 1', 'txt'), 'Zoë-1.txt');
});

test('captions say who, when and what, each on one line', () => {
  const segments = [segment('spk_0', 0, 1500, 'Hello\n\nthere'), segment('spk_1', 1500, 1500, 'a < b')];
  assert.equal(asText(segments, names), '[0:00] Anna: Hello\n\nthere\n[0:01] Ben: a < b\n');
  assert.equal(asSrt(segments, names),
    '1\n00:00:00,000 --> 00:00:01,500\nAnna: Hello there\n\n2\n00:00:01,500 --> 00:00:01,501\nBen: a < b\n');
  assert.equal(asVtt(segments, names),
    'WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nAnna: Hello there\n\n00:00:01.500 --> 00:00:01.501\nBen: a &lt; b\n');
});

test('stretches of one speaker with hardly a pause are one', () => {
  const runs = runsOf([segment('a', 0, 100), segment('b', 50, 60), segment('a', 150, 200), segment('a', 400, 500)], 50);
  assert.deepEqual([...runs], [['a', [{ from: 0, to: 200 }, { from: 400, to: 500 }]], ['b', [{ from: 50, to: 60 }]]]);
});

test('shares of talking add up to one', () => {
  const shares = talkShares([segment('a', 0, 100), segment('b', 50, 350), segment(undefined, 0, 900), segment('a', 0, 0)]);
  assert.deepEqual([...shares], [['a', 0.25], ['b', 0.75]]);
  assert.deepEqual([...talkShares([segment('a', 5, 5)])], [['a', 0]]);
});

test('stages that are known have their time', () => {
  const item = {
    execution_started_at: '2026-01-01T00:00:00.000Z', submitted_at: '2026-01-01T00:00:05.000Z',
    stored_at: '2026-01-01T00:01:05.000Z', job_seconds: 40,
  };
  assert.deepEqual(stagesOf(item),
    [{ name: 'Queued', seconds: 5 }, { name: 'Transcribed', seconds: 40 }, { name: 'Stored', seconds: 20 }]);
  assert.deepEqual(stagesOf({ ...item, stored_at: undefined, job_seconds: undefined }), [{ name: 'Queued', seconds: 5 }]);
  assert.deepEqual(stagesOf({}), []);
});

test('nothing is nothing at every depth', () => {
  for (const nothing of [null, undefined, '', [], {}, { a: [{}] }]) {
    assert.equal(isSomething(nothing), false);
  }
  for (const something of [0, false, 'a', [0], { a: [{ b: false }] }]) {
    assert.equal(isSomething(something), true);
  }
});

test('the threshold is kept, told, and right where nonsense was kept', () => {
  for (const nonsense of [undefined, '', 'x', '-1', '1.01']) {
    assert.equal(moderationThreshold(kept(nonsense)).value, 0.5);
  }
  const storage = kept('0.8');
  const threshold = moderationThreshold(storage);
  let told = 0;
  threshold.on(() => told++);
  threshold.set(0);
  threshold.set(0);
  assert.equal(threshold.value, 0);
  assert.equal(told, 1);
  assert.equal(moderationThreshold(storage).value, 0);
});
