// The overview of a range of days: tiles, calls per day, categories and processing times.
import { button, element } from '../element.js';
import { filtersOf, presetDays, presetOf, queryOf } from '../list/filters.js';
import { startOfDay } from '../times.js';
import { askOverview, bucketsOf } from './pages.js';
import { panels, rangeTitle } from './panels.js';

const PRESETS = [7, 30, 90].map(days => ({ name: String(days), title: `${days} days`, days }));
const DEFAULT_DAYS = 30;
const REFRESH_MILLISECONDS = 30_000;
// An address may hold a longer range. It is cut to its newest days.
const MAX_DAYS = 366;
const TILES = 5;

export async function show(main, { ask, address, signal, go }) {
  const range = rangeOf(filtersOf(address.query));
  const chosen = presetOf(range, new Date(), PRESETS);
  const place = element('div', { 'aria-busy': 'true' }, skeleton());
  const presets = element('div', { class: 'segments', role: 'group', 'aria-label': 'Range' },
    ...PRESETS.map(({ name, title, days }) => button(title, () => {
      go(`#overview?${new URLSearchParams(presetDays(days, new Date()))}`);
    }, { class: 'segment', id: `range-${name}`, 'aria-pressed': String(name === chosen) })));
  const focused = document.activeElement?.id;
  main.replaceChildren(element('div', { class: 'overview' }, element('div', { class: 'screen-title' },
    element('h1', {}, 'Overview'), element('p', { class: 'soft range-title' }, rangeTitle(range)), presets), place));
  if (focused?.startsWith('range-')) {
    document.getElementById(focused)?.focus();
  }

  let last;
  async function refresh() {
    const sum = await askOverview(ask, overviewQuery(range), signal);
    const said = JSON.stringify([sum.count, [...sum.days], [...sum.categories], bucketsOf(sum)]);
    if (signal.aborted || said === last || isLookedAt(place)) {
      return;
    }
    last = said;
    place.removeAttribute('aria-busy');
    place.replaceChildren(sum.count === 0 ? nothing() : element('div', { class: 'panels' }, ...panels(sum, range)));
  }

  const timer = setInterval(() => document.hidden || refresh().catch(() => {}), REFRESH_MILLISECONDS);
  signal.addEventListener('abort', () => clearInterval(timer));
  await refresh();
}

// A refresh waits while the person points at a chart, has the focus in it or has opened a table.
function isLookedAt(place) {
  return place.contains(document.activeElement) || place.querySelector('details[open], .column:hover') !== null;
}

function rangeOf({ from, to }) {
  const defaults = presetDays(DEFAULT_DAYS, new Date());
  if (!from) {
    return defaults;
  }
  const end = to ?? defaults.to;
  const days = Math.round((startOfDay(end) - startOfDay(from)) / 86_400_000) + 1;
  return days > MAX_DAYS ? presetDays(MAX_DAYS, startOfDay(end)) : { from, to: end };
}

function overviewQuery(range) {
  const query = queryOf(range);
  const offset = -startOfDay(range.to).getTimezoneOffset();
  if (offset !== 0) {
    query.set('utcOffsetMinutes', offset);
  }
  return query;
}

function nothing() {
  return element('section', { class: 'card empty' }, element('h2', {}, 'No calls in this range'),
    element('p', {}, 'Try a longer range.'),
    element('a', { class: 'button primary', href: '#' }, 'See all calls'));
}

function skeleton() {
  return element('div', { class: 'tiles', 'aria-hidden': 'true' }, ...Array.from({ length: TILES }, () =>
    element('div', { class: 'card tile' },
      element('span', { class: 'skeleton' }), element('span', { class: 'skeleton' }))));
}
