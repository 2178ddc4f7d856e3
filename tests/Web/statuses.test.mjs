import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusText } from '../../web/statuses.js';

for (const [item, text] of [
  [{ bedrock_status: 'IN_PROGRESS', step: 'InvokeDataAutomation' }, 'Submitting'],
  [{ bedrock_status: 'IN_PROGRESS', step: 'WaitForJob' }, 'Transcribing'],
  [{ bedrock_status: 'IN_PROGRESS', step: 'PersistResults' }, 'Storing'],
  [{ bedrock_status: 'IN_PROGRESS' }, 'In progress'], [{ bedrock_status: 'SUCCESS' }, 'Succeeded'],
  [{ bedrock_status: 'FAILED' }, 'Failed'],
]) {
  test(`${JSON.stringify(item)} reads ${text}`, () => assert.equal(statusText(item), text));
}
