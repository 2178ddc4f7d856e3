// Statuses, times and durations as people read them.
export const Statuses = {
  RUNNING: { icon: '◐', word: 'Running' },
  SUCCEEDED: { icon: '✓', word: 'Succeeded' },
  FAILED: { icon: '✕', word: 'Failed' },
  TIMED_OUT: { icon: '◷', word: 'Timed out' },
  ABORTED: { icon: '■', word: 'Aborted' },
  PENDING_REDRIVE: { icon: '↻', word: 'Pending redrive' },
};

export function duration(seconds) {
  if (seconds === null || seconds === undefined || Number.isNaN(seconds)) return '–';
  const millis = Math.max(0, Math.round(seconds * 1000));
  if (millis < 1000) return `${millis} ms`;
  if (millis < 60_000) return `${(Math.floor(millis / 10) / 100).toFixed(2)} s`;
  const whole = Math.floor(millis / 1000);
  const [days, hours, minutes] = [Math.floor(whole / 86400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60];
  const parts = [days && `${days} d`, hours && `${hours} h`, minutes && `${minutes} min`, !days && whole % 60 && `${whole % 60} s`];
  return parts.filter(Boolean).join(' ');
}

export function elapsed(seconds) {
  const millis = Math.max(0, Math.round(seconds * 1000));
  const two = number => String(number).padStart(2, '0');
  return `${two(Math.floor(millis / 3_600_000))}:${two(Math.floor(millis / 60_000) % 60)}`
    + `:${two(Math.floor(millis / 1000) % 60)}.${String(millis % 1000).padStart(3, '0')}`;
}

export function moment(seconds, precise = false) {
  if (seconds === null || seconds === undefined) return '–';
  const options = { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' };
  return new Date(seconds * 1000).toLocaleString(undefined, precise ? { ...options, fractionalSecondDigits: 3 } : options);
}

// What a function threw, out of the JSON that Lambda makes of it.
export function causeOf(text) {
  try {
    const thrown = JSON.parse(text);
    return typeof thrown?.errorMessage === 'string' ? thrown.errorMessage : text;
  } catch {
    return text;
  }
}

// JSON that travels as text, indented; what is no JSON stays as it is.
export function pretty(text) {
  if (text === undefined || text === null) return '';
  try {
    return JSON.stringify(typeof text === 'string' ? JSON.parse(text) : text, null, 2);
  } catch {
    return String(text);
  }
}
