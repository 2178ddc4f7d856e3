import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { screenTest } from './screen.mjs';

screenTest('axe judges a page in spite of its content security policy', {}, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('table').waitFor();
  await page.evaluate(() => document.querySelector('main').append(document.createElement('button')));

  assert.match((await violations(page)).join('\n'), /^button-name \(critical, 1x\)/m);
});
