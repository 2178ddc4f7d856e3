// Cognito's token endpoint: exchanges a code or a refresh token for tokens.
// https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
const TIMEOUT_MILLISECONDS = 15_000;

export function tokenEndpoint({ signIn, clientId }, fetch, now) {
  async function post(fields) {
    const answer = await fetch(`${signIn}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId, ...fields }),
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) {
      return tokens(body, now());
    }
    const problem = new Error(`The sign-in service returned ${answer.status}: ${body.error ?? 'no reason given'}.`);
    // Any other status, such as 429 or 500, may be temporary.
    problem.isFinal = answer.status === 400 || answer.status === 401;
    throw problem;
  }

  return {
    exchange: ({ code, verifier, redirectUri }) =>
      post({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri }),
    refresh: refreshToken => post({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  };
}

// expires_in belongs to the access token. The ID token's own lifetime is used, which holds even where this clock is wrong.
function tokens(body, since) {
  const payload = body.id_token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  const { iat, exp } = JSON.parse(atob(payload));
  return { idToken: body.id_token, refreshToken: body.refresh_token, since, until: since + (exp - iat) * 1000 };
}
