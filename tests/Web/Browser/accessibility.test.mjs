import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { screenTest } from './screen.mjs';

screenTest('axe judges a page in spite of its content security policy', {}, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('table').waitFor();
  await page.evaluate(() => {
    const picture = document.createElement('img');
    picture.src = 'data:,';
    document.querySelector('main').append(picture);
  });

  assert.match((await violations(page)).join('\n'), /^image-alt \(critical, 1x\)/m);
});
