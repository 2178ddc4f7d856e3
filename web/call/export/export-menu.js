// The call as a file, or on the clipboard.
import { element } from '../../element.js';
import { asSrt, asText, asVtt } from './captions.js';
import { fileName } from '../format.js';
import { copy } from '../clipboard.js';

export function exportsMenu({ item, context, segments, speakers }) {
  const { toast } = context;
  const whole = make => () => {
    if (!segments.complete) {
      return toast('The transcript is still being loaded. Try again in a moment.');
    }
    make();
  };
  const file = (extension, type, text) => whole(() => save(fileName(item.call_id, extension), type, text()));
  const actions = [
    ['Transcript as text', file('txt', 'text/plain', () => asText(segments.list, speakers))],
    ['Captions as SRT', file('srt', 'application/x-subrip', () => asSrt(segments.list, speakers))],
    ['Captions as WebVTT', file('vtt', 'text/vtt', () => asVtt(segments.list, speakers))],
    ['Everything as JSON', file('json', 'application/json', () => JSON.stringify({ ...item, segments: segments.list }, null, 2))],
    ['Copy the transcript', whole(() => copy(asText(segments.list, speakers), 'Transcript copied', toast))],
    ['Copy the summary', () => copy(item.call_summary ?? item.audio_summary ?? '', 'Summary copied', toast)],
  ];
  const menu = element('details', { class: 'menu' },
    element('summary', { class: 'button' }, 'Export '),
    element('div', { class: 'card menu-items' }, ...actions.map(([title, act]) => {
      const made = element('button', { type: 'button', class: 'menu-item' }, title);
      made.addEventListener('click', () => {
        menu.open = false;
        act();
      });
      return made;
    })));
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape') {
      return;
    }
    menu.open = false;
    menu.firstChild.focus();
  });
  menu.addEventListener('focusout', event => {
    if (!menu.contains(event.relatedTarget)) {
      menu.open = false;
    }
  });
  return menu;
}

function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element('a', { href: address, download: name }).click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
