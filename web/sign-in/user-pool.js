// The user pool's hosted pages: the way there to sign in, the return with a code, and signing out.
import { challengeOf, randomText } from './pkce.js';

const STARTED = 'started-sign-in';

export function userPool({ signIn, clientId }, { storage, location, history, crypto }) {
  const here = `${location.origin}/`;

  async function leave() {
    const [verifier, state] = [randomText(crypto), randomText(crypto)];
    storage.setItem(STARTED, JSON.stringify({ verifier, state, hash: location.hash }));
    location.assign(`${signIn}/oauth2/authorize?${new URLSearchParams({
      response_type: 'code', client_id: clientId, redirect_uri: here, scope: 'openid email', state,
      code_challenge_method: 'S256', code_challenge: await challengeOf(verifier, crypto),
    })}`);
    throw new Error('Redirecting to the sign-in page.');
  }

  // What to exchange for tokens after a return from the hosted pages, or null. Each start serves one return.
  function comeBack() {
    const query = new URLSearchParams(location.search);
    if (!query.has('code') && !query.has('error')) {
      return null;
    }
    const started = JSON.parse(storage.getItem(STARTED));
    storage.removeItem(STARTED);
    const isOurs = started !== null && query.get('state') === started.state;
    history.replaceState(null, '', `/${isOurs ? started.hash : ''}`);
    if (!isOurs) {
      throw new Error('That sign-in did not start in this tab. Reload the page to sign in.');
    }
    if (query.has('code')) {
      return { code: query.get('code'), verifier: started.verifier, redirectUri: here };
    }
    const reason = query.get('error_description') ?? query.get('error');
    throw new Error(`Not signed in: ${reason}. Reload the page to sign in.`);
  }

  const signOutAddress = `${signIn}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: here })}`;
  return { leave, comeBack, signOutAddress };
}
