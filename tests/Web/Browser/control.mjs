// Does to the running system what no page can; Control.cs answers.
async function ask(method, path, body) {
  const answer = await fetch(new URL(path, process.env.CONTROL_URL), {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`);
  }
  return JSON.parse(text);
}

const named = (path, names) => `${path}?${new URLSearchParams(names)}`;

/** @param order { callId, timestamp?, sample?, fault?, standard?, custom?, metadata? }, as in CallOrder.cs.
 *  @returns { callId, hash, executionArn, audioS3Uri } */
export const submit = order => ask('POST', '/submit', order);

/** Waits for the end of the call's execution: Succeeded, Failed, TimedOut or Aborted. */
export const endOf = async ({ executionArn }, redrives = 0) =>
  (await ask('GET', named('/end', { executionArn, redrives }))).end;

/** Takes the call's fault away. */
export const mend = ({ audioS3Uri }) => ask('POST', named('/mend', { audioS3Uri }));

export const redrive = ({ executionArn }) => ask('POST', named('/redrive', { executionArn }));
