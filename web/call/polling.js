// Polls a call in progress until it changes.
import { STEPS } from '../statuses.js';

const EVERY_MILLISECONDS = 3000;

export const stepName = item => STEPS[item.step] ?? 'Starting';

export const elapsedSeconds = (item, now = Date.now()) =>
  Math.max(0, now / 1000 - (secondsOf(item.execution_started_at) ?? secondsOf(item.created_at) ?? item.epchdatetimestamp));

// Times come as ISO text or as epoch seconds.
function secondsOf(time) {
  if (typeof time === 'number') {
    return time;
  }
  const parsed = Date.parse(time ?? '');
  return Number.isNaN(parsed) ? undefined : parsed / 1000;
}

// Polls until the recording differs from the one shown, then calls changed(items).
export function watch({ load, shown, changed, signal }) {
  const looks = item => JSON.stringify([item?.bedrock_status, item?.step, item?.updated_at]);
  let isAsking = false;
  const timer = setInterval(async () => {
    if (isAsking || document.hidden) {
      return;
    }
    isAsking = true;
    try {
      const items = await load();
      const item = items.find(one => one.epchdatetimestamp === shown.epchdatetimestamp);
      if (item && looks(item) !== looks(shown)) {
        clearInterval(timer);
        changed(items);
      }
    } catch {
      // The banner reports a lost connection. The next poll asks again.
    } finally {
      isAsking = false;
    }
  }, EVERY_MILLISECONDS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
