// The calls that are known of a list, newest first: always a run of it from the top without gaps, whatever order
// refreshed first pages and older pages come in.
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

    // The first page again. What it spans and does not hold is no longer in this list.
    refresh(page) {
      if (page.nextToken === undefined || items.size === 0) {
        return start(page);
      }
      const last = lastOf(page);
      // It may have nothing to show within its bounds; what is known stays.
      if (last === undefined) {
        return;
      }
      const top = Math.max(...[...items.values()].map(item => item.epchdatetimestamp));
      // More new calls than a page: older pages would leave a gap.
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
      // A refresh started afresh meanwhile: this page continues a list that is gone.
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

// What may be shown without moving what somebody reads: new calls above the first shown are held back.
export function heldBack(items, shown, isReading) {
  if (!isReading || shown.size === 0) {
    return { visible: items, held: 0 };
  }
  const first = items.findIndex(item => shown.has(keyOf(item)));
  return first <= 0 ? { visible: items, held: 0 } : { visible: items.slice(first), held: first };
}
