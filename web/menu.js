// A button that discloses a list of actions. A choice, Escape, or focus or a click elsewhere closes it.
import { button, element } from './element.js';

// actions: [[title, act]]
export function menu(title, actions, { signal } = {}) {
  const opener = element('summary', { class: 'button' }, title);
  const made = element('details', { class: 'menu' }, opener, element('div', { class: 'card menu-items' },
    ...actions.map(([name, act]) => button(name, () => {
      made.open = false;
      act();
    }, { class: 'menu-item' }))));

  made.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !made.open) {
      return;
    }
    made.open = false;
    opener.focus();
  });
  made.addEventListener('focusout', event => {
    if (event.relatedTarget && !made.contains(event.relatedTarget)) {
      made.open = false;
    }
  });
  addEventListener('pointerdown', event => {
    if (!made.contains(event.target)) {
      made.open = false;
    }
  }, { signal });
  return { element: made, focus: () => opener.focus() };
}
