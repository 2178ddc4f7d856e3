// Requests to the API, with the headers of the session. Its errors have the form {"message"}.
const UNSETTLED = new Set([429, 502, 503, 504]);
const WAITS_MILLISECONDS = [400, 1200];
// Answers kept for If-None-Match: enough for the screens that a person moves between.
const MAX_CACHED = 40;

// onConnectivity(isOnline) is called after every request, wait(milliseconds) between attempts.
export function api(session, fetch = globalThis.fetch, { onConnectivity = () => {}, wait = pause } = {}) {
  const cache = new Map();

  // Options are those of fetch, or a signal alone. With raw the result is the Response instead of its JSON.
  return async function ask(path, options = {}) {
    const { signal, method = 'GET', body, etag, raw = false } = options instanceof AbortSignal
      ? { signal: options } : options;
    const isRead = method === 'GET' && !raw;
    let waits = 0;
    for (let attempt = 1; ; attempt++) {
      const own = await session.headers();
      const known = isRead ? cache.get(path) : undefined;
      const tag = etag ?? known?.etag;
      const headers = {
        ...(raw ? {} : { accept: 'application/json' }), ...(tag ? { 'if-none-match': tag } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...own,
      };
      const answer = await answered({
        signal, headers, ...(method === 'GET' ? {} : { method }),
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      if (answer.status === 304 && known) {
        return known.body;
      }
      if (attempt < session.attempts && await session.renews(answer.status, own)) {
        continue;
      }
      if (method === 'GET' && UNSETTLED.has(answer.status) && waits < WAITS_MILLISECONDS.length) {
        await wait(WAITS_MILLISECONDS[waits++], signal);
        continue;
      }
      if (!answer.ok) {
        throw await failure(answer);
      }
      if (raw) {
        return answer;
      }
      const read = await answer.json().catch(() => ({}));
      if (isRead) {
        remember(path, answer.headers.get('etag'), read);
      }
      return read;
    }

    async function answered(request) {
      try {
        const answer = await fetch(path, request);
        onConnectivity(true);
        return answer;
      } catch (problem) {
        if (problem.name === 'AbortError' || signal?.aborted) {
          throw problem;
        }
        onConnectivity(false);
        throw Object.assign(new Error('The API cannot be reached. Check the network connection.', { cause: problem }),
          { offline: true });
      }
    }
  };

  // An unchanged answer is the same object again, so that a caller sees by === that nothing changed.
  function remember(path, etag, body) {
    cache.delete(path);
    if (!etag) {
      return;
    }
    cache.set(path, { etag, body });
    if (cache.size > MAX_CACHED) {
      cache.delete(cache.keys().next().value);
    }
  }
}

async function failure(answer) {
  const body = await answer.json().catch(() => ({}));
  return Object.assign(new Error(body.message ?? `The API returned ${answer.status}.`), { status: answer.status });
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
}
