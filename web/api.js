// The API beside this page, asked as whoever is signed in; its errors come as {"message"}.
export function api(session, fetch = globalThis.fetch) {
  return async function ask(path, signal) {
    for (let attempt = 1; ; attempt++) {
      const headers = await session.headers();
      const answer = await fetch(path, { signal, headers: { accept: 'application/json', ...headers } });
      if (attempt < session.attempts && await session.renews(answer.status, headers)) continue;
      return read(answer);
    }
  };
}

async function read(answer) {
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(body.message ?? `The API answered ${answer.status}.`);
  return body;
}
