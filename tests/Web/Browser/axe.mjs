// Accessibility, as far as a program can judge it: WCAG 2.2 A and AA by axe.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const MAX_ELEMENTS = 3;

/** For screenTest: axe writes inline styles while it measures, which the page's own policy forbids and complains of. */
export const WITH_AXE = { bypassCSP: true };

/** One readable line per violation. */
export async function violations(page) {
  await page.evaluate(source);
  const { violations: found } = await page.evaluate(tags => globalThis.axe.run(document, {
    runOnly: tags, resultTypes: ['violations'],
  }), TAGS);
  return found.map(({ id, impact, help, nodes }) => `${id} (${impact}, ${nodes.length}x): ${help}: ${
    nodes.slice(0, MAX_ELEMENTS).map(node => `${node.target.join(' ')} [${reason(node)}]`).join('; ')}`);
}

export async function assertAccessible(page, screen) {
  const found = await violations(page);
  assert.equal(found.length, 0, `${screen}: axe found\n${found.join('\n')}`);
}

const reason = ({ any, all, none }) => [...any, ...all, ...none].map(({ message }) => message).join(', ');
