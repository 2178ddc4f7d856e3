// How many calls there are, adding up the pages of counts.
const MAX_PAGES = 20;

export async function countCalls(ask, query, signal, maxPages = MAX_PAGES) {
  let count = 0;
  let token;
  for (let page = 0; page < maxPages; page++) {
    const asked = new URLSearchParams(query);
    if (token !== undefined) {
      asked.set('nextToken', token);
    }
    const answer = await ask(`/analytics/count${asked.size > 0 ? `?${asked}` : ''}`, { signal });
    count += answer.count;
    token = answer.nextToken;
    if (token === undefined) {
      return { count, isMore: false };
    }
  }
  return { count, isMore: true };
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
