import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api } from '../../../web/api.js';
import { signIn } from '../../../web/sign-in/sign-in.js';
import { Tab } from './browser.mjs';

// A tab beside this configuration; what it asks otherwise is kept, and answered with the headers' names.
function world(answer) {
  const asked = [];
  const tab = new Tab('https://page.example/');
  tab.fetch = async (path, options) => {
    if (path === 'config.json') {
      return answer;
    }
    asked.push([path, options.headers]);
    return Response.json({ items: [] });
  };
  const browser = { ...tab, askForKey: async () => 'key' };
  return { asked, tab, browser };
}

for (const [where, answer] of [
  ['there is no configuration', new Response('Not found', { status: 404 })],
  ['it says none', Response.json({ auth: 'none', signIn: '', clientId: '' })],
]) {
  test(`where ${where} no sign-in is needed`, async () => {
    const { asked, browser } = world(answer);

    const session = await signIn(browser);
    await api(session, browser.fetch)('/analytics');

    assert.deepEqual(asked, [['/analytics', { accept: 'application/json' }]]);
    assert.equal(session.signOut, undefined);
  });
}

test('apiKey sends the key that the person enters', async () => {
  const { asked, browser } = world(Response.json({ auth: 'apiKey', signIn: '', clientId: '' }));

  await api(await signIn(browser), browser.fetch)('/analytics');

  assert.deepEqual(asked, [['/analytics', { accept: 'application/json', 'x-api-key': 'key' }]]);
});

test('cognito goes to the user pool of the configuration', async () => {
  const { asked, tab, browser } = world(
    Response.json({ auth: 'cognito', signIn: 'https://x.auth.eu-west-1.amazoncognito.com', clientId: 'client-1' }));

  await assert.rejects(api(await signIn(browser), browser.fetch)('/analytics'), /Redirecting/);

  assert.equal(tab.left[0].origin, 'https://x.auth.eu-west-1.amazoncognito.com');
  assert.deepEqual(asked, []);
});

test('iam says how to ask instead', async () => {
  const { asked, browser } = world(Response.json({ auth: 'iam', signIn: '', clientId: '' }));

  await assert.rejects(signIn(browser), /only requests signed with AWS credentials.*awscurl.*SDK/);

  assert.deepEqual(asked, []);
});

for (const [what, answer, message] of [
  ['an unknown way', Response.json({ auth: 'password' }), /auth 'password', expected none, apiKey, iam or cognito/],
  ['a configuration that cannot be read', new Response('', { status: 403 }), /config\.json returned 403/],
]) {
  test(`${what} is refused`, async () => {
    const { browser } = world(answer);

    await assert.rejects(signIn(browser), message);
  });
}
