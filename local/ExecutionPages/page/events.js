// The table of events: rows are added, never drawn anew, so that what is open stays open.
import { make } from './make.js';
import { row } from './rows.js';
import { elapsed, moment } from './words.js';

const Icons = { failed: '✕ ', aborted: '■ ', succeeded: '✓ ', redriven: '↻ ', plain: '' };
const PageSize = 200;

export function eventTable() {
  const body = make('tbody');
  const filter = make('select', { 'aria-label': 'Filter events by state' }, make('option', { value: '' }, 'All states'));
  const count = make('span', { class: 'soft', role: 'status' });
  const more = make('button', { type: 'button', class: 'button', hidden: true }, 'Show more');
  const rows = [];
  const states = new Set();
  let most = PageSize;
  let made = 0;
  const shown = () => rows.filter(entry => !filter.value || entry.state === filter.value);
  const refresh = all => {
    const matching = shown();
    if (all) {
      made = 0;
      body.replaceChildren();
    }
    for (const entry of matching.slice(made, most)) body.append(...lines(entry));
    made = Math.min(matching.length, most);
    count.textContent = `${made} of ${rows.length} events`;
    more.hidden = matching.length <= most;
  };
  more.addEventListener('click', () => { most += PageSize; refresh(false); });
  filter.addEventListener('change', () => { most = PageSize; refresh(true); });
  const head = ['ID', 'Type', 'State', 'Time', 'Since start', 'Details'];
  const element = make('section', { class: 'card events' },
    make('div', { class: 'section-head' }, make('h2', {}, 'Events'), count, filter),
    make('div', { class: 'scroll' }, make('table', {}, make('thead', {},
      make('tr', {}, ...head.map(name => make('th', { scope: 'col' }, name)))), body)),
    make('p', { class: 'more' }, more));
  return { element, add(events, story, startedAt) {
    for (const event of events) {
      const entry = row(event, startedAt, story.stateOf.get(event.id));
      rows.push(entry);
      if (entry.state && !states.has(entry.state)) {
        states.add(entry.state);
        filter.append(make('option', { value: entry.state }, entry.state));
      }
    }
    refresh(false);
  } };
}

function lines(entry) {
  const open = make('button', { type: 'button', class: 'link', 'aria-expanded': 'false',
    'aria-label': `Details of event ${entry.id}` }, 'Details');
  const line = make('tr', { class: `event ${entry.kind}` },
    make('td', { class: 'number', 'data-name': 'ID' }, String(entry.id)),
    make('th', { scope: 'row' }, Icons[entry.kind] + entry.type),
    make('td', { 'data-name': 'State' }, entry.state || '–'), make('td', { 'data-name': 'Time' }, moment(entry.at, true)),
    make('td', { class: 'number mono', 'data-name': 'Since start' }, elapsed(entry.elapsed)),
    make('td', { 'data-name': 'Details' }, make('span', { class: 'summary' }, entry.summary), ' ', open));
  const about = make('tr', { class: 'about', hidden: true });
  open.addEventListener('click', () => {
    about.hidden = !about.hidden;
    open.setAttribute('aria-expanded', String(!about.hidden));
    if (!about.firstChild) about.append(make('td', { colspan: '6' }, make('pre', { tabindex: '0' }, JSON.stringify(entry.details, null, 2))));
  });
  return [line, about];
}
