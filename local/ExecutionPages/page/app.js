// The list at /executions, one execution at /executions#ARN.
import { make } from './make.js';
import { showList } from './list.js';
import { showDetail } from './detail.js';

const main = document.getElementById('main');
const state = document.getElementById('state');
let leave = new AbortController();

const say = text => {
  if (state.textContent !== text) state.textContent = text;
};

async function go() {
  leave.abort();
  leave = new AbortController();
  const { signal } = leave;
  const arn = decode(location.hash.slice(1));
  main.replaceChildren();
  say('Loading …');
  try {
    await (arn ? showDetail(main, arn, { say, signal }) : showList(main, { say, signal }));
  } catch (problem) {
    if (signal.aborted) return;
    say('');
    main.replaceChildren(make('div', { class: 'empty', role: 'alert' },
      make('h2', {}, 'This page cannot be shown'), make('p', {}, problem.message),
      make('p', {}, make('a', { href: '/executions', class: 'button' }, 'All executions'))));
  }
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// The hash is the execution's, so neither of these may be an ordinary link to a fragment.
document.getElementById('skip').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href="/executions"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  history.pushState(null, '', '/executions');
  go();
});
addEventListener('hashchange', go);
addEventListener('popstate', () => location.hash || go());
go();
