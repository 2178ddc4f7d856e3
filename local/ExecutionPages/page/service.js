// Step Functions as this page may ask it.
const MostHistoryPages = 26; // AWS ends an execution at 25,000 events, and a page holds 1,000.
const PageSize = 1000;

export async function call(operation, request, signal) {
  const answer = await fetch('/executions/api', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-amz-json-1.0', 'X-Amz-Target': `AWSStepFunctions.${operation}` },
    body: JSON.stringify(request),
    signal,
  });
  const body = await answer.json();
  if (!answer.ok) {
    throw Object.assign(new Error(body.message ?? `Step Functions returned ${answer.status}.`), { code: body.__type });
  }
  return body;
}

export async function get(path, signal) {
  const answer = await fetch(path, { signal });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.message ?? `The page's server returned ${answer.status}.`);
  return body;
}

// The events behind the ones that are known, oldest first: asked for newest first, so that a long history costs one page.
export async function newEvents(ask, executionArn, lastId) {
  const found = [];
  let nextToken;
  for (let page = 0; page < MostHistoryPages; page++) {
    const answer = await ask('GetExecutionHistory', { executionArn, reverseOrder: true, maxResults: PageSize, nextToken });
    const fresh = answer.events.filter(event => event.id > lastId);
    found.push(...fresh);
    nextToken = answer.nextToken;
    if (!nextToken || fresh.length < answer.events.length) break;
  }
  return found.reverse();
}
