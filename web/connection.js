// Shows whether the API can be reached and how old the data on screen is.
const TICK_MILLISECONDS = 1000;
const JUST_NOW_SECONDS = 2;
const OFFLINE = 'The API cannot be reached. The data on screen may be out of date. The page keeps trying.';

export function connection(freshness, banner, now = Date.now) {
  let last;
  function tick() {
    if (last === undefined || document.hidden) {
      return;
    }
    const seconds = Math.round((now() - last) / 1000);
    freshness.textContent = seconds < JUST_NOW_SECONDS ? 'Updated just now'
      : seconds < 60 ? `Updated ${seconds} s ago` : `Updated ${Math.floor(seconds / 60)} min ago`;
  }

  function update(isOnline) {
    if (isOnline) {
      last = now();
    }
    freshness.classList.toggle('stale', !isOnline);
    if (banner.hidden === isOnline) {
      return;
    }
    banner.hidden = isOnline;
    banner.textContent = isOnline ? '' : OFFLINE;
  }

  setInterval(tick, TICK_MILLISECONDS);
  addEventListener('offline', () => update(false));
  return update;
}
