// Saves a file on this computer.
import { element } from './element.js';

// The browser has taken the file up by then.
const KEPT_MILLISECONDS = 60_000;

export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MILLISECONDS);
}
