import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addPage, askOverview, bucketsOf, daysOf, noCalls, topCategories, totals,
} from '../../../web/overview/pages.js';
import { bands, labelStep, linear, quantile, ticks } from '../../../web/overview/scales.js';
import { seededRandom } from '../seeded-random.mjs';

const BOUNDS = [30, 60, 120, null];

function pageOf(calls) {
  const days = new Map();
  const categories = new Map();
  const buckets = BOUNDS.map(upTo => ({ up_to_seconds: upTo, count: 0 }));
  for (const { date, status, category, seconds } of calls) {
    const day = days.get(date) ?? { date, statuses: {}, audio_seconds: 0, cost_dollars: 0 };
    day.statuses[status] = (day.statuses[status] ?? 0) + 1;
    day.audio_seconds += seconds;
    days.set(date, day);
    categories.set(category, (categories.get(category) ?? 0) + 1);
    buckets.find(({ up_to_seconds: upTo }) => upTo === null || seconds <= upTo).count++;
  }
  return {
    count: calls.length, days: [...days.values()],
    categories: [...categories].map(([category, count]) => ({ category, count })),
    processing: { count: calls.length, total_seconds: calls.reduce((sum, { seconds }) => sum + seconds, 0), buckets },
  };
}

const said = sum => [totals(sum), daysOf(sum, '2026-11-01', '2026-11-04'), topCategories(sum, 9), bucketsOf(sum)];

test('however calls are cut into pages, the overview is the same', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const dice = seededRandom(seed);
    const calls = Array.from({ length: dice.below(40) }, () => ({
      date: `2026-11-0${1 + dice.below(4)}`, status: dice.oneOf(['SUCCESS', 'FAILED', 'IN_PROGRESS']),
      category: dice.oneOf(['a', 'b', 'c']), seconds: dice.below(200),
    }));
    let sum = noCalls();
    // An empty one too, so that both know every bucket.
    sum = addPage(sum, pageOf([]));
    for (let at = 0; at < calls.length;) {
      const end = at + 1 + dice.below(7);
      sum = addPage(sum, pageOf(calls.slice(at, end)));
      at = end;
    }

    assert.deepEqual(said(sum), said(addPage(noCalls(), pageOf(calls))), `seed ${seed}`);
  }
});

test('pages are followed to the end, or to the bound and then said to be more', async () => {
  const call = { date: '2026-11-01', status: 'SUCCESS', category: 'a', seconds: 1 };
  const ask = pages => async path => {
    const at = Number(new URL(path, 'http://x').searchParams.get('nextToken') ?? 1);
    return { ...pageOf([call]), ...(at < pages ? { nextToken: String(at + 1) } : {}) };
  };

  const all = await askOverview(ask(3), new URLSearchParams());
  const some = await askOverview(ask(9), new URLSearchParams(), undefined, 4);

  assert.deepEqual([all.count, all.isMore, some.count, some.isMore], [3, false, 4, true]);
});

test('calls in progress neither succeeded nor failed', () => {
  const page = pageOf(['SUCCESS', 'SUCCESS', 'SUCCESS', 'FAILED', 'IN_PROGRESS'].map(status =>
    ({ date: '2026-11-01', status, category: 'a', seconds: 1 })));

  assert.equal(totals(addPage(noCalls(), page)).success, 0.75);
  assert.equal(totals(noCalls()).success, undefined);
});

test('days without calls are there', () =>
  assert.deepEqual(daysOf(noCalls(), '2026-02-27', '2026-03-01').map(({ date }) => date),
    ['2026-02-27', '2026-02-28', '2026-03-01']));

test('ticks are round, rise evenly from nothing, and reach the maximum', () => {
  for (let max = 0; max < 3000; max += max < 40 ? 1 : 13) {
    const marks = ticks(max);
    assert.equal(marks[0], 0);
    assert.ok(marks.at(-1) >= max && marks.length >= 2 && marks.length <= 6, `${max}: ${marks}`);
    assert.ok(marks.every((mark, index) => Number.isInteger(mark) && mark === index * marks[1]), `${max}: ${marks}`);
  }
});

test('bands lie side by side within their range', () => {
  const { at, width, step } = bands(7, [40, 740]);

  assert.equal(step, 100);
  assert.ok(at(0) > 40 && at(6) + width < 740);
  assert.equal(at(3) - at(2), step);
});

test('labels leave each other room', () => {
  assert.equal(labelStep(7, 700, 60), 1);
  assert.equal(labelStep(90, 700, 60), 8);
  assert.equal(labelStep(0, 0, 60), 1);
});

test('a linear scale keeps ends, and a range of nothing', () => {
  const scale = linear([0, 10], [200, 0]);
  assert.deepEqual([scale(0), scale(5), scale(10)], [200, 100, 0]);
  assert.equal(linear([0, 0], [200, 0])(0), 200);
});

for (const [why, counts, expected] of [
  ['nothing', [0, 0, 0, 0], undefined], ['one bucket', [0, 4, 0, 0], 45], ['the border', [2, 2, 0, 0], 30],
  ['between', [1, 0, 3, 0], 80], ['the open bucket', [0, 0, 0, 9], 120],
]) {
  test(`the median of ${why}`, () => {
    const found = quantile(BOUNDS.map((upTo, index) => ({ up_to_seconds: upTo, count: counts[index] })), 0.5);
    assert.equal(found === undefined ? found : Math.round(found), expected);
  });
}
