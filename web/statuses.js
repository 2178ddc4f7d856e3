// What the page calls the statuses of a call, and the steps of one that is in progress.
export const STATUSES = { IN_PROGRESS: 'In progress', SUCCESS: 'Succeeded', FAILED: 'Failed' };
export const STEPS = { InvokeDataAutomation: 'Submitting', WaitForJob: 'Transcribing', PersistResults: 'Storing' };

export function statusText({ bedrock_status: status, step }) {
  return status === 'IN_PROGRESS' && STEPS[step] ? STEPS[step] : STATUSES[status] ?? status;
}
