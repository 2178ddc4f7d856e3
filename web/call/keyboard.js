// The keys of the call screen, while it is shown.
import { isTyping } from '../shortcuts.js';

// does: { key: action }
export function keys(does, signal) {
  addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    // A focused button has the space key for itself.
    if (event.key === ' ' && event.target.closest?.('button, a, summary')) {
      return;
    }
    const action = Object.hasOwn(does, event.key) ? does[event.key] : undefined;
    if (!action) {
      return;
    }
    event.preventDefault();
    action();
  }, { signal });
}
