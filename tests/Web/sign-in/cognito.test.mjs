import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api } from '../../../web/api.js';
import { cognito } from '../../../web/sign-in/cognito.js';
import { Tab } from './browser.mjs';
import { CLIENT, UserPoolServer } from './user-pool-server.mjs';

const HASH = '#call/0123456789abcdef0123456789abcdef';
const MINUTE = 60_000;

// A tab before a user pool, with a clock of its own.
async function world(context) {
  const server = await UserPoolServer.start();
  context.after(() => server.stop());
  const tab = new Tab(`${server.address}/${HASH}`);
  const clock = { now: Date.UTC(2030, 0, 1) };
  const open = () => cognito(
    { signIn: server.address, clientId: CLIENT }, { ...tab, now: () => clock.now });
  const wait = milliseconds => { clock.now += milliseconds; };
  const ask = session => api(session, tab.fetch)('/analytics');
  return { server, tab, open, wait, ask };
}

// The same, with somebody signed in.
async function signedIn(context) {
  const there = await world(context);
  await assert.rejects(there.ask(await there.open()), /Taking you to the sign-in page/);
  there.tab.address = new URL(there.server.signsIn(there.tab.left.pop()));
  return { ...there, session: await there.open() };
}

test('nobody signed in goes to the sign-in page, once for many requests', async context => {
  const { server, tab, open, ask } = await world(context);
  const session = await open();

  const outcomes = await Promise.allSettled([ask(session), ask(session), ask(session)]);

  assert.deepEqual(outcomes.map(outcome => outcome.reason?.message), Array(3).fill('Taking you to the sign-in page.'));
  assert.equal(tab.left.length, 1);
  const [{ origin, pathname, searchParams }] = tab.left;
  assert.equal(`${origin}${pathname}`, `${server.address}/oauth2/authorize`);
  const { state, code_challenge: challenge, ...rest } = Object.fromEntries(searchParams);
  assert.deepEqual(rest, {
    response_type: 'code', client_id: CLIENT, redirect_uri: `${server.address}/`, scope: 'openid email',
    code_challenge_method: 'S256',
  });
  assert.match(challenge, /^[\w-]{43}$/);
  assert.match(state, /^[\w-]{43}$/);
  assert.deepEqual(server.asked, []);
});

test('each start has its own state and challenge', async context => {
  const { tab, open, ask } = await world(context);

  await assert.rejects(ask(await open()));
  await assert.rejects(ask(await open()));

  for (const name of ['state', 'code_challenge']) {
    assert.notEqual(tab.left[0].searchParams.get(name), tab.left[1].searchParams.get(name));
  }
});

test('who comes back is signed in, at the address they left, with the bare ID token', async context => {
  const { server, tab, session, ask } = await signedIn(context);

  assert.deepEqual(await ask(session), { items: [] });

  assert.equal(tab.address.href, `${server.address}/${HASH}`);
  assert.equal(server.exchanges, 1);
  assert.match(server.asked[0], /^[\w-]+\.[\w-]+\.signature$/);
});

test('a reload stays signed in', async context => {
  const { server, open, ask } = await signedIn(context);

  await ask(await open());

  assert.equal(server.exchanges, 1);
  assert.equal(server.refreshes, 0);
});

for (const [what, change] of [
  ['another state', address => address.searchParams.set('state', 'another')],
  ['no state', address => address.searchParams.delete('state')],
]) {
  test(`${what} is refused, and no code is sent anywhere`, async context => {
    const { server, tab, open, ask } = await world(context);
    await assert.rejects(ask(await open()));
    tab.address = new URL(server.signsIn(tab.left.pop()));
    change(tab.address);

    await assert.rejects(open(), /did not start in this tab/);

    assert.equal(server.exchanges, 0);
    assert.equal(tab.address.href, `${server.address}/`);
  });
}

test('a code that nobody here asked for is refused', async context => {
  const { server, tab, open } = await world(context);
  tab.address = new URL(`${server.address}/?code=stolen&state=null`);

  await assert.rejects(open(), /did not start in this tab/);

  assert.equal(server.exchanges, 0);
});

test('a start serves one return', async context => {
  const { server, tab, open, ask } = await world(context);
  await assert.rejects(ask(await open()));
  const back = new URL(server.signsIn(tab.left.pop()));
  tab.address = back;
  await open();
  tab.address = back;

  await assert.rejects(open(), /did not start in this tab/);

  assert.equal(server.exchanges, 1);
});

test('a verifier that does not fit the challenge gets no tokens', async context => {
  const { server, tab, open, ask } = await world(context);
  await assert.rejects(ask(await open()));
  const authorize = tab.left.pop();
  authorize.searchParams.set('code_challenge', 'A'.repeat(43));
  tab.address = new URL(server.signsIn(authorize));

  await assert.rejects(open(), /answered 400: invalid_grant/);
});

test('what the sign-in page says went wrong is said', async context => {
  const { server, tab, open, ask } = await world(context);
  await assert.rejects(ask(await open()));
  const state = tab.left.pop().searchParams.get('state');
  tab.address = new URL(`${server.address}/?error=access_denied&error_description=No+such+user&state=${state}`);

  await assert.rejects(open(), /^Error: Not signed in: No such user\. Reload/);

  assert.equal(server.exchanges, 0);
});

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

  assert.deepEqual(outcomes.map(outcome => outcome.reason?.message), Array(2).fill('Taking you to the sign-in page.'));
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

  await assert.rejects(ask(session), /Taking you to the sign-in page/);

  assert.equal(tab.left.length, 1);
});

test('a sign-in service that is away for now signs nobody out', async context => {
  const { server, tab, session, wait, ask } = await signedIn(context);
  wait(60 * MINUTE);
  server.refreshStatus = 503;
  await assert.rejects(ask(session), /answered 503: out_of_order/);
  server.refreshStatus = 200;

  assert.deepEqual(await ask(session), { items: [] });

  assert.deepEqual(tab.left, []);
});

test('an API that refuses every token is reported, not signed in to for ever', async context => {
  const { server, tab, session, ask } = await signedIn(context);
  server.accepts = () => false;

  await assert.rejects(ask(session), /^Error: Unauthorized$/);
  server.revokeRefreshToken();
  await assert.rejects(ask(session), /answered 400: invalid_grant/);

  assert.equal(server.asked.length, 3);
  assert.deepEqual(tab.left, []);
});

test('403 says that somebody may not, which no token mends', async context => {
  const { session } = await signedIn(context);

  assert.equal(await session.renews(403, await session.headers()), false);
});

test('signing out forgets the tokens, ends the session there and asks no more', async context => {
  const { server, tab, session, ask } = await signedIn(context);

  session.signOut.forget();

  assert.equal(
    session.signOut.address, `${server.address}/logout?${new URLSearchParams({
      client_id: CLIENT, logout_uri: `${server.address}/`,
    })}`);
  await assert.rejects(ask(session), /Signed out/);
  assert.deepEqual(tab.left, []);
  assert.deepEqual(server.asked, []);
});

test('a refresh under way does not undo signing out', async context => {
  const { server, tab, session, open, wait, ask } = await signedIn(context);
  wait(60 * MINUTE);
  const asking = ask(session);

  session.signOut.forget();

  await assert.rejects(asking, /Signed out/);
  assert.equal(server.refreshes, 1);
  await assert.rejects(ask(await open()), /Taking you/);
  assert.equal(tab.left.length, 1);
});

for (const missing of ['signIn', 'clientId']) {
  test(`a configuration without ${missing} is said at once`, async () => {
    const config = { signIn: 'https://users.example', clientId: CLIENT, [missing]: '' };

    await assert.rejects(cognito(config, new Tab('https://page.example/')), /cognito needs both/);
  });
}
