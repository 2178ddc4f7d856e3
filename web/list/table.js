// The rows of the list, by key. A row keeps its element, so that focus, selection and scroll position stay.
import { element } from '../element.js';
import { keyOf } from './pages.js';
import { listRow } from './row.js';

const COLUMNS = ['Recorded', 'Call', 'Status', 'Summary', 'Categories', 'Length'];
const FRESH_MILLISECONDS = 2500;
const SKELETON_ROWS = 8;

export function listTable(choose) {
  const body = element('div', { role: 'rowgroup', class: 'rows' });
  const root = element('div', { role: 'table', class: 'card calls-table', 'aria-label': 'Calls, newest first' },
    element('div', { role: 'rowgroup', class: 'rows-head' }, element('div', { role: 'row', class: 'row head' },
      ...COLUMNS.map(title => element('div', { role: 'columnheader' }, title)))), body);
  const rows = new Map();

  function show(items, { text, config, isFresh }) {
    body.querySelectorAll('.skeleton-row').forEach(row => row.remove());
    const wanted = new Set(items.map(keyOf));
    for (const [key, { row }] of rows) {
      if (wanted.has(key)) {
        continue;
      }
      row.remove();
      rows.delete(key);
    }
    let place = body.firstElementChild;
    for (const item of items) {
      const made = rows.get(keyOf(item)) ?? added(item, config, isFresh);
      made.update(item, text);
      if (made.row === place) {
        place = place.nextElementSibling;
      } else {
        body.insertBefore(made.row, place);
      }
    }
    root.setAttribute('aria-rowcount', -1);
  }

  function added(item, config, isFresh) {
    const made = listRow(config, choose);
    rows.set(keyOf(item), made);
    if (isFresh) {
      made.row.classList.add('fresh');
      setTimeout(() => made.row.classList.remove('fresh'), FRESH_MILLISECONDS);
    }
    return made;
  }

  function move(by) {
    const links = [...body.querySelectorAll('.row-link')];
    const at = links.findIndex(link => link.closest('.row').contains(document.activeElement));
    const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.closest('.row').scrollIntoView({ block: 'nearest' });
  }

  function clear() {
    rows.clear();
    body.replaceChildren(...Array.from({ length: SKELETON_ROWS }, () =>
      element('div', { class: 'row skeleton-row', 'aria-hidden': 'true' },
        ...COLUMNS.map(() => element('div', {}, element('span', { class: 'skeleton' }))))));
  }

  return {
    root, show, move, clear,
    get shown() { return rows; },
    tick: now => rows.forEach(row => row.tick(now)),
    focus: key => rows.get(key)?.link.focus({ preventScroll: true }),
    keyOfFocus: () => [...rows].find(([, { row }]) => row.contains(document.activeElement))?.[0],
  };
}
