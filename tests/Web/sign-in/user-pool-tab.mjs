import assert from 'node:assert/strict';
import { api } from '../../../web/api.js';
import { cognito } from '../../../web/sign-in/cognito.js';
import { Tab } from './browser.mjs';
import { CLIENT, UserPoolServer } from './user-pool-server.mjs';

export const HASH = '#call/0123456789abcdef0123456789abcdef';
export const MINUTE = 60_000;

// A tab before a user pool, with a clock of its own.
export async function world(context) {
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

// The same, signed in.
export async function signedIn(context) {
  const there = await world(context);
  await assert.rejects(there.ask(await there.open()), /Redirecting to the sign-in page/);
  there.tab.address = new URL(there.server.signsIn(there.tab.left.pop()));
  return { ...there, session: await there.open() };
}
