import assert from 'node:assert/strict';
import { endOf, submit } from '../control.mjs';
import { screenTest, until } from '../screen.mjs';
import { saying } from '../standard.mjs';

const player = page => page.getByRole('region', { name: 'Player' });
const seconds = async page => Number(await page.getByRole('slider', { name: 'Seek' }).inputValue());

screenTest('a call is found by a word, played from there and its link copied, in four actions',
  { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page, context }) => {
    const call = await submit({ callId: 'browser-journey', standard: await saying('clowns', 'quizzacious') });
    assert.equal(await endOf(call), 'Succeeded');
    await page.goto('/');

    await page.getByLabel('Search calls').fill('QUIZZACIOUS');
    await page.getByRole('list', { name: 'Matches' }).getByRole('link').first().click();
    await page.getByText('bunch of quizzacious').waitFor();
    const there = await seconds(page);
    await player(page).getByRole('button', { name: 'Play' }).click();
    await until(page, 'the recording plays', async () => await seconds(page) > there);
    await page.getByRole('button', { name: 'Copy link' }).first().click();

    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(there > 15, `the moment is ${there} s, expected where the word is said`);
    assert.match(link, new RegExp(`#call/${call.hash}\\?at=\\d+&t=\\d+&find=`));
    const other = await context.newPage();
    await other.goto(link);
    await other.getByText('bunch of quizzacious').waitFor();
    await until(other, 'the moment of the link', async () => await seconds(other) >= Math.floor(there));
  });

screenTest('a word that is clicked is played, and find goes through the whole call', {}, async ({ page }) => {
  const call = await submit({ callId: 'browser-seek' });
  assert.equal(await endOf(call), 'Succeeded');
  await page.goto(`/#call/${call.hash}`);
  const text = page.getByText('I understand your anger', { exact: false });
  await text.waitFor();

  await text.click({ position: { x: 60, y: 8 } });
  await player(page).getByRole('button', { name: 'Pause' }).waitFor();
  await until(page, 'the clicked word', async () => await seconds(page) > 20);
  await page.getByLabel('Find in transcript').fill('damn');
  await page.getByText(/^1 of 2$|^2 of 2$/).waitFor();
  await page.getByRole('button', { name: 'Next match' }).click();

  assert.equal(await page.evaluate(() => CSS.highlights.size > 0), true);
});

screenTest('filters are in the address, run on the server and come back with it', {}, async ({ page }) => {
  const timestamp = '2031-05-06T07:08:09Z';
  const good = await submit({ callId: 'browser-filter-good', timestamp });
  const bad = await submit({ callId: 'browser-filter-bad', timestamp, fault: 'client-error' });
  assert.deepEqual([await endOf(good), await endOf(bad)], ['Succeeded', 'Failed']);
  await page.goto('/#?from=2031-05-01&to=2031-05-31');
  await page.getByRole('link', { name: 'browser-filter-good' }).waitFor();
  await page.getByRole('status').getByText('2 calls', { exact: true }).waitFor({ state: 'attached' });

  await page.getByRole('group', { name: 'Status' }).getByRole('button', { name: /^Failed/ }).click();

  await page.getByRole('link', { name: 'browser-filter-good' }).waitFor({ state: 'detached' });
  assert.match(page.url(), /status=FAILED/);
  await page.getByRole('row').filter({ hasText: 'browser-filter-bad' }).getByText(/JobFailed.*JobClientError/).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'browser-filter-bad', exact: true }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'browser-filter-good' }).count(), 0);
});
