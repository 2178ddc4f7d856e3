// Keyboard shortcuts of every screen, and the dialog that lists all of them. A screen adds its own while it is shown.
import { button, element } from './element.js';

export const KEYS = {
  Everywhere: [
    ['g then l', 'Go to the calls'], ['g then o', 'Go to the overview'], ['?', 'Keyboard shortcuts'], ['Esc', 'Close'],
  ],
  List: [['/', 'Search'], ['j', 'Next row'], ['k', 'Previous row'], ['Enter', 'Open the row']],
  Call: [
    ['Space', 'Play or pause'], ['←', 'Back 5 seconds'], ['→', 'Forward 5 seconds'], ['j', 'Next segment'],
    ['k', 'Previous segment'], ['/', 'Find in the transcript'], ['n', 'Next match'], ['N', 'Previous match'],
    ['f', 'Turn following on or off'], ['[', 'Slower'], [']', 'Faster'], ['c', 'Copy link to this moment'],
  ],
};
const SECOND_KEY_MILLISECONDS = 1200;

export function isTyping(target) {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
}

export function shortcuts(opener, go) {
  const close = button('Close', () => dialog.close());
  const dialog = element('dialog', { 'aria-labelledby': 'shortcuts-title', class: 'card shortcuts' },
    element('h2', { id: 'shortcuts-title' }, 'Keyboard shortcuts'),
    element('div', { class: 'shortcut-groups' }, ...Object.entries(KEYS).map(([name, keys]) => group(name, keys))),
    close);
  document.body.append(dialog);
  opener.addEventListener('click', () => dialog.showModal());

  let since = -Infinity;
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    const isSecond = event.timeStamp - since < SECOND_KEY_MILLISECONDS;
    since = event.key === 'g' ? event.timeStamp : -Infinity;
    if (event.key === '?') {
      dialog.showModal();
    } else if (isSecond && event.key === 'l') {
      go('');
    } else if (isSecond && event.key === 'o') {
      go('#overview');
    } else {
      return;
    }
    event.preventDefault();
  });
}

function group(name, keys) {
  return element('section', {}, element('h3', {}, name), element('dl', {}, ...keys.flatMap(([key, what]) => [
    element('dt', {}, ...key.split(' then ').flatMap((part, index) =>
      [index > 0 && ' then ', element('kbd', {}, part)])),
    element('dd', {}, what),
  ])));
}
