// A Chromium of our own: no window, no profile, no background requests.
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const START_MILLISECONDS = 30_000;

/** @param executable the program; the one in CHROMIUM if not given. */
export function launch(executable = process.env.CHROMIUM) {
  if (!executable) {
    throw new Error('CHROMIUM names no program; ./test sets it');
  }
  return chromium.launch({ executablePath: executable, args: FLAGS, timeout: START_MILLISECONDS });
}
