import assert from 'node:assert/strict';
import { screenTest } from '../screen.mjs';

const CONSOLE = 'https://us-east-1.console.aws.amazon.com/states/home?region=us-east-1#/v2/executions/details/{arn}';

screenTest('on one machine the executions are a link away, and so is the way back', {}, async ({ page }) => {
  await page.goto('/#overview');

  await page.getByRole('navigation').getByRole('link', { name: 'Executions', exact: true }).click();
  await page.waitForURL(/\/executions$/);
  await page.getByRole('navigation').getByRole('link', { name: 'Calls', exact: true }).click();

  await page.getByRole('heading', { name: 'Calls' }).waitFor();
});

screenTest('where the console has the executions, the page has no link to them all', {}, async ({ page }) => {
  await page.route('**/config.json', route => route.fulfill({ json: { auth: 'none', executionAddress: CONSOLE } }));

  await page.goto('/');
  await page.getByRole('heading', { name: 'Calls' }).waitFor();

  assert.deepEqual(await page.getByRole('navigation').getByRole('link').allTextContents(), ['Calls', 'Overview']);
});
