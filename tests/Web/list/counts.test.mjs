import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callsText, countCalls, shortText, sum } from '../../../web/list/counts.js';
import { exportCalls } from '../../../web/list/export-calls.js';
import { listCounts } from '../../../web/list/status-counts.js';

function counting(...pages) {
  const asked = [];
  const ask = async path => {
    asked.push(path);
    const count = pages[asked.length - 1];
    return { count, ...(asked.length < pages.length ? { nextToken: `t${asked.length}` } : {}) };
  };
  return { ask, asked };
}

test('the counts of all pages are added up', async () => {
  const { ask, asked } = counting(100, 0, 28);

  const found = await countCalls(ask, new URLSearchParams({ status: 'FAILED' }));

  assert.deepEqual(found, { count: 128, isMore: false });
  assert.deepEqual(asked, ['/analytics/count?status=FAILED', '/analytics/count?status=FAILED&nextToken=t1',
    '/analytics/count?status=FAILED&nextToken=t2']);
});

test('there is a bound, and past it the count says more', async () => {
  const { ask, asked } = counting(10, 10, 10);

  const found = await countCalls(ask, new URLSearchParams(), undefined, 2);

  assert.equal(asked.length, 2);
  assert.equal(callsText(found, 'en'), 'more than 20 calls');
  assert.equal(shortText(found, 'en'), '20+');
});

for (const [count, text] of [[0, '0 calls'], [1, '1 call'], [2, '2 calls'], [5128, '5,128 calls']]) {
  test(`${count} reads ${text}`, () => assert.equal(callsText({ count, isMore: false }, 'en'), text));
}

test('a sum is as sure as its least sure part', () =>
  assert.deepEqual(sum([{ count: 2, isMore: false }, { count: 3, isMore: true }]), { count: 5, isMore: true }));

test('counts are asked again when the list changed, at most every ten seconds', async () => {
  let now = 0;
  let asked = 0;
  const ask = async () => ({ count: ++asked });
  const counts = listCounts(() => now);

  assert.equal(await counts.recount(ask, {}), '6 calls');
  assert.equal(counts.total({ status: 'SUCCESS' }), counts.byStatus.SUCCESS.count);
  now = 20_000;
  assert.equal(await counts.recount(ask, {}), undefined);
  counts.changed();
  assert.equal(await counts.recount(ask, {}), '15 calls');
  counts.changed();
  now = 29_999;
  assert.equal(await counts.recount(ask, {}), undefined);
  now = 30_000;
  assert.equal(await counts.recount(ask, {}), '24 calls');
});

function exporting(...pages) {
  const asked = [];
  const ask = async (path, { signal }) => {
    signal?.throwIfAborted();
    asked.push(new URL(path, 'http://x').searchParams);
    const isLast = asked.length === pages.length;
    return new Response(pages[asked.length - 1], isLast ? {} : { headers: { 'x-next-token': `t${asked.length}` } });
  };
  return { ask, asked };
}

test('an export is its pages in their order, with the same filters', async () => {
  const { ask, asked } = exporting('\uFEFFcall_id\na\n', 'b\n', 'Zoë\n');
  const told = [];

  const blob = await exportCalls(ask, new URLSearchParams({ text: 'x' }), 'csv', { progress: page => told.push(page) });

  assert.equal(Buffer.from(await blob.arrayBuffer()).toString(), '\uFEFFcall_id\na\nb\nZoë\n');
  assert.deepEqual(asked.map(query => query.get('nextToken')), [null, 't1', 't2']);
  assert.ok(asked.every(query => query.get('text') === 'x' && query.get('format') === 'csv'));
  assert.deepEqual(told, [1, 2, 3]);
});

test('an export can be cancelled between pages', async () => {
  const { ask, asked } = exporting('a', 'b', 'c');
  const stop = new AbortController();

  await assert.rejects(exportCalls(ask, new URLSearchParams(), 'jsonl',
    { signal: stop.signal, progress: () => stop.abort() }), { name: 'AbortError' });

  assert.equal(asked.length, 1);
});

test('an export beyond its bound says so instead of leaving calls out', async () => {
  const { ask } = exporting('a', 'b', 'c');

  await assert.rejects(exportCalls(ask, new URLSearchParams(), 'csv', { maxPages: 2 }), /more than 200 calls/);
});
