// A call that is still on its way, asked again until it is through.
import { STEPS } from '../statuses.js';

const EVERY_MILLISECONDS = 3000;

export const stepName = item => STEPS[item.step] ?? 'Starting';

export const elapsedSeconds = (item, now = Date.now()) =>
  Math.max(0, now / 1000 - (secondsOf(item.execution_started_at) ?? secondsOf(item.created_at) ?? item.epchdatetimestamp));

// A time is ISO text or epoch seconds.
function secondsOf(time) {
  if (typeof time === 'number') {
    return time;
  }
  const parsed = Date.parse(time ?? '');
  return Number.isNaN(parsed) ? undefined : parsed / 1000;
}

// Asks until the item at a time looks different from the one shown; changed(items) then.
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
      // The shell says that the API is not reached; the next turn asks again.
    } finally {
      isAsking = false;
    }
  }, EVERY_MILLISECONDS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
