// The timeline of the call: speakers, topics, moderation flags and matches. It is a slider that seeks to any moment.
import { element, svg } from '../../element.js';
import { clock } from '../../times.js';
import { runsOf, startOf } from '../details/talk-time.js';

const WIDTH = 1000;
const LANE = 9;
const TOPICS = 12;
const MAX_LANES = 4;
const REDRAW_MILLISECONDS = 250;
const KEY_SECONDS = 5;
const PAGE_SECONDS = 60;

export function strip(place, { item, playback, segments, speakers, threshold, find, signal }) {
  const drawing = svg('svg', { class: 'strip-drawing', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' });
  const head = element('div', { class: 'strip-head' });
  const hover = element('div', { class: 'strip-hover', hidden: true });
  const slider = element('div', {
    class: 'strip', role: 'slider', tabindex: 0, 'aria-label': 'Timeline of the call', 'aria-valuemin': 0,
  }, drawing, head, hover);
  place.replaceChildren(slider);
  const length = () => Math.max(playback.duration, (segments.list.at(-1)?.end_timestamp_millis ?? 0) / 1000, 1);
  const x = millis => Math.min(WIDTH, millis / 1000 / length() * WIDTH);

  function draw() {
    const lanes = speakers.ids.slice(0, MAX_LANES);
    const height = TOPICS + LANE * Math.max(1, lanes.length) + 8;
    drawing.setAttribute('viewBox', `0 0 ${WIDTH} ${height}`);
    const runs = runsOf(segments.list, length() * 1000 / WIDTH);
    drawing.replaceChildren(
      ...topics(),
      ...lanes.map((id, lane) => svg('path', {
        class: `strip-lane speaker-${speakers.indexOf(id)}`,
        d: (runs.get(id) ?? []).map(run => box(run, TOPICS + 2 + lane * LANE, LANE - 3)).join(''),
      })),
      svg('path', { class: 'strip-flags', d: flagged().map(one => box(one, height - 5, 5)).join('') }),
      svg('path', { class: 'strip-hits', d: find.matches.slice(0, 500).map(match => `M${x(match.millis)} 0v${height}`).join('') }));
    showTime();
  }

  const box = ({ from, to }, top, height) => `M${x(from)} ${top}h${Math.max(1.2, x(to) - x(from))}v${height}H${x(from)}z`;

  function topics() {
    return (item.topic_summary ?? []).filter(topic => topic.start_timestamp_millis !== undefined).map((topic, index) =>
      svg('rect', {
        class: `strip-topic ${index % 2 ? 'odd' : ''}`, x: x(topic.start_timestamp_millis), y: 1, height: TOPICS - 3, rx: 2,
        width: Math.max(2, x(topic.end_timestamp_millis ?? topic.start_timestamp_millis) - x(topic.start_timestamp_millis) - 2),
      }));
  }

  function flagged() {
    return segments.list.filter(segment => segment.moderation?.some(one => one.confidence >= threshold.value))
      .map(segment => ({ from: startOf(segment), to: segment.end_timestamp_millis ?? startOf(segment) }));
  }

  function showTime() {
    const share = Math.min(1, playback.time / length());
    head.style.transform = `translateX(${share * slider.clientWidth}px)`;
    const text = clock(playback.time);
    if (slider.getAttribute('aria-valuetext') === text) {
      return;
    }
    slider.setAttribute('aria-valuetext', text);
    slider.setAttribute('aria-valuenow', Math.floor(playback.time));
    slider.setAttribute('aria-valuemax', Math.ceil(length()));
  }

  let waiting;
  const redraw = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      if (!signal.aborted) {
        draw();
      }
    }, REDRAW_MILLISECONDS);
  };

  const secondsAt = event => {
    const { left, width } = slider.getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - left) / width)) * length();
  };
  function showHover(event) {
    const seconds = secondsAt(event);
    const topic = (item.topic_summary ?? []).find(one =>
      seconds * 1000 >= one.start_timestamp_millis && seconds * 1000 < one.end_timestamp_millis);
    hover.hidden = false;
    hover.textContent = topic?.summary ? `${clock(seconds)}  ${topic.summary}` : clock(seconds);
    const room = slider.clientWidth - hover.offsetWidth;
    hover.style.transform = `translateX(${Math.max(0, Math.min(room, seconds / length() * slider.clientWidth - hover.offsetWidth / 2))}px)`;
  }

  slider.addEventListener('pointerdown', event => {
    if (event.button !== 0) {
      return;
    }
    slider.setPointerCapture(event.pointerId);
    playback.seek(secondsAt(event));
  });
  slider.addEventListener('pointermove', event => {
    showHover(event);
    if (slider.hasPointerCapture(event.pointerId)) {
      playback.seek(secondsAt(event));
    }
  });
  slider.addEventListener('pointerleave', () => { hover.hidden = true; });
  slider.addEventListener('keydown', event => {
    const to = {
      ArrowLeft: playback.time - KEY_SECONDS, ArrowDown: playback.time - KEY_SECONDS,
      ArrowRight: playback.time + KEY_SECONDS, ArrowUp: playback.time + KEY_SECONDS,
      PageDown: playback.time - PAGE_SECONDS, PageUp: playback.time + PAGE_SECONDS, Home: 0, End: length(),
    }[event.key];
    if (to === undefined) {
      return;
    }
    event.preventDefault();
    playback.seek(to);
  });

  const watcher = new ResizeObserver(showTime);
  watcher.observe(slider);
  const off = [
    segments.on(redraw), speakers.on(redraw), threshold.on(redraw), find.on(redraw),
    playback.on('time', showTime), playback.on('state', redraw),
  ];
  signal.addEventListener('abort', () => {
    clearTimeout(waiting);
    watcher.disconnect();
    off.forEach(stop => stop());
  });
  draw();
}
