#!/usr/bin/env node
// A Lambda runtime for the tests: speaks the Runtime API, and does what the event's "do" says.
import { existsSync, writeFileSync } from 'node:fs';

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const post = (path, body, headers) => fetch(api + path, { method: 'POST', body, headers });

const forever = () => new Promise(() => setInterval(() => {}, 60_000));

const actions = {
  echo: (event, request) => ({
    event,
    pid: process.pid,
    environment: process.env,
    headers: Object.fromEntries(request.headers),
  }),
  print: ({ lines }) => lines.forEach((line) => console.log(line)),
  size: ({ bytes }) => 'x'.repeat(bytes - 2),
  meet: async ({ url }) => void (await fetch(url)),
  hang: async ({ url }) => (await fetch(url), forever()),
  exit: ({ code }) => process.exit(code),
  die: () => (process.kill(process.pid, 'SIGKILL'), forever()),
  throw: ({ causeBytes = 2 }) => {
    throw Object.assign(new Error('No.'), { name: 'SomethingException', cause: 'x'.repeat(causeBytes) });
  },
  answer: ({ answer }) => answer,
};

if (process.env._HANDLER === 'init-error') {
  await post('/init/error', JSON.stringify({ errorType: 'NoConfigurationException', errorMessage: 'TABLE is missing' }));
  process.exit(1);
}
if (process.env._HANDLER === 'init-exit') process.exit(3);
if (process.env._HANDLER === 'init-hang') await forever();
if (process.env._HANDLER === 'init-die') await actions.die();
if (process.env._HANDLER === 'init-die-once' && !existsSync(process.env.TABLE)) {
  writeFileSync(process.env.TABLE, '');
  await actions.die();
}

for (;;) {
  const request = await fetch(`${api}/invocation/next`);
  const id = request.headers.get('lambda-runtime-aws-request-id');
  const event = await request.json();
  try {
    const answer = await actions[event.do ?? 'echo'](event, request);
    await post(`/invocation/${id}/response`, JSON.stringify(answer ?? null));
  } catch (error) {
    const headers = { 'Lambda-Runtime-Function-XRay-Error-Cause': error.cause };
    await post(`/invocation/${id}/error`, JSON.stringify({ errorType: error.name, errorMessage: error.message }), headers);
  }
}
