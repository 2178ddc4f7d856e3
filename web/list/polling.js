// Keeps the list current while it is on screen and the page is visible, and tells when its end comes near.
const TICK_MILLISECONDS = 1000;
const NEAR_END = '600px';

// Returns recheckEnd(): an observer tells only when the end comes near, and not that it still is.
export function startPolling({ signal, refresh, refreshMilliseconds, tick, end, nearEnd }) {
  const timers = [
    setInterval(() => document.hidden || refresh(), refreshMilliseconds),
    setInterval(() => document.hidden || tick(Date.now()), TICK_MILLISECONDS),
  ];
  document.addEventListener('visibilitychange', () => document.hidden || refresh(), { signal });
  const observer = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && nearEnd(),
    { rootMargin: `0px 0px ${NEAR_END} 0px` });
  observer.observe(end);
  signal.addEventListener('abort', () => {
    timers.forEach(clearInterval);
    observer.disconnect();
  });
  return function recheckEnd() {
    if (signal.aborted) {
      return;
    }
    observer.unobserve(end);
    observer.observe(end);
  };
}
