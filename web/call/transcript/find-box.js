// The search box of the transcript, with the number of matches and buttons for the next and the previous one.
import { button, element } from '../../element.js';
import { counted } from './find.js';

export function findBox(find) {
  const input = element('input', {
    type: 'search', class: 'field', placeholder: 'Find in transcript', 'aria-label': 'Find in transcript',
  });
  const count = element('span', { class: 'find-count soft', role: 'status' });
  const before = button('', find.previous, { class: 'button quiet up', 'aria-label': 'Previous match', title: 'Previous match (N)' });
  const next = button('', find.next, { class: 'button quiet down', 'aria-label': 'Next match', title: 'Next match (n)' });
  input.addEventListener('input', () => {
    find.set(input.value);
    if (find.matches.length > 0) {
      find.next();
    }
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      if (event.shiftKey) {
        find.previous();
      } else {
        find.next();
      }
    } else if (event.key === 'Escape') {
      input.value = '';
      find.set('');
      input.blur();
    } else {
      return;
    }
    event.preventDefault();
  });

  function update() {
    count.textContent = counted(find);
    before.disabled = next.disabled = find.matches.length === 0;
  }

  find.on(update);
  update();
  return {
    element: element('div', { class: 'find', role: 'search' }, input, count, before, next),
    focus: () => input.select(),
    fill(text) {
      input.value = text;
      find.set(text);
    },
  };
}
