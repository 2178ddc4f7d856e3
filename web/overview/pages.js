// Adds up the pages of an overview and computes what its tiles show.
import { pagesOf } from '../paging.js';
import { addDays } from '../times.js';
import { quantile } from './scales.js';

const MAX_PAGES = 100;

export const STATUS_ORDER = ['SUCCESS', 'FAILED', 'IN_PROGRESS'];

export function noCalls() {
  return { count: 0, days: new Map(), categories: new Map(), processing: { count: 0, total: 0, buckets: new Map() } };
}

export function addPage(sum, { count = 0, days = [], categories = [], processing }) {
  const merged = {
    count: sum.count + count, days: new Map(sum.days), categories: new Map(sum.categories),
    processing: { ...sum.processing, buckets: new Map(sum.processing.buckets) },
  };
  for (const { date, statuses, audio_seconds: audio = 0, cost_dollars: cost = 0 } of days) {
    const day = merged.days.get(date) ?? { statuses: {}, audio: 0, cost: 0 };
    const added = { ...day.statuses };
    for (const [status, calls] of Object.entries(statuses)) {
      added[status] = (added[status] ?? 0) + calls;
    }
    merged.days.set(date, { statuses: added, audio: day.audio + audio, cost: day.cost + cost });
  }
  for (const { category, count: calls } of categories) {
    merged.categories.set(category, (merged.categories.get(category) ?? 0) + calls);
  }
  if (processing) {
    merged.processing.count += processing.count;
    merged.processing.total += processing.total_seconds;
    for (const { up_to_seconds: upTo, count: calls } of processing.buckets) {
      merged.processing.buckets.set(upTo, (merged.processing.buckets.get(upTo) ?? 0) + calls);
    }
  }
  return merged;
}

export async function askOverview(ask, query, signal, maxPages = MAX_PAGES) {
  let [sum, isMore] = [noCalls(), false];
  for await (const page of pagesOf(ask, '/analytics/overview', query, { signal, maxPages })) {
    sum = addPage(sum, page);
    isMore = page.nextToken !== undefined;
  }
  return { ...sum, isMore };
}

export function bucketsOf({ processing }) {
  return [...processing.buckets].map(([upTo, count]) => ({ up_to_seconds: upTo, count }))
    .sort((a, b) => (a.up_to_seconds ?? Infinity) - (b.up_to_seconds ?? Infinity));
}

export function totals(sum) {
  const statuses = Object.fromEntries(STATUS_ORDER.map(status => [status, 0]));
  let [audio, cost] = [0, 0];
  for (const day of sum.days.values()) {
    for (const status of STATUS_ORDER) {
      statuses[status] += day.statuses[status] ?? 0;
    }
    audio += day.audio;
    cost += day.cost;
  }
  const ended = statuses.SUCCESS + statuses.FAILED;
  return {
    count: sum.count, statuses, audio, cost,
    success: ended === 0 ? undefined : statuses.SUCCESS / ended,
    median: quantile(bucketsOf(sum), 0.5),
  };
}

// Every day of the range, including days without calls.
export function daysOf(sum, from, to) {
  const days = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const statuses = sum.days.get(date)?.statuses ?? {};
    days.push({ date, values: STATUS_ORDER.map(status => statuses[status] ?? 0) });
  }
  return days;
}

export function topCategories(sum, max) {
  return [...sum.categories].map(([category, count]) => ({ category, count }))
    .sort((a, b) => b.count - a.count || a.category.localeCompare(b.category)).slice(0, max);
}
