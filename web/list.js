// The newest calls first, asked for again every few seconds while the page is visible.
import { element, moment } from './element.js';

const REFRESH_MILLISECONDS = 3000;
const PAGE = 50;

export async function show(main, { ask, signal }) {
  const state = document.getElementById('state');
  const rows = element('tbody');
  const more = element('button', { type: 'button', hidden: '' }, 'Older calls');
  main.replaceChildren(
    element('table', {},
      element('thead', {}, element('tr', {},
        ...['Recorded', 'Call', 'Status', 'Summary'].map(title => element('th', { scope: 'col' }, title)))),
      rows),
    more);

  // Every call seen so far: a page that moved on between two questions leaves no gap.
  const calls = new Map();
  let next;
  function add(page) {
    for (const item of page.items) calls.set(`${item.hash}/${item.epchdatetimestamp}`, item);
    const newestFirst = [...calls.values()].sort((a, b) => b.epchdatetimestamp - a.epchdatetimestamp);
    rows.replaceChildren(...newestFirst.map(row));
    more.hidden = !next;
    state.textContent = calls.size === 0 ? 'No calls yet.' : '';
  }

  async function refresh() {
    const first = calls.size === 0;
    const page = await ask(`/analytics?limit=${PAGE}`, signal);
    if (first) next = page.nextToken;
    add(page);
  }

  const report = problem => {
    if (problem.name !== 'AbortError') state.textContent = problem.message;
  };
  more.addEventListener('click', () => ask(`/analytics?limit=${PAGE}&nextToken=${encodeURIComponent(next)}`, signal)
    .then(page => {
      next = page.nextToken;
      add(page);
    })
    .catch(report));

  // One question at a time: the one under way may wait for somebody to sign in.
  let asking = refresh();
  const timer = setInterval(() => {
    if (document.hidden || asking) return;
    asking = refresh().catch(report).finally(() => { asking = undefined; });
  }, REFRESH_MILLISECONDS);
  signal.addEventListener('abort', () => clearInterval(timer));
  await asking.finally(() => { asking = undefined; });
}

function row(item) {
  return element('tr', {},
    element('td', {}, moment(item.epchdatetimestamp)),
    element('td', {}, element('a', { href: `#call/${item.hash}` }, item.call_id)),
    element('td', { class: item.bedrock_status }, item.bedrock_status),
    element('td', {}, item.bedrock_status === 'FAILED'
      ? `${item.failed_state}: ${item.error}: ${item.cause}`
      : item.call_summary ?? item.audio_summary ?? ''));
}
