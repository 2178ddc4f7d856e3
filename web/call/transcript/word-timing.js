// Where the words of a segment stand in its text, and which one is spoken at a moment.

// words are the API's [content, start, end]; answers [{ from, to, start, end }] in the order of the text.
// A word the text does not have is left out; one without times is there with nulls.
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

// The last of the sorted things that starts at or before the moment; -1 before the first.
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

// Of words that have times: the one spoken at the moment, or the one before while nobody speaks.
export function wordAt(timed, millis) {
  return timed[lastAt(timed, millis, word => word.start)];
}

// The word under a click at an offset of the text: with a time, and nearest when the click fell between two.
export function wordAtOffset(timed, offset) {
  const index = lastAt(timed, offset, word => word.from);
  return timed[Math.max(index, 0)];
}

export const timedOf = words => words.filter(word => word.start !== null && word.start !== undefined);
