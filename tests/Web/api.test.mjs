import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api } from '../../web/api.js';

const session = { attempts: 1, headers: () => ({}), renews: () => false };

// An API that gives these answers, one by one; an Error is thrown instead.
function world(...answers) {
  const [asked, heard, waited] = [[], [], []];
  const fetch = async (path, options) => {
    asked.push({ path, ...options });
    const answer = answers.shift();
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  };
  const ask = api(session, fetch, { onConnectivity: isOnline => heard.push(isOnline), wait: async span => waited.push(span) });
  return { ask, asked, heard, waited };
}

const tagged = (body, etag) => Response.json(body, { headers: { etag } });

test('an unchanged answer is the same object as before', async () => {
  const { ask, asked } = world(tagged({ items: [1] }, '"a"'), new Response(null, { status: 304 }));

  const first = await ask('/analytics');
  const second = await ask('/analytics');

  assert.equal(second, first);
  assert.equal(asked[0].headers['if-none-match'], undefined);
  assert.equal(asked[1].headers['if-none-match'], '"a"');
});

test('a changed answer takes its place', async () => {
  const { ask, asked } = world(tagged(1, '"a"'), tagged(2, '"b"'), new Response(null, { status: 304 }));

  assert.deepEqual([await ask('/x'), await ask('/x'), await ask('/x')], [1, 2, 2]);
  assert.equal(asked[2].headers['if-none-match'], '"b"');
});

test('answers of other addresses are apart', async () => {
  const { ask, asked } = world(tagged(1, '"a"'), tagged(2, '"a"'));

  await ask('/x');
  await ask('/y');

  assert.equal(asked[1].headers['if-none-match'], undefined);
});

test('no network says offline, and an answer says online again', async () => {
  const { ask, heard } = world(new TypeError('Failed to fetch'), Response.json({}));

  await assert.rejects(ask('/x'), problem => problem.offline === true && /cannot be reached/.test(problem.message));
  await ask('/x');

  assert.deepEqual(heard, [false, true]);
});

test('an aborted request does not report offline', async () => {
  const { ask, heard } = world(new DOMException('gone', 'AbortError'));

  await assert.rejects(ask('/x', AbortSignal.abort()), { name: 'AbortError' });

  assert.deepEqual(heard, []);
});

for (const status of [429, 502, 503, 504]) {
  test(`${status} is asked again, a bounded number of times`, async () => {
    const busy = () => new Response('{"message":"busy"}', { status });
    const { ask, asked, waited } = world(busy(), busy(), busy());

    await assert.rejects(ask('/x'), { message: 'busy', status });

    assert.equal(asked.length, 3);
    assert.deepEqual(waited, [400, 1200]);
  });
}

test('what changes something is not sent twice', async () => {
  const { ask, asked } = world(new Response('{}', { status: 503 }));

  await assert.rejects(ask('/x', { method: 'POST', body: { a: 1 } }), { status: 503 });

  assert.equal(asked.length, 1);
  assert.deepEqual([asked[0].method, asked[0].body, asked[0].headers['content-type']],
    ['POST', '{"a":1}', 'application/json']);
});

for (const status of [400, 404, 500]) {
  test(`${status} is told with its number`, async () => {
    const { ask, asked } = world(Response.json({ message: 'No such call.' }, { status }));

    await assert.rejects(ask('/x'), { message: 'No such call.', status });

    assert.equal(asked.length, 1);
  });
}

test('raw is the answer itself, and a signal alone is enough to ask with', async () => {
  const { ask, asked } = world(new Response('a,b\n', { headers: { 'x-next-token': 't' } }), Response.json(1));
  const { signal } = new AbortController();

  const answer = await ask('/x', { raw: true });
  await ask('/y', signal);

  assert.deepEqual([await answer.text(), answer.headers.get('x-next-token')], ['a,b\n', 't']);
  assert.equal(asked[1].signal, signal);
});
