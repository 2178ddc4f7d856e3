// Toasts: short messages that disappear. A live region announces them.
import { element } from './element.js';

const SECONDS = { info: 4, success: 4, error: 10 };
const MAX_TOASTS = 3;

export function toaster(place) {
  return function toast(text, kind = 'info') {
    const message = element('p', { class: `toast ${kind}` }, text);
    place.append(message);
    while (place.children.length > MAX_TOASTS) {
      place.firstChild.remove();
    }
    setTimeout(() => message.remove(), (SECONDS[kind] ?? SECONDS.info) * 1000);
  };
}
