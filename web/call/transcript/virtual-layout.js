// The arithmetic of a virtual list. Heights are estimates until rows are measured.
const MAX_ROWS = 32;

// A binary indexed tree: changing a height and finding an offset take logarithmic time.
export function heights() {
  let sums = [0];
  const each = [];

  function add(index, change) {
    for (let at = index + 1; at < sums.length; at += at & -at) {
      sums[at] += change;
    }
  }

  function offsetOf(index) {
    let sum = 0;
    for (let at = Math.min(index, each.length); at > 0; at -= at & -at) {
      sum += sums[at];
    }
    return sum;
  }

  return {
    get count() { return each.length; },
    get total() { return offsetOf(each.length); },
    of: index => each[index],
    offsetOf,
    push(height) {
      each.push(height);
      const at = each.length;
      sums.push(height + offsetOf(at - 1) - offsetOf(at - (at & -at)));
    },
    set(index, height) {
      if (each[index] === height) {
        return false;
      }
      add(index, height - each[index]);
      each[index] = height;
      return true;
    },
    clear() {
      each.length = 0;
      sums = [0];
    },
    // The row at a distance from the top, or the last row beyond the end.
    indexAt(distance) {
      let at = 0;
      let left = Math.max(distance, 0);
      for (let step = 1 << 20; step > 0; step >>= 1) {
        if (at + step < sums.length && sums[at + step] <= left) {
          at += step;
          left -= sums[at];
        }
      }
      return Math.max(Math.min(at, each.length - 1), 0);
    },
  };
}

// The rows that should exist: those in the viewport and some around them, at most max.
export function windowOf(rows, top, height, around = height / 2, max = MAX_ROWS) {
  if (rows.count === 0) {
    return { first: 0, end: 0 };
  }
  const seen = rows.indexAt(top);
  const first = Math.max(rows.indexAt(top - around), seen - (max >> 2));
  const end = Math.min(rows.indexAt(top + height + around) + 1, rows.count, first + max);
  return { first, end };
}

// The row at the top edge, so that it can be restored after heights change.
export function anchorOf(rows, top) {
  const index = rows.indexAt(top);
  return { index, within: top - rows.offsetOf(index) };
}

export const topOf = (rows, { index, within }) => Math.max(rows.offsetOf(index) + within, 0);

// The scroll position that puts a row a third of the way down.
export const topToShow = (rows, index, height) => Math.max(rows.offsetOf(index) - height / 3, 0);
