import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cognito } from '../../../web/sign-in/cognito.js';
import { Tab } from './browser.mjs';
import { CLIENT } from './user-pool-server.mjs';
import { HASH, signedIn, world } from './user-pool-tab.mjs';

test('a person who is not signed in goes to the sign-in page, once for many requests', async context => {
  const { server, tab, open, ask } = await world(context);
  const session = await open();

  const outcomes = await Promise.allSettled([ask(session), ask(session), ask(session)]);

  assert.deepEqual(outcomes.map(outcome => outcome.reason?.message), Array(3).fill('Redirecting to the sign-in page.'));
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

test('a code that this tab did not ask for is refused', async context => {
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

  await assert.rejects(open(), /returned 400: invalid_grant/);
});

test('what the sign-in page says went wrong is said', async context => {
  const { server, tab, open, ask } = await world(context);
  await assert.rejects(ask(await open()));
  const state = tab.left.pop().searchParams.get('state');
  tab.address = new URL(`${server.address}/?error=access_denied&error_description=No+such+user&state=${state}`);

  await assert.rejects(open(), /^Error: Not signed in: No such user\. Reload/);

  assert.equal(server.exchanges, 0);
});

for (const missing of ['signIn', 'clientId']) {
  test(`a configuration without ${missing} is said at once`, async () => {
    const config = { signIn: 'https://users.example', clientId: CLIENT, [missing]: '' };

    await assert.rejects(cognito(config, new Tab('https://page.example/')), /cognito needs both/);
  });
}
