// Chooses what to show from the address: the list, or one call by its hash.
import { showCall } from './call.js';
import { showList } from './list.js';

const main = document.getElementById('main');
const state = document.getElementById('state');
let shown = new AbortController();

function show() {
  shown.abort();
  shown = new AbortController();
  state.textContent = '';
  const hash = /^#call\/([0-9a-f]{32})$/.exec(location.hash)?.[1];
  const view = hash ? showCall(main, hash, shown.signal) : showList(main, state, shown.signal);
  view.catch(problem => {
    if (problem.name !== 'AbortError') state.textContent = problem.message;
  });
}

addEventListener('hashchange', show);
show();
