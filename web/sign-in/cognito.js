// Sign-in with OAuth 2's authorization code and PKCE, at the stack's user pool. The API takes the bare ID token.
import { tokenEndpoint } from './tokens.js';
import { userPool } from './user-pool.js';

const TOKENS = 'tokens';
// The first attempt uses the stored token, the second a new one.
const ATTEMPTS = 2;
const REFRESH_BEFORE_MILLISECONDS = 60_000;
// An API that refuses a younger token would refuse the next one too: a new sign-in would loop.
const MIN_AGE_MILLISECONDS = 60_000;

export async function cognito(config, {
  storage = globalThis.sessionStorage, location = globalThis.location, history = globalThis.history,
  fetch = globalThis.fetch, crypto = globalThis.crypto, now = Date.now,
} = {}) {
  if (!config.signIn || !config.clientId) {
    throw new Error(`config.json: signIn is '${config.signIn}', clientId '${config.clientId}'; cognito needs both.`);
  }
  const pool = userPool(config, { storage, location, history, crypto });
  const endpoint = tokenEndpoint(config, fetch, now);
  const held = () => JSON.parse(storage.getItem(TOKENS));
  const hold = tokens => storage.setItem(TOKENS, JSON.stringify(tokens));

  // Once per page, and never after signing out: a request under way must not start a sign-in.
  let leaving;
  let isSignedOut = false;
  async function leave() {
    if (isSignedOut) {
      throw new Error('Signed out. Reload the page to sign in.');
    }
    return leaving ??= pool.leave();
  }

  function forget() {
    isSignedOut = true;
    storage.removeItem(TOKENS);
  }

  async function refresh(old) {
    try {
      const fresh = await endpoint.refresh(old.refreshToken);
      if (isSignedOut) {
        return;
      }
      // Only a pool that rotates refresh tokens sends a new one.
      hold({ ...fresh, refreshToken: fresh.refreshToken ?? old.refreshToken });
    } catch (problem) {
      if (!problem.isFinal || now() - old.since < MIN_AGE_MILLISECONDS) {
        throw problem;
      }
      storage.removeItem(TOKENS);
      await leave();
    }
  }

  // Concurrent requests share one refresh.
  let refreshing;
  const refreshOnce = old => (refreshing ??= refresh(old).finally(() => { refreshing = undefined; }));

  const returned = pool.comeBack();
  if (returned) {
    hold(await endpoint.exchange(returned));
  }

  return {
    attempts: ATTEMPTS,
    async headers() {
      const tokens = held() ?? await leave();
      if (tokens.until - now() < REFRESH_BEFORE_MILLISECONDS) {
        await refreshOnce(tokens);
      }
      return { authorization: (held() ?? await leave()).idToken };
    },
    async renews(status, headers) {
      if (status !== 401) {
        return false;
      }
      const tokens = held();
      // Another request's refresh may have come first.
      if (tokens?.idToken === headers.authorization) {
        await refreshOnce(tokens);
      }
      return true;
    },
    signOut: { address: pool.signOutAddress, forget },
  };
}
