import assert from 'node:assert/strict';
import { assertAccessible, WITH_AXE } from '../axe.mjs';
import { DESKTOP, PHONE, screenTest } from '../screen.mjs';

for (const [size, viewport] of [['desktop', DESKTOP], ['phone', PHONE]]) {
  screenTest(`a question mark tells the keys of every screen, Esc closes them, ${size}`, { ...WITH_AXE, viewport },
    async ({ page }) => {
      await page.goto('/#overview');
      await page.getByRole('heading', { name: 'Overview' }).waitFor();

      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      const groups = await dialog.getByRole('heading', { level: 3 }).allTextContents();
      assert.deepEqual(groups, ['Everywhere', 'List', 'Call']);
      await dialog.getByText('Copy link to this moment').waitFor();
      const sideways = await dialog.evaluate(shown => shown.scrollWidth - shown.clientWidth);
      assert.equal(sideways, 0, 'the dialog is wider than it shows');
      await assertAccessible(page, 'shortcuts');

      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    });
}
