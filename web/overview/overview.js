// What happened in a range of days: tiles, calls per day, categories, and how long processing took.
import { barList, columnChart } from './charts.js';
import { button, element } from '../element.js';
import { STATUSES } from '../statuses.js';
import { addressOfFilters, filtersOf, presetDays, presetOf, queryOf } from '../list/filters.js';
import { STATUS_ORDER, askOverview, bucketsOf, daysOf, topCategories, totals } from './pages.js';
import { span, startOfDay } from '../times.js';

const PRESETS = [7, 30, 90].map(days => ({ name: String(days), title: `${days} days`, days }));
const DEFAULT_DAYS = 30;
const REFRESH_MILLISECONDS = 30_000;
const TOP_CATEGORIES = 12;
// A longer range, from an address, is cut to its newest days.
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
    place.replaceChildren(sum.count === 0 ? nothing() : element('div', { class: 'panels' }, ...screens(sum, range)));
  }

  const timer = setInterval(() => document.hidden || refresh().catch(() => {}), REFRESH_MILLISECONDS);
  signal.addEventListener('abort', () => clearInterval(timer));
  await refresh();
}

// Nothing is taken from under somebody's pointer, keys or open table.
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

function rangeTitle({ from, to }) {
  const format = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
  return format.formatRange(startOfDay(from), startOfDay(to));
}

function overviewQuery(range) {
  const query = queryOf(range);
  const offset = -startOfDay(range.to).getTimezoneOffset();
  if (offset !== 0) {
    query.set('utcOffsetMinutes', offset);
  }
  return query;
}

function screens(sum, range) {
  const all = totals(sum);
  return [
    sum.isMore && element('p', { class: 'problem' }, 'There are more calls than are counted here; take fewer days.'),
    element('dl', { class: 'tiles' },
      tile('Calls', all.count.toLocaleString(), all.statuses.IN_PROGRESS > 0
        ? `${all.statuses.IN_PROGRESS.toLocaleString()} in progress` : 'none in progress'),
      tile('Success rate', all.success === undefined ? '–' : percent(all.success),
        `${all.statuses.FAILED.toLocaleString()} failed`),
      tile('Typical processing', all.median === undefined ? '–' : `≈ ${roundSpan(all.median)}`, 'half are faster'),
      tile('Audio', hours(all.audio), 'of recordings'),
      tile('Cost', dollars(all.cost), all.count === 0 ? '' : `≈ ${dollars(all.cost / all.count)} per call`)),
    panel('Calls per day', 'wide', days(sum, range)),
    panel('Categories', '', categories(sum, range)),
    panel('Processing time', '', processing(sum)),
  ].filter(Boolean);
}

function days(sum, range) {
  const format = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
  const names = STATUS_ORDER.map(kind => ({ name: STATUSES[kind], kind }));
  return columnChart({
    title: 'Calls per day by status', names, tableHead: ['Day', ...names.map(({ name }) => name)],
    description: `${sum.count} calls, ${rangeTitle(range)}. Each day leads to its calls.`,
    columns: daysOf(sum, range.from, range.to).map(({ date, values }) => ({
      label: format.format(startOfDay(date)),
      title: startOfDay(date).toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' }),
      href: values.some(value => value > 0) && addressOfFilters({ from: date, to: date }),
      parts: names.map(({ name, kind }, index) => ({ name, kind, value: values[index] })),
    })),
  });
}

function categories(sum, range) {
  const top = topCategories(sum, TOP_CATEGORIES);
  if (top.length === 0) {
    return element('p', { class: 'soft' }, 'No call of these days has a category.');
  }
  return barList({ title: 'Calls per category', rows: top.map(({ category, count }) =>
    ({ label: category, value: count, href: addressOfFilters({ category, ...range }) })) });
}

function processing(sum) {
  const buckets = bucketsOf(sum);
  if (sum.processing.count === 0) {
    return element('p', { class: 'soft' }, 'No call of these days is processed yet.');
  }
  const mean = sum.processing.total / sum.processing.count;
  const chart = columnChart({
    title: 'Calls by processing time', tableHead: ['Processing time', 'Calls'], labelPixels: 46,
    description: `${sum.processing.count} calls; the mean is ${span(mean)}.`,
    columns: buckets.map(({ up_to_seconds: upTo, count }, index) => {
      const from = buckets[index - 1]?.up_to_seconds ?? 0;
      return {
        label: upTo === null ? `> ${short(from)}` : `≤ ${short(upTo)}`,
        title: upTo === null ? `More than ${span(from)}` : from === 0 ? `Up to ${span(upTo)}`
          : `${span(from)} to ${span(upTo)}`,
        parts: [{ name: 'Calls', kind: 'plain', value: count }],
      };
    }),
  });
  return element('div', {}, element('p', { class: 'soft lead' }, `From start to stored; mean ${span(mean)}`), chart);
}

// From buckets: no more exact than they are.
function roundSpan(seconds) {
  return span(seconds < 60 ? seconds : Math.round(seconds / 60) * 60);
}

function short(seconds) {
  return seconds < 60 ? `${seconds} s` : seconds < 3600 ? `${seconds / 60} m` : `${seconds / 3600} h`;
}

function tile(name, value, note) {
  return element('div', { class: 'card tile' }, element('dt', {}, name),
    element('dd', { class: 'tile-value' }, value), element('dd', { class: 'soft' }, note));
}

function panel(title, kind, content) {
  return element('section', { class: `card panel ${kind}` }, element('h2', {}, title), content);
}

function percent(share) {
  // 99.96 % is not 100 %.
  return share === 1 ? '100%' : `${(Math.floor(share * 1000) / 10).toLocaleString()}%`;
}

function hours(seconds) {
  return seconds < 3600 ? span(seconds)
    : `${(seconds / 3600).toLocaleString(undefined, { maximumFractionDigits: 1 })} h`;
}

function dollars(amount) {
  const digits = amount > 0 && amount < 0.1 ? 4 : 2;
  return amount.toLocaleString(undefined, { style: 'currency', currency: 'USD', minimumFractionDigits: 2,
    maximumFractionDigits: digits });
}

function nothing() {
  return element('section', { class: 'card empty' }, element('h2', {}, 'No calls in these days'),
    element('p', {}, 'A longer range may hold some.'),
    element('a', { class: 'button primary', href: '#' }, 'See all calls'));
}

function skeleton() {
  return element('div', { class: 'tiles', 'aria-hidden': 'true' }, ...Array.from({ length: TILES }, () =>
    element('div', { class: 'card tile' },
      element('span', { class: 'skeleton' }), element('span', { class: 'skeleton' }))));
}
