// The editor of a speaker's name, with a choice of another speaker to swap names with.
import { element } from '../../element.js';

export function nameEditor(id, speakers, done) {
  const input = element('input', { class: 'field name', 'aria-label': 'Name of this speaker', maxlength: 60 });
  input.value = speakers.nameOf(id);
  const others = speakers.ids.filter(other => other !== id);
  const swap = element('select', { class: 'field swap', 'aria-label': 'Swap names with' },
    element('option', { value: '' }, 'Swap with…'),
    ...others.map(other => element('option', { value: other }, speakers.nameOf(other))));
  const made = element('span', { class: 'name-editor' }, input, others.length > 0 && swap);
  let isDone = false;

  function end(change, keepsFocus) {
    if (isDone) {
      return;
    }
    isDone = true;
    change();
    done(keepsFocus);
  }

  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      end(() => speakers.rename(id, input.value), true);
    } else if (event.key === 'Escape') {
      end(() => {}, true);
    }
  });
  swap.addEventListener('change', () => end(() => speakers.swap(id, swap.value), true));
  made.addEventListener('focusout', event => {
    if (!made.contains(event.relatedTarget)) {
      end(() => speakers.rename(id, input.value), false);
    }
  });
  return made;
}
