import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HASH, MINUTE, signedIn } from './user-pool-tab.mjs';

test('tokens are refreshed in their last minute, and not before', async context => {
  const { server, session, wait, ask } = await signedIn(context);

  wait(59 * MINUTE);
  await ask(session);
  assert.equal(server.refreshes, 0);
  wait(1);
  await ask(session);

  assert.equal(server.refreshes, 1);
  assert.notEqual(server.asked[0], server.asked[1]);
  assert.equal(server.asked.length, 2);
});

for (const rotates of [false, true]) {
  test(`they are refreshed again, where refresh tokens ${rotates ? 'rotate' : 'stay'}`, async context => {
    const { server, session, wait, ask } = await signedIn(context);
    server.rotates = rotates;

    for (let hour = 0; hour < 3; hour++) {
      wait(60 * MINUTE);
      await ask(session);
    }

    assert.equal(server.refreshes, 3);
    assert.equal(server.exchanges, 1);
  });
}

test('many requests at the end of a token refresh it once', async context => {
  const { server, session, wait, ask } = await signedIn(context);
  wait(60 * MINUTE);

  await Promise.all(Array.from({ length: 8 }, () => ask(session)));

  assert.equal(server.refreshes, 1);
});

test('many requests with a token that the API refuses refresh it once', async context => {
  const { server, session, ask } = await signedIn(context);
  server.revokeIdToken();

  await Promise.all(Array.from({ length: 8 }, () => ask(session)));

  assert.equal(server.refreshes, 1);
});

test('a refusal that comes after the refresh asks again with the new token', async context => {
  const { server, session, ask } = await signedIn(context);
  const early = await session.headers();
  server.revokeIdToken();
  await ask(session);

  assert.equal(await session.renews(401, early), true);

  assert.equal(server.refreshes, 1);
});

test('who can no longer be refreshed signs in again', async context => {
  const { server, tab, session, open, wait, ask } = await signedIn(context);
  server.revokeRefreshToken();
  wait(60 * MINUTE);

  const outcomes = await Promise.allSettled([ask(session), ask(session)]);

  assert.deepEqual(outcomes.map(outcome => outcome.reason?.message), Array(2).fill('Redirecting to the sign-in page.'));
  assert.equal(tab.storage.getItem('tokens'), null);
  assert.equal(tab.left.length, 1);
  tab.address = new URL(server.signsIn(tab.left.pop()));
  assert.equal(tab.address.hash, '');
  assert.deepEqual(await ask(await open()), { items: [] });
  assert.equal(tab.address.hash, HASH);
});

test('a client that the sign-in service no longer knows signs in again', async context => {
  const { server, tab, session, wait, ask } = await signedIn(context);
  wait(60 * MINUTE);
  server.refreshStatus = 401;

  await assert.rejects(ask(session), /Redirecting to the sign-in page/);

  assert.equal(tab.left.length, 1);
});

test('a sign-in service that is briefly unavailable does not sign the person out', async context => {
  const { server, tab, session, wait, ask } = await signedIn(context);
  wait(60 * MINUTE);
  server.refreshStatus = 503;
  await assert.rejects(ask(session), /returned 503: out_of_order/);
  server.refreshStatus = 200;

  assert.deepEqual(await ask(session), { items: [] });

  assert.deepEqual(tab.left, []);
});

test('an API that refuses every token is reported, not signed in to for ever', async context => {
  const { server, tab, session, ask } = await signedIn(context);
  server.accepts = () => false;

  await assert.rejects(ask(session), /^Error: Unauthorized$/);
  server.revokeRefreshToken();
  await assert.rejects(ask(session), /returned 400: invalid_grant/);

  assert.equal(server.asked.length, 3);
  assert.deepEqual(tab.left, []);
});

test('403 is a missing permission, for which no token is renewed', async context => {
  const { session } = await signedIn(context);

  assert.equal(await session.renews(403, await session.headers()), false);
});
