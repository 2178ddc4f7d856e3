// Labels for the statuses of a call, and for the steps of a call in progress.
export const STATUSES = { IN_PROGRESS: 'In progress', SUCCESS: 'Succeeded', FAILED: 'Failed' };
export const STEPS = { InvokeDataAutomation: 'Submitting', WaitForJob: 'Transcribing', PersistResults: 'Storing' };

export function statusText({ bedrock_status: status, step }) {
  return status === 'IN_PROGRESS' && STEPS[step] ? STEPS[step] : STATUSES[status] ?? status;
}
