// Counts calls by adding up the pages of counts.
import { pagesOf } from '../paging.js';

const MAX_PAGES = 20;

export async function countCalls(ask, query, signal, maxPages = MAX_PAGES) {
  let [count, isMore] = [0, false];
  for await (const page of pagesOf(ask, '/analytics/count', query, { signal, maxPages })) {
    count += page.count;
    isMore = page.nextToken !== undefined;
  }
  return { count, isMore };
}

export function sum(counts) {
  return counts.reduce((total, { count, isMore }) =>
    ({ count: total.count + count, isMore: total.isMore || isMore }), { count: 0, isMore: false });
}

export function callsText({ count, isMore }, locale) {
  return `${isMore ? 'more than ' : ''}${count.toLocaleString(locale)} ${count === 1 && !isMore ? 'call' : 'calls'}`;
}

export function shortText({ count, isMore }, locale) {
  return `${count.toLocaleString(locale)}${isMore ? '+' : ''}`;
}
