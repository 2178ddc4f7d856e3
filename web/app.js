// Signs in, then chooses what to show from the address: the list, or one call by its hash.
import { api } from './api.js';
import { showCall } from './call.js';
import { askForKey } from './key-form.js';
import { showList } from './list.js';
import { signIn } from './sign-in.js';

const main = document.getElementById('main');
const state = document.getElementById('state');
let shown = new AbortController();

function report(problem) {
  if (problem.name !== 'AbortError') state.textContent = problem.message;
}

function show(ask) {
  shown.abort();
  shown = new AbortController();
  state.textContent = '';
  const hash = /^#call\/([0-9a-f]{32})$/.exec(location.hash)?.[1];
  const view = hash ? showCall(main, hash, ask, shown.signal) : showList(main, state, ask, shown.signal);
  view.catch(report);
}

function offerSignOut({ address, forget }) {
  const link = document.getElementById('sign-out');
  link.href = address;
  link.addEventListener('click', forget);
  link.hidden = false;
}

async function start() {
  const session = await signIn({ askForKey: why => askForKey(document.getElementById('sign-in'), why) });
  if (session.signOut) offerSignOut(session.signOut);
  const ask = api(session);
  addEventListener('hashchange', () => show(ask));
  show(ask);
}

// Back from the sign-in page to a page that was frozen on its way there: it starts again.
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});
start().catch(report);
