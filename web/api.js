// The API beside this page; its errors come as {"message"}.
export async function ask(path, signal) {
  const answer = await fetch(path, { signal, headers: { accept: 'application/json' } });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(body.message ?? `The API answered ${answer.status}.`);
  return body;
}
