// The loaded calls of a list, newest first: a run from the top without gaps, whatever the order in which
// first pages and older pages arrive.
export const keyOf = item => `${item.hash}/${item.epchdatetimestamp}`;

export function listPages() {
  let items = new Map();
  let token;
  let isComplete = false;
  let bottom = Infinity;

  const sorted = () => [...items.values()].sort((a, b) =>
    b.epchdatetimestamp - a.epchdatetimestamp || (keyOf(a) < keyOf(b) ? -1 : 1));
  const lastOf = page => page.items.at(-1)?.epchdatetimestamp;

  function start(page) {
    items = new Map(page.items.map(item => [keyOf(item), item]));
    reachedBy(page);
  }

  function reachedBy(page) {
    token = page.nextToken;
    isComplete = token === undefined;
    bottom = isComplete ? -Infinity : lastOf(page) ?? bottom;
  }

  return {
    get items() { return sorted(); },
    get token() { return token; },
    get isComplete() { return isComplete; },

    // A new first page. A call within its span that it does not hold is no longer in the list.
    refresh(page) {
      if (page.nextToken === undefined || items.size === 0) {
        return start(page);
      }
      const last = lastOf(page);
      // An empty page has no span, so the known calls stay.
      if (last === undefined) {
        return;
      }
      const top = Math.max(...[...items.values()].map(item => item.epchdatetimestamp));
      // More new calls than a page holds: keeping the known ones would leave a gap.
      if (last > top) {
        return start(page);
      }
      const there = new Set(page.items.map(keyOf));
      for (const [key, item] of items) {
        if (item.epchdatetimestamp > last && !there.has(key)) {
          items.delete(key);
        }
      }
      for (const item of page.items) {
        items.set(keyOf(item), item);
      }
      if (last < bottom) {
        reachedBy(page);
      }
    },

    older(page, asked) {
      // A refresh has started the list anew since: this page continues the previous one.
      if (asked !== token) {
        return;
      }
      for (const item of page.items) {
        items.set(keyOf(item), item);
      }
      reachedBy(page);
    },
  };
}

// The calls to show. New ones above the first row are held back while the person reads, so that the rows do not move.
export function heldBack(items, shown, isReading) {
  if (!isReading || shown.size === 0) {
    return { visible: items, held: 0 };
  }
  const first = items.findIndex(item => shown.has(keyOf(item)));
  return first <= 0 ? { visible: items, held: 0 } : { visible: items.slice(first), held: first };
}
