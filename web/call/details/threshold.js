// The minimum confidence of a moderation finding, 0 to 1. Local storage keeps it.
import { emitter } from '../emitter.js';

const KEY = 'moderation threshold';
const DEFAULT = 0.5;

export function moderationThreshold(storage = globalThis.localStorage) {
  const kept = Number.parseFloat(storage?.getItem(KEY) ?? '');
  const changes = emitter();
  let value = kept >= 0 && kept <= 1 ? kept : DEFAULT;
  return {
    get value() { return value; },
    set(next) {
      if (next === value) {
        return;
      }
      value = next;
      storage?.setItem(KEY, value);
      changes.emit();
    },
    on: changes.on,
  };
}
