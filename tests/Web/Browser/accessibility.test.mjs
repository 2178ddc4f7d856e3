import assert from 'node:assert/strict';
import { violations, WITH_AXE } from './axe.mjs';
import { screenTest } from './screen.mjs';

screenTest('axe finds what is wrong on a page', WITH_AXE, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('table').waitFor();
  await page.evaluate(() => document.querySelector('main').append(document.createElement('button')));

  assert.match((await violations(page)).join('\n'), /^button-name \(critical, 1x\)/m);
});
