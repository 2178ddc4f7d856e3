import { endOf, mend, submit } from '../control.mjs';
import { screenTest } from '../screen.mjs';

screenTest('a call that is submitted while the list is open appears without a reload, and so does its end', {}, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('table').waitFor();

  const call = await submit({ callId: 'browser-live', fault: 'hang' });
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'browser-live' }) });
  await row.filter({ hasText: /Transcribing|Submitting|In progress/ }).waitFor();
  await mend(call);
  await endOf(call);

  await row.filter({ hasText: 'Succeeded' }).waitFor();
});
