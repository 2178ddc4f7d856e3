import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLIENT } from './user-pool-server.mjs';
import { MINUTE, signedIn } from './user-pool-tab.mjs';

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
  await assert.rejects(ask(await open()), /Redirecting/);
  assert.equal(tab.left.length, 1);
});
