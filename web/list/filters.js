// The list's filters. The address holds days and words; the API takes instants.
import { STATUSES } from '../statuses.js';
import { addDays, dayOf, dayTitle, isDay, startOfDay } from '../times.js';

export const MAX_TEXT_LENGTH = 200;
export const PRESETS = [
  { name: 'today', title: 'Today', days: 1 }, { name: '7', title: 'Last 7 days', days: 7 },
  { name: '30', title: 'Last 30 days', days: 30 },
];

// Ignores what is not valid: a shortened or edited address still shows a list.
export function filtersOf(query) {
  const filters = {};
  const text = query.get('text')?.trim().slice(0, MAX_TEXT_LENGTH);
  if (text) {
    filters.text = text;
  }
  if (Object.hasOwn(STATUSES, query.get('status') ?? '')) {
    filters.status = query.get('status');
  }
  const category = query.get('category')?.trim();
  if (category) {
    filters.category = category;
  }
  for (const name of ['from', 'to']) {
    if (isDay(query.get(name))) {
      filters[name] = query.get(name);
    }
  }
  if (filters.from && filters.to && filters.from > filters.to) {
    [filters.from, filters.to] = [filters.to, filters.from];
  }
  return filters;
}

export function addressOfFilters(filters) {
  const query = new URLSearchParams();
  for (const name of ['text', 'status', 'category', 'from', 'to']) {
    if (filters[name]) {
      query.set(name, filters[name]);
    }
  }
  return query.size === 0 ? '#' : `#?${query}`;
}

// The API's `to` is the last second of the range. A day in the address is included as a whole.
export function queryOf(filters) {
  const query = new URLSearchParams();
  for (const name of ['text', 'status', 'category']) {
    if (filters[name]) {
      query.set(name, filters[name]);
    }
  }
  if (filters.from) {
    query.set('from', startOfDay(filters.from).toISOString());
  }
  if (filters.to) {
    query.set('to', new Date(startOfDay(addDays(filters.to, 1)).getTime() - 1000).toISOString());
  }
  return query;
}

export function presetDays(days, now) {
  const today = dayOf(now);
  return { from: addDays(today, 1 - days), to: today };
}

// '' means all days, 'custom' days that match no preset.
export function presetOf({ from, to }, now, presets = PRESETS) {
  if (!from && !to) {
    return '';
  }
  const found = presets.find(({ days }) => {
    const range = presetDays(days, now);
    return range.from === from && range.to === to;
  });
  return found?.name ?? 'custom';
}

// The active filters, each with the filters that remain without it. The tabs show the status.
export function activeFilters(filters, now, locale) {
  const active = [];
  const { text, category, from, to, ...rest } = filters;
  if (text) {
    active.push({ title: `“${text}”`, without: { ...rest, category, from, to } });
  }
  if (category) {
    active.push({ title: category, without: { ...rest, text, from, to } });
  }
  if (from || to) {
    active.push({ title: rangeTitle({ from, to }, now, locale), without: { ...rest, text, category } });
  }
  return active;
}

function rangeTitle({ from, to }, now, locale) {
  const preset = PRESETS.find(({ name }) => name === presetOf({ from, to }, now));
  if (preset) {
    return preset.title;
  }
  if (from && to) {
    return from === to ? dayTitle(from, locale) : `${dayTitle(from, locale)} – ${dayTitle(to, locale)}`;
  }
  return from ? `Since ${dayTitle(from, locale)}` : `Until ${dayTitle(to, locale)}`;
}
