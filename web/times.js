// Times as text. Days are those of this browser's time zone.
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY_TEXT = /^\d{4}-\d{2}-\d{2}$/;

// A place in a recording, or its length: 4:05, 1:02:09.
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = number => String(number).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / HOUR), Math.floor(whole % HOUR / MINUTE), whole % MINUTE];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

// How long something took: 45 s, 3 min 20 s, 2 h 5 min.
export function span(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < MINUTE) {
    return `${whole} s`;
  }
  const [big, small, names] = whole < HOUR
    ? [Math.floor(whole / MINUTE), whole % MINUTE, ['min', 's']]
    : [Math.floor(whole / HOUR), Math.floor(whole % HOUR / MINUTE), ['h', 'min']];
  return small === 0 ? `${big} ${names[0]}` : `${big} ${names[0]} ${small} ${names[1]}`;
}

export function dateTime(epochSeconds) {
  return new Date(epochSeconds * 1000).toLocaleString();
}

export function relative(epochSeconds, nowMilliseconds, locale) {
  const passed = Math.floor(nowMilliseconds / 1000) - epochSeconds;
  if (passed >= 0 && passed < MINUTE) {
    return 'just now';
  }
  if (passed >= 0 && passed < HOUR) {
    return `${Math.floor(passed / MINUTE)} min ago`;
  }
  const date = new Date(epochSeconds * 1000);
  const now = new Date(nowMilliseconds);
  const time = date.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
  if (dayOf(date) === dayOf(now)) {
    return time;
  }
  if (passed >= 0 && dayOf(date) === addDays(dayOf(now), -1)) {
    return `Yesterday, ${time}`;
  }
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return `${date.toLocaleDateString(locale, { day: 'numeric', month: 'short', year })}, ${time}`;
}

export function dayOf(date) {
  const two = number => String(number).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function isDay(text) {
  return DAY_TEXT.test(text ?? '') && dayOf(startOfDay(text)) === text;
}

export function startOfDay(day) {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

// By the calendar, not by hours: a day of 23 or 25 hours is one day.
export function addDays(day, days) {
  const date = startOfDay(day);
  return dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days));
}

export function dayTitle(day, locale) {
  return startOfDay(day).toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric' });
}
