import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { endOf, submit } from '../control.mjs';
import { screenTest } from '../screen.mjs';

const sample = new URL('../../../../local/Samples/disputed-bill/', import.meta.url);
const read = async name => JSON.parse(await readFile(new URL(name, sample), 'utf8'));

screenTest('markup in a call is text on the screen', {}, async ({ page }) => {
  const evil = '<img src="nowhere" onerror="document.title = \'run\'"><b id="bold">bold</b>';
  const [standard, custom] = [await read('standard_output.json'), await read('custom_output.json')];
  standard.audio_segments[0].text = evil;
  standard.audio_items[0].content = evil;
  standard.audio.transcript.representation.text = `${evil} ${standard.audio.transcript.representation.text}`;
  custom.inference_result.call_summary = evil;
  const call = await submit({ callId: 'browser-markup', standard, custom });
  assert.equal(await endOf(call), 'Succeeded');

  await page.goto('/');
  await page.getByRole('link', { name: 'browser-markup' }).click();
  await page.getByText('Four hundred and twelve!').first().waitFor();

  assert.ok(await page.getByText('<b id="bold">').count() > 0, 'the markup is nowhere to be read');
  assert.equal(await page.locator('#bold, img[onerror]').count(), 0);
  assert.notEqual(await page.title(), 'run');
});
