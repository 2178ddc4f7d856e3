// How long each stage of processing took.
const SECOND = 1000;

// [{name, seconds}] for the stages that are known.
export function stagesOf(item) {
  const [started, submitted, stored] = [item.execution_started_at, item.submitted_at, item.stored_at].map(Date.parse);
  const stages = [];
  const add = (name, seconds) => {
    if (Number.isFinite(seconds) && seconds >= 0) {
      stages.push({ name, seconds });
    }
  };
  add('Queued', (submitted - started) / SECOND);
  add('Transcribed', item.job_seconds ?? NaN);
  // From the end of the job until its results are stored, including the wait for the next poll.
  add('Stored', (stored - submitted) / SECOND - (item.job_seconds ?? NaN));
  return stages;
}
