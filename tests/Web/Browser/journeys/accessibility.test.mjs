import assert from 'node:assert/strict';
import { assertAccessible, violations, WITH_AXE } from '../axe.mjs';
import { endOf, submit } from '../control.mjs';
import { assertNoSidewaysScroll, DESKTOP, PHONE, screenTest } from '../screen.mjs';

screenTest('axe finds what is wrong on a page', WITH_AXE, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('table').waitFor();
  await page.evaluate(() => document.querySelector('main').append(document.createElement('button')));

  assert.match((await violations(page)).join('\n'), /^button-name \(critical, 1x\)/m);
});

for (const [size, viewport] of [['desktop', DESKTOP], ['phone', PHONE]]) {
  for (const colorScheme of ['light', 'dark']) {
    screenTest(`axe finds nothing on any screen, ${size}, ${colorScheme}`, { ...WITH_AXE, viewport, colorScheme },
      async ({ page }) => {
        const timestamp = '2032-01-02T03:04:05Z';
        const good = await submit({ callId: 'browser-axe-good', timestamp });
        const bad = await submit({ callId: 'browser-axe-bad', timestamp, fault: 'client-error' });
        assert.deepEqual([await endOf(good), await endOf(bad)], ['Succeeded', 'Failed']);
        const screens = [
          ['list', '/#?from=2032-01-01&to=2032-01-31', () => page.getByRole('link', { name: 'browser-axe-good' })],
          ['search', '/#?from=2032-01-01&to=2032-01-31&text=clowns', () => page.getByRole('list', { name: 'Matches' })],
          ['call', `/#call/${good.hash}`, () => page.getByText('Four hundred and twelve!').first()],
          ['failed call', `/#call/${bad.hash}`, () => page.getByText('JobClientError').first()],
          ['overview', '/#overview?from=2032-01-01&to=2032-01-31', () => page.getByRole('heading', { name: 'Overview' })],
          ['upload', '/#upload', () => page.getByRole('heading', { name: 'Upload' })],
          ['executions', '/executions', () => page.getByText('browser-axe-bad').first()],
          ['execution', `/executions#${encodeURIComponent(bad.executionArn)}`, () => page.getByText('CallProcessingFailedException').first()],
        ];

        for (const [name, address, sign] of screens) {
          await page.goto('about:blank');
          await page.goto(address);
          await sign().waitFor();
          await assertAccessible(page, name);
          await assertNoSidewaysScroll(page);
        }
      });
  }
}
