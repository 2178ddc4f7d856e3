// The positions of words in a segment's text, and the word that is spoken at a moment.

// words: the API's [content, start, end]. Returns [{ from, to, start, end }] in the order of the text.
// A word that the text lacks is left out. A word without times has nulls.
export function placed(text, words) {
  const there = [];
  let from = 0;
  for (const [content, start, end] of words ?? []) {
    const at = content === '' ? -1 : text.indexOf(content, from);
    if (at < 0) {
      continue;
    }
    from = at + content.length;
    there.push({ from: at, to: from, start, end });
  }
  return there;
}

// The index of the last item that starts at or before the moment, or -1. Items are sorted.
export function lastAt(things, moment, startOf) {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(things[middle]) <= moment) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

export const segmentAt = (list, millis) => lastAt(list, millis, segment => segment.start_timestamp_millis);

// The word spoken at the moment, or the last one before it during a pause. All words must have times.
export function wordAt(timed, millis) {
  return timed[lastAt(timed, millis, word => word.start)];
}

// The timed word at an offset of the text, or the nearest before it.
export function wordAtOffset(timed, offset) {
  const index = lastAt(timed, offset, word => word.from);
  return timed[Math.max(index, 0)];
}

export const timedOf = words => words.filter(word => word.start !== null && word.start !== undefined);
