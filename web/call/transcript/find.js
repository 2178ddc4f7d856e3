// Finds words in the whole call, without case and accents.
import { emitter } from '../emitter.js';

const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{M}/gu;
const MAX_MATCHES = 5000;

// The text without case and accents, and the original position of each of its characters. null means the same position.
export function folded(text) {
  if (ASCII.test(text)) {
    return { text: text.toLowerCase(), from: null };
  }
  const from = [];
  let plain = '';
  let at = 0;
  for (const character of text) {
    const bare = character.normalize('NFD').replace(MARKS, '').toLowerCase();
    for (let unit = 0; unit < bare.length; unit++) {
      from.push(at);
    }
    plain += bare;
    at += character.length;
  }
  from.push(at);
  return { text: plain, from };
}

export function rangesOf(fold, needle) {
  const ranges = [];
  const original = at => fold.from ? fold.from[at] : at;
  for (let at = fold.text.indexOf(needle); at >= 0 && needle; at = fold.text.indexOf(needle, at + needle.length)) {
    const last = at + needle.length;
    ranges.push({ start: original(at), end: Math.max(original(last), original(last - 1) + 1) });
  }
  return ranges;
}

// find.matches: [{ segment (place in the list), start, end, millis }], in the order they are spoken.
// If the words nowhere follow each other, each is found by itself, as in the list's search.
export function finder(segments) {
  const folds = new Map();
  const changes = emitter();
  let matches = [];
  let query = '';
  let current = -1;

  function foldOf(segment) {
    if (!folds.has(segment)) {
      folds.set(segment, folded(segment.text));
    }
    return folds.get(segment);
  }

  function all(needles) {
    const found = [];
    segments.list.forEach((segment, index) => {
      const ranges = needles.flatMap(needle => rangesOf(foldOf(segment), needle)).sort((a, b) => a.start - b.start);
      for (const { start, end } of ranges) {
        if (found.length < MAX_MATCHES) {
          found.push({ segment: index, start, end, millis: millisOf(segment, start) });
        }
      }
    });
    return found;
  }

  function search() {
    const needle = folded(query.trim()).text;
    matches = needle === '' ? [] : all([needle]);
    const words = needle.split(/\s+/);
    if (matches.length === 0 && words.length > 1) {
      matches = all([...new Set(words)]);
    }
    if (current >= matches.length) {
      current = -1;
    }
  }

  segments.on(() => {
    if (query === '') {
      return;
    }
    search();
    changes.emit('more');
  });
  const to = index => {
    if (matches.length === 0) {
      return;
    }
    current = (index + matches.length) % matches.length;
    changes.emit('move');
  };
  return {
    get matches() { return matches; },
    get query() { return query; },
    get current() { return current; },
    on: changes.on,
    set(text) {
      query = text;
      current = -1;
      search();
      changes.emit('query');
    },
    next: () => to(current + 1),
    previous: () => to(current < 0 ? -1 : current - 1),
    // Moves to the first match at or after a moment, or to the first of all.
    near(millis) {
      const index = matches.findIndex(match => match.millis >= millis);
      to(index < 0 ? 0 : index);
    },
  };
}

function millisOf(segment, offset) {
  let at = 0;
  let millis = segment.start_timestamp_millis;
  for (const [content, start] of segment.words ?? []) {
    const found = segment.text.indexOf(content, at);
    if (found < 0) {
      continue;
    }
    if (found > offset) {
      break;
    }
    at = found + content.length;
    millis = start ?? millis;
  }
  return millis;
}

export const counted = find => find.query.trim() === '' ? ''
  : find.matches.length === 0 ? 'None' : `${find.current < 0 ? '–' : find.current + 1} of ${find.matches.length}`;
