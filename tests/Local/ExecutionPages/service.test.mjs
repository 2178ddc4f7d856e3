import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newEvents } from '../../../local/ExecutionPages/page/service.js';

// Step Functions with a history of so many events, in pages of 1,000.
function service(count) {
  const asked = [];
  const ask = async (operation, { nextToken, maxResults }) => {
    asked.push(operation);
    const newest = count - Number(nextToken ?? 0);
    const events = Array.from({ length: Math.min(maxResults, newest) }, (_, index) => ({ id: newest - index }));
    return { events, nextToken: newest > maxResults ? String(Number(nextToken ?? 0) + maxResults) : undefined };
  };
  return { ask, asked };
}

test('a whole history comes in order, once each, over all pages', async () => {
  const { ask, asked } = service(2500);
  const events = await newEvents(ask, 'arn', 0);
  assert.deepEqual(events.map(event => event.id), Array.from({ length: 2500 }, (_, index) => index + 1));
  assert.equal(asked.length, 3);
});

test('what is known is not asked for again', async () => {
  const { ask, asked } = service(2500);
  assert.deepEqual((await newEvents(ask, 'arn', 2498)).map(event => event.id), [2499, 2500]);
  assert.deepEqual(await newEvents(ask, 'arn', 2500), []);
  assert.equal(asked.length, 2);
});

test('a history without an end costs a bounded number of pages', async () => {
  let pages = 0;
  const ask = async () => ({ events: [{ id: 1_000_000 - pages++ }], nextToken: 'more' });
  await newEvents(ask, 'arn', 0);
  assert.equal(pages, 26);
});
