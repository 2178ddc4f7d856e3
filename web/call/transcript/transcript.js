// The transcript: highlights the spoken word and matches, and plays from a word that a person clicks.
import { caretAt, highlights } from './highlights.js';
import { row } from './row.js';
import { virtualList } from './virtual-list.js';
import { placed, segmentAt, timedOf, wordAt, wordAtOffset } from './word-timing.js';

const ROW_EXTRA = 50;
const LINE = 25;
const CHARACTER = 7.6;
const MAX_LINE_WIDTH = 760;

export function transcript({ playback, segments, speakers, threshold, find, follow, signal }) {
  const mark = highlights(signal);
  const words = new WeakMap();
  let current = -1;
  let matchesOf = new Map();

  const list = virtualList({
    label: 'Transcript', signal, onRendered,
    guess: (index, width) => ROW_EXTRA
      + LINE * Math.ceil(segments.list[index].text.length * CHARACTER / Math.min(Math.max(width - 90, 200), MAX_LINE_WIDTH)),
    rowOf(index) {
      const made = row(segments.list[index], { index, speakers, threshold, onSeek, onResize: list.soon });
      made.element.classList.toggle('current', index === current);
      return made;
    },
  });

  function timed(segment) {
    if (!words.has(segment)) {
      words.set(segment, timedOf(placed(segment.text, segment.words)));
    }
    return words.get(segment);
  }

  function onSeek(segment) {
    follow.set(true);
    playback.seek(segment.start_timestamp_millis / 1000, { play: true });
  }

  function onRendered() {
    list.element.firstChild.setAttribute('aria-busy', String(!segments.complete));
    marked();
    spoken();
  }

  function marked() {
    const ranges = { find: [], found: [], sensitive: [] };
    for (const [index, made] of list.there) {
      for (const span of sensitiveOf(segments.list[index])) {
        ranges.sensitive.push({ node: made.said, ...span });
      }
      for (const match of matchesOf.get(index) ?? []) {
        const isCurrent = find.matches[find.current] === match;
        ranges[isCurrent ? 'found' : 'find'].push({ node: made.said, from: match.start, to: match.end });
      }
    }
    mark('find', ranges.find);
    mark('found', ranges.found);
    mark('sensitive', ranges.sensitive);
  }

  let lit;
  function spoken() {
    const millis = playback.time * 1000;
    const made = list.there.get(current);
    const word = made && wordAt(timed(segments.list[current]), millis);
    if (word === lit?.word && made?.said === lit?.node) {
      return;
    }
    lit = word && { word, node: made.said };
    mark('word', word ? [{ node: made.said, from: word.from, to: word.to }] : []);
  }

  function moved() {
    const index = segmentAt(segments.list, playback.time * 1000);
    if (index !== current) {
      list.there.get(current)?.element.classList.remove('current');
      list.there.get(index)?.element.classList.add('current');
      current = index;
      if (follow.isOn && playback.playing && index >= 0) {
        list.showRow(index, { always: false });
      }
    }
    spoken();
  }

  function updated() {
    for (const made of list.there.values()) {
      made.update();
    }
    list.soon();
  }

  function searched(kind) {
    matchesOf = grouped(find.matches);
    const match = find.matches[find.current];
    if (kind === 'move' && match) {
      follow.set(false);
      list.showRow(match.segment, { always: false });
    }
    marked();
  }

  list.element.addEventListener('click', event => {
    if (!event.target.closest('.said') || !getSelection().isCollapsed) {
      return;
    }
    const caret = caretAt(event.clientX, event.clientY);
    const made = [...list.there].find(([, { said }]) => said === caret?.node);
    const word = made && wordAtOffset(timed(segments.list[made[0]]), caret.offset);
    if (!made) {
      return;
    }
    playback.seek((word?.start ?? segments.list[made[0]].start_timestamp_millis) / 1000, { play: true });
  });
  for (const kind of ['wheel', 'touchmove']) {
    list.element.addEventListener(kind, () => follow.set(false), { passive: true });
  }
  list.element.addEventListener('scroll', () => {
    if (!list.isOwn()) {
      follow.set(false);
    }
  }, { passive: true });

  segments.on(() => {
    list.grow(segments.list.length);
    moved();
  });
  playback.on('time', moved);
  playback.on('seek', () => {
    moved();
    if (current >= 0 && follow.isOn) {
      list.showRow(current, { always: false });
    }
  });
  follow.on(() => {
    if (follow.isOn && current >= 0) {
      list.showRow(current);
    }
  });
  speakers.on(updated);
  threshold.on(updated);
  find.on(searched);

  return {
    element: list.element,
    // Moves to a segment before or after the current one.
    step(by) {
      const index = Math.min(Math.max(current + by, 0), segments.list.length - 1);
      if (index < 0) {
        return;
      }
      playback.seek(segments.list[index].start_timestamp_millis / 1000);
      list.showRow(index, { always: false });
    },
    showAt(millis) {
      const index = segmentAt(segments.list, millis);
      if (index >= 0) {
        list.showRow(index);
      }
    },
  };
}

function sensitiveOf({ sensitive }) {
  if (!Array.isArray(sensitive)) {
    return [];
  }
  return sensitive.filter(span => span.end_character_offset > span.start_character_offset)
    .map(span => ({ from: span.start_character_offset, to: span.end_character_offset }));
}

function grouped(matches) {
  const groups = new Map();
  for (const match of matches) {
    if (!groups.has(match.segment)) {
      groups.set(match.segment, []);
    }
    groups.get(match.segment).push(match);
  }
  return groups;
}
