// One segment: speaker, time, flags, and its text as one text node.
import { button, element } from '../../element.js';
import { clock } from '../../times.js';
import { nameEditor } from './name-editor.js';

const MAX_FLAGS = 2;

export function row(segment, { index, speakers, threshold, onSeek, onResize }) {
  const said = document.createTextNode(segment.text);
  const avatar = element('span', { class: 'avatar', 'aria-hidden': 'true' });
  const who = button('', rename, { class: 'who', title: 'Rename' });
  const at = button(clock(segment.start_timestamp_millis / 1000), () => onSeek(segment),
    { class: 'at', title: 'Play from here' });
  const flags = element('span', { class: 'flags' });
  const head = element('div', { class: 'segment-head' }, who, at, flags);
  const made = element('div', { class: 'segment', role: 'listitem', 'aria-posinset': index + 1 },
    avatar, head, element('p', { class: 'said', lang: segment.language?.toLowerCase() }, said));
  made.dataset.index = index;

  function rename() {
    const editor = nameEditor(segment.speaker, speakers, keepsFocus => {
      editor.replaceWith(who);
      if (keepsFocus) {
        who.focus();
      }
      onResize();
    });
    who.replaceWith(editor);
    editor.querySelector('input').select();
    onResize();
  }

  function update() {
    avatar.textContent = speakers.initialsOf(segment.speaker);
    who.textContent = speakers.nameOf(segment.speaker);
    made.style.setProperty('--voice', `var(--speaker-${speakers.indexOf(segment.speaker)})`);
    const over = (segment.moderation ?? []).filter(found => found.confidence >= threshold.value)
      .sort((a, b) => b.confidence - a.confidence);
    flags.replaceChildren(
      ...over.slice(0, MAX_FLAGS).map(({ category, confidence }) =>
        element('span', { class: 'flag' }, `${category.replaceAll('_', ' ')} ${Math.round(confidence * 100)}%`)),
      ...(segment.sensitive?.length > 0 || segment.sensitive === true ? [element('span', { class: 'flag quiet' }, 'Sensitive')] : []));
    made.classList.toggle('flagged', over.length > 0);
  }

  update();
  return { element: made, said, update };
}
