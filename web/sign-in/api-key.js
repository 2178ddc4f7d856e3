// Sign-in with the key of the API's usage plan. The person enters it once; session storage keeps it for the tab.
const KEY = 'api-key';
const HEADER = 'x-api-key';
// How many keys a person may try for one request.
const ATTEMPTS = 10;

// askForKey(why) resolves with what the person entered.
export function apiKey({ askForKey, storage = globalThis.sessionStorage }) {
  let why = '';
  let asking;

  async function entered() {
    const key = await askForKey(why);
    storage.setItem(KEY, key);
    return key;
  }

  // Concurrent requests share one form.
  function key() {
    return storage.getItem(KEY) ?? (asking ??= entered().finally(() => { asking = undefined; }));
  }

  return {
    attempts: ATTEMPTS,
    headers: async () => ({ [HEADER]: await key() }),
    renews(status, headers) {
      if (status !== 403) {
        return false;
      }
      // A late refusal of an earlier key must not remove the key that replaced it.
      if (storage.getItem(KEY) === headers[HEADER]) {
        storage.removeItem(KEY);
        why = 'The API refused that key. Please enter another.';
      }
      return true;
    },
  };
}
