// Short words that come and go, read out politely.
import { element } from './element.js';

const SECONDS = { info: 4, success: 4, error: 10 };
const MOST = 3;

export function sayIn(place) {
  return function say(text, kind = 'info') {
    const toast = element('p', { class: `toast ${kind}` }, text);
    place.append(toast);
    while (place.children.length > MOST) {
      place.firstChild.remove();
    }
    setTimeout(() => toast.remove(), (SECONDS[kind] ?? SECONDS.info) * 1000);
  };
}
