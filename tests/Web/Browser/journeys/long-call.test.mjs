import assert from 'node:assert/strict';
import { endOf, submit } from '../control.mjs';
import { screenTest, until } from '../screen.mjs';

const MAX_ELEMENTS = 400;

// How long tasks last depends on the machine: it is told, not judged.
screenTest('a call of four hours is read with few elements, to its last word', {}, async ({ page, t }) => {
  const call = await submit({ callId: 'browser-long', sample: 'four-hours' });
  assert.equal(await endOf(call), 'Succeeded');
  await page.addInitScript(() => {
    globalThis.longest = 0;
    new PerformanceObserver(list => {
      for (const task of list.getEntries()) {
        globalThis.longest = Math.max(globalThis.longest, task.duration);
      }
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`/#call/${call.hash}`);
  const transcript = page.getByRole('region', { name: 'Transcript' }).last();
  await transcript.waitFor();
  let max = 0;
  const count = async () => {
    max = Math.max(max, await page.evaluate(() => document.querySelector('.transcript').querySelectorAll('*').length));
  };

  for (let turn = 0; turn < 40; turn++) {
    await page.evaluate(() => { document.querySelector('.transcript').scrollTop += 900; });
    await count();
  }
  await page.getByLabel('Find in transcript').fill('Kirkcudbright');
  await page.getByText(/^(–|1) of 1$/).waitFor({ timeout: 40_000 });
  await page.keyboard.press('Enter');
  await until(page, 'the last word in sight', () => page.getByText('Kirkcudbright', { exact: false }).first().isVisible());
  await count();

  t.diagnostic(`${max} elements at most, longest task ${Math.round(await page.evaluate(() => globalThis.longest))} ms`);
  assert.ok(max > 0 && max < MAX_ELEMENTS, `${max} elements, expected fewer than ${MAX_ELEMENTS}`);
});
