// The keyboard shortcuts of the call screen, while it is shown.
import { isTyping } from '../shortcuts.js';

// actions: { key: action }
export function keys(actions, signal) {
  addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    // The space key activates a focused button or link.
    if (event.key === ' ' && event.target.closest?.('button, a, summary')) {
      return;
    }
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action) {
      return;
    }
    event.preventDefault();
    action();
  }, { signal });
}
