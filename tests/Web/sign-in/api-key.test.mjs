import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { api } from '../../../web/api.js';
import { apiKey } from '../../../web/sign-in/api-key.js';
import { Tab } from './browser.mjs';

const REFUSED = 'The API refused that key. Please enter another.';

// A tab before an API that takes the key 'right', and a person who enters these keys.
async function world(context, ...keys) {
  const asked = [];
  const server = createServer((request, response) => {
    const key = request.headers['x-api-key'];
    asked.push(key);
    response.writeHead(key === 'right' ? 200 : 403, { 'content-type': 'application/json' });
    response.end(JSON.stringify(key === 'right' ? { items: [] } : { message: 'Forbidden' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const tab = new Tab(`http://127.0.0.1:${server.address().port}/`);
  const reasons = [];
  const askForKey = async why => {
    reasons.push(why);
    return keys.shift();
  };
  const open = () => api(apiKey({ askForKey, storage: tab.storage }), tab.fetch);
  return { asked, reasons, open };
}

test('the key is asked for once, and goes with every request', async context => {
  const { asked, reasons, open } = await world(context, 'right');
  const ask = open();

  await Promise.all([ask('/analytics'), ask('/analytics'), ask('/analytics')]);
  await ask('/analytics');

  assert.deepEqual(reasons, ['']);
  assert.deepEqual(asked, Array(4).fill('right'));
});

test('a reload remembers it', async context => {
  const { reasons, open } = await world(context, 'right');
  await open()('/analytics');

  assert.deepEqual(await open()('/analytics'), { items: [] });

  assert.equal(reasons.length, 1);
});

test('a refused key is forgotten and asked for again, saying so', async context => {
  const { asked, reasons, open } = await world(context, 'wrong', 'right');

  assert.deepEqual(await open()('/analytics'), { items: [] });

  assert.deepEqual(reasons, ['', REFUSED]);
  assert.deepEqual(asked, ['wrong', 'right']);
});

test('many requests that are refused ask once', async context => {
  const { reasons, open } = await world(context, 'wrong', 'right');
  const ask = open();

  await Promise.all([ask('/analytics'), ask('/analytics'), ask('/analytics')]);

  assert.deepEqual(reasons, ['', REFUSED]);
});

test('a late refusal of an earlier key keeps the new one', async () => {
  const { storage } = new Tab('http://127.0.0.1/');
  storage.setItem('api-key', 'right');
  const session = apiKey({ askForKey: () => assert.fail('asked'), storage });

  assert.equal(session.renews(403, { 'x-api-key': 'wrong' }), true);

  assert.deepEqual(await session.headers(), { 'x-api-key': 'right' });
});

test('patience with wrong keys ends', async context => {
  const { asked, open } = await world(context, ...Array(20).fill('wrong'));

  await assert.rejects(open()('/analytics'), /^Error: Forbidden$/);

  assert.equal(asked.length, 10);
});

test('other failures keep the key', () => {
  const session = apiKey({ askForKey: () => assert.fail('asked'), storage: new Tab('http://127.0.0.1/').storage });

  for (const status of [400, 401, 404, 429, 500]) {
    assert.equal(session.renews(status, {}), false, `${status}`);
  }
});
