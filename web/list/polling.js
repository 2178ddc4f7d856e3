// What happens by itself while a screen is shown and somebody can see it.
const TICK_MILLISECONDS = 1000;
const NEAR_END = '600px';

// Returns look(): asks again whether the end is near, which is told only when it changes.
export function whileShown({ signal, refresh, refreshMilliseconds, tick, end, nearEnd }) {
  const timers = [
    setInterval(() => document.hidden || refresh(), refreshMilliseconds),
    setInterval(() => document.hidden || tick(Date.now()), TICK_MILLISECONDS),
  ];
  document.addEventListener('visibilitychange', () => document.hidden || refresh(), { signal });
  const observer = new IntersectionObserver(seen => seen.some(entry => entry.isIntersecting) && nearEnd(),
    { rootMargin: `0px 0px ${NEAR_END} 0px` });
  observer.observe(end);
  signal.addEventListener('abort', () => {
    timers.forEach(clearInterval);
    observer.disconnect();
  });
  return function look() {
    if (signal.aborted) {
      return;
    }
    observer.unobserve(end);
    observer.observe(end);
  };
}
