// Sign-in with the key of the API's usage plan, which a person enters once for as long as this tab lives.
const KEY = 'api-key';
const HEADER = 'x-api-key';
// One person's patience with mistyped keys; the next question starts afresh.
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

  // Many requests, one form.
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
      // A late refusal of an earlier key says nothing about the one that replaced it.
      if (storage.getItem(KEY) === headers[HEADER]) {
        storage.removeItem(KEY);
        why = 'The API refused that key. Please enter another.';
      }
      return true;
    },
  };
}
