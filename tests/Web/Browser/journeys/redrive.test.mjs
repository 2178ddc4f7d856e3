import assert from 'node:assert/strict';
import { endOf, mend, submit } from '../control.mjs';
import { screenTest } from '../screen.mjs';

screenTest('a failed call leads to its execution, and after a redrive there the list says that it succeeded', {},
  async ({ page, context }) => {
    const call = await submit({ callId: 'browser-redrive', fault: 'client-error' });
    assert.equal(await endOf(call), 'Failed');
    await page.goto('/');
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'browser-redrive', exact: true }) });
    await row.filter({ hasText: 'Failed' }).waitFor();

    const [execution] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Execution of browser-redrive' }).click(),
    ]);
    await execution.getByText('CallProcessingFailedException').first().waitFor();
    await mend(call);
    await execution.getByRole('button', { name: 'Redrive' }).click();
    await execution.getByText('ExecutionSucceeded').first().waitFor();

    await row.filter({ hasText: 'Succeeded' }).waitFor();
  });
