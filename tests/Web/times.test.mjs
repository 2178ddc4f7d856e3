import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, clock, dayOf, isDay, relative, span, startOfDay } from '../../web/times.js';

const NOW = new Date(2026, 10, 23, 15, 30).getTime();
const ago = seconds => relative(NOW / 1000 - seconds, NOW, 'en-GB');

for (const [seconds, text] of [[0, '0:00'], [59.9, '0:59'], [60, '1:00'], [3599, '59:59'], [3600, '1:00:00'],
  [3729, '1:02:09'], [-1, '0:00']]) {
  test(`${seconds} seconds on the clock are ${text}`, () => assert.equal(clock(seconds), text));
}

for (const [seconds, text] of [[0, '0 s'], [59, '59 s'], [60, '1 min'], [80, '1 min 20 s'], [3599.6, '1 h'],
  [7500, '2 h 5 min']]) {
  test(`${seconds} seconds last ${text}`, () => assert.equal(span(seconds), text));
}

for (const [seconds, text] of [[0, 'just now'], [59, 'just now'], [60, '1 min ago'], [3599, '59 min ago'],
  [3600, '14:30'], [24 * 3600, 'Yesterday, 15:30'], [48 * 3600, '21 Nov, 15:30'],
  [400 * 24 * 3600, '19 Oct 2025, 15:30']]) {
  test(`${seconds} seconds ago are ${text}`, () => assert.equal(ago(seconds).replace(' at', ','), text));
}

test('a recording of the future has its date, not a negative age', () =>
  assert.equal(ago(-49 * 3600), '25 Nov, 16:30'));

test('days follow the calendar, over months, leap days and changes of the clock', () => {
  assert.equal(addDays('2026-02-28', 1), '2026-03-01');
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2026-01-01', -1), '2025-12-31');
  for (let day = '2026-01-01', count = 0; count < 800; count++) {
    const next = addDays(day, 1);
    assert.ok(startOfDay(next) > startOfDay(day), day);
    assert.equal(addDays(next, -1), day);
    assert.equal(dayOf(startOfDay(day)), day);
    day = next;
  }
});

for (const text of ['2026-02-30', '2026-13-01', '2026-1-1', '', null, 'today']) {
  test(`'${text}' is no day`, () => assert.equal(isDay(text), false));
}
