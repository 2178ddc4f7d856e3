import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metadataOf, recordedAt } from '../../../web/upload/details.js';
import { createUpload, MAX_BYTES, problemOf, sizeText } from '../../../web/upload/file.js';
import { queue } from '../../../web/upload/queue.js';

const file = { name: 'Support.MP3', size: 1000 };
const announced = {
  upload: 'token', url: '/put', headers: { 'Content-Type': 'audio/mpeg' }, call_id: 'Support-1', hash: 'h', epchdatetimestamp: 1700000000,
};

// An API that answers from a list; each answer may be an error to throw.
function world(looks = [{ items: [] }, { items: [{ epchdatetimestamp: 1700000000, bedrock_status: 'SUCCESS' }] }], puts = [null]) {
  const asked = [];
  const states = [];
  const waits = [];
  const seen = {
    asked, states, waits,
    newToken: () => 'token-1',
    ask: async (path, options) => {
      asked.push([path, options.body]);
      const answer = path.endsWith('/uploads') ? announced : path.endsWith('/complete') ? { ...announced } : looks.shift();
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    },
    put: async ({ progress, signal }) => {
      progress(0.5);
      const problem = puts.shift();
      if (typeof problem === 'function') {
        problem();
      }
      if (signal.aborted) {
        throw new DOMException('Cancelled', 'AbortError');
      }
      if (problem instanceof Error) {
        throw problem;
      }
    },
    wait: async milliseconds => { waits.push(milliseconds); },
    changed: one => states.at(-1) === one.state || states.push(one.state),
  };
  return seen;
}

test('What cannot become a call is refused before it is sent', () => {
  assert.equal(problemOf(file), null);
  assert.equal(problemOf({ name: 'a.wav', size: MAX_BYTES }), null);
  assert.match(problemOf({ name: 'a.wav', size: MAX_BYTES + 1 }), /The maximum is 2\.0 GB/);
  assert.match(problemOf({ name: 'a.txt', size: 1 }), /'txt'/);
  assert.match(problemOf({ name: 'mp3', size: 1 }), /no extension/);
  assert.match(problemOf({ name: 'a.mp3', size: 0 }), /empty/);
});

test('A refused file asks nothing', async () => {
  const seen = world();
  const one = createUpload({ name: 'a.txt', size: 1 }, seen);
  await one.send();
  assert.equal(one.state, 'refused');
  assert.deepEqual(seen.asked, []);
});

test('A file is announced, put, completed and followed to its end', async () => {
  const seen = world();
  const one = createUpload(file, seen);
  one.callId = ' mine ';
  await one.send();
  assert.deepEqual(seen.states, ['sending', 'queueing', 'queued', 'SUCCESS']);
  assert.deepEqual(seen.asked[0], ['/analytics/uploads', { file_name: 'Support.MP3', size_bytes: 1000, client_token: 'token-1', call_id: 'mine' }]);
  assert.deepEqual(seen.asked[1], ['/analytics/uploads/complete', { upload: 'token' }]);
  assert.deepEqual(seen.asked.slice(2).map(([path]) => path), ['/analytics/h', '/analytics/h']);
  assert.ok(seen.waits[1] > seen.waits[0]);
});

test('Another recording of the same call id is not taken for this one', async () => {
  const one = createUpload(file, world([
    { items: [{ epchdatetimestamp: 1, bedrock_status: 'FAILED' }] },
    { items: [{ epchdatetimestamp: 1700000000, bedrock_status: 'SUCCESS' }] },
  ]));
  await one.send();
  assert.equal(one.state, 'SUCCESS');
});

test('A call that fails says why', async () => {
  const one = createUpload(file, world([{ items: [{ epchdatetimestamp: 1700000000, bedrock_status: 'FAILED', error: 'JobClientError', cause: 'No recorded result' }] }]));
  await one.send();
  assert.equal(one.state, 'FAILED');
  assert.equal(one.problem, 'No recorded result');
});

test('A look that fails is one look less, and no failure', async () => {
  const one = createUpload(file, world([new Error('gone'), { items: [{ epchdatetimestamp: 1700000000, bedrock_status: 'SUCCESS' }] }]));
  await one.send();
  assert.equal(one.state, 'SUCCESS');
});

test('Another try is the same call at the same time', async () => {
  const seen = world(undefined, [new Error('The connection broke'), null]);
  const one = createUpload(file, seen);
  await one.send();
  assert.equal(one.state, 'broken');
  assert.equal(one.problem, 'The connection broke');
  await one.send();
  assert.equal(one.state, 'SUCCESS');
  assert.deepEqual(seen.asked[1][1], {
    file_name: 'Support.MP3', size_bytes: 1000, client_token: 'token-1', call_id: 'Support-1', timestamp: '2023-11-14T22:13:20.000Z',
  });
});

test('Files of one name are uploads apart', () => {
  const tokens = [];
  const one = () => createUpload(file, { ...world(), newToken: undefined, ask: async (path, { body }) => { tokens.push(body.client_token); throw new Error('off'); } });
  return Promise.all([one().send(), one().send(), one().send()]).then(() => assert.equal(new Set(tokens).size, 3));
});

test('What a person says of a recording goes with it', async () => {
  const seen = world();
  const one = createUpload(file, seen);
  Object.assign(one, { recorded: '2026-01-02T03:04:05', metadata: 'agent: A. Example\n\n note : at 10:30 ' });
  await one.send();
  assert.deepEqual(seen.asked[0][1], {
    file_name: 'Support.MP3', size_bytes: 1000, client_token: 'token-1',
    timestamp: new Date(2026, 0, 2, 3, 4, 5).toISOString(), metadata: { agent: 'A. Example', note: 'at 10:30' },
  });
});

test('What cannot be understood of it is said before anything is sent', async () => {
  const seen = world();
  const one = createUpload(file, seen);
  one.metadata = 'agent: A. Example\nB. Example';
  await one.send();
  assert.equal(one.state, 'broken');
  assert.match(one.problem, /^Line 2 of the metadata has no name and colon/);
  assert.deepEqual(seen.asked, []);
  assert.throws(() => metadataOf('a: 1\na: 2'), /'a' twice/);
  assert.throws(() => metadataOf(': 1'), /Line 1/);
  assert.throws(() => recordedAt('soon'), /not a date and time/);
  assert.equal(metadataOf(' \n'), null);
  assert.equal(recordedAt(''), null);
});

test('Another time is another try at another call', async () => {
  const seen = world(undefined, [new Error('The connection broke'), null]);
  const one = createUpload(file, seen);
  await one.send();
  Object.assign(one, { callId: '', recorded: '2026-01-02T03:04:05' });
  await one.send();
  assert.deepEqual(seen.asked[1][1], {
    file_name: 'Support.MP3', size_bytes: 1000, client_token: 'token-1', timestamp: new Date(2026, 0, 2, 3, 4, 5).toISOString(),
  });
});

test('What is cancelled is neither completed nor a problem', async () => {
  let one;
  const seen = world([], [() => one.cancel()]);
  one = createUpload(file, seen);
  await one.send();
  assert.equal(one.state, 'cancelled');
  assert.equal(one.problem, null);
  assert.equal(seen.asked.length, 1);
});

test('A call that never ends is looked at a bounded number of times', async () => {
  const seen = world();
  const ask = seen.ask;
  const one = createUpload(file, { ...seen, ask: (path, options) => path.includes('uploads') ? ask(path, options) : Promise.resolve({ items: [] }) });
  await one.send();
  assert.equal(one.state, 'queued');
  assert.equal(seen.waits.length, 240);
});

test('So many are under way at once, in the order they came', async () => {
  const enqueue = queue(2);
  const order = [];
  const ends = [];
  for (let number = 1; number <= 4; number++) {
    enqueue(() => new Promise(resolve => {
      order.push(number);
      ends.push(resolve);
    }));
  }
  assert.deepEqual(order, [1, 2]);
  ends[1]();
  await new Promise(resolve => setImmediate(resolve));
  assert.deepEqual(order, [1, 2, 3]);
});

test('Sizes read as people say them', () => {
  assert.equal(sizeText(0), '0 bytes');
  assert.equal(sizeText(1023), '1023 bytes');
  assert.equal(sizeText(1536), '1.5 KB');
  assert.equal(sizeText(300 * 1024), '300 KB');
  assert.equal(sizeText(MAX_BYTES), '2.0 GB');
});
