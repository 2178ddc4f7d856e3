// Signs in to the API as config.json says. Without config.json no sign-in is needed, as on one machine.
import { apiKey } from './api-key.js';
import { cognito } from './cognito.js';

const SIGNED_ONLY = 'This API accepts only requests signed with AWS credentials, which a page does not have. Call it '
  + 'at its own address (apiUrl, an output of the stack) with awscurl --service execute-api or an AWS SDK.';

const noSignIn = { attempts: 1, headers: () => ({}), renews: () => false };

// A session gives the headers of a request. After an answer it says whether a retry with new headers may help.
export async function signIn({ fetch = globalThis.fetch, config: known, ...browser } = {}) {
  const config = known ?? await configuration(fetch);
  switch (config.auth) {
    case 'none': return noSignIn;
    case 'apiKey': return apiKey(browser);
    case 'cognito': return cognito(config, { fetch, ...browser });
    case 'iam': throw new Error(SIGNED_ONLY);
    default: throw new Error(`config.json says auth '${config.auth}', expected none, apiKey, iam or cognito.`);
  }
}

export async function configuration(fetch) {
  const answer = await fetch('config.json');
  if (answer.status === 404) {
    return { auth: 'none' };
  }
  if (!answer.ok) {
    throw new Error(`config.json returned ${answer.status}, expected 200, or 404 without sign-in.`);
  }
  return answer.json();
}
