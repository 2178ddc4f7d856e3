// Saves a file on this computer.
import { element } from './element.js';

// Long enough for the browser to read the file.
const KEPT_MILLISECONDS = 60_000;

export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MILLISECONDS);
}
