import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  activeFilters, addressOfFilters, filtersOf, presetDays, presetOf, queryOf,
} from '../../../web/list/filters.js';
import { addressOf, router, screenOf } from '../../../web/router.js';
import { addDays } from '../../../web/times.js';
import { seededRandom } from '../seeded-random.mjs';

const NOW = new Date(2026, 10, 23, 15);
const read = address => filtersOf(addressOf(address).query);

test('an address read back is the same filters', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const dice = seededRandom(seed);
    const maybe = values => dice.below(2) === 0 ? undefined : dice.oneOf(values);
    const from = maybe(['2026-01-01', '2026-02-28']);
    const filters = Object.fromEntries(Object.entries({
      text: maybe(['hinges', 'a&b=c#d?e', 'Zoë Ångström', '50% + 1']),
      status: maybe(['SUCCESS', 'FAILED', 'IN_PROGRESS']),
      category: maybe(['Tariffs & Contracts', 'été']), from, to: maybe(['2026-03-01', '2026-11-23']),
    }).filter(([, value]) => value !== undefined));

    assert.deepEqual(read(addressOfFilters(filters)), filters, `seed ${seed}`);
  }
});

test('no filters are the bare address', () => assert.equal(addressOfFilters({}), '#'));

test('what cannot be meant is left out', () => {
  assert.deepEqual(read('#?status=DONE&from=2026-02-30&to=yesterday&text=%20&other=1'), {});
  assert.deepEqual(read('#?status=constructor'), {});
});

test('days that are the wrong way round are turned', () =>
  assert.deepEqual(read('#?from=2026-03-05&to=2026-03-01'), { from: '2026-03-01', to: '2026-03-05' }));

test('a day is wholly in, from its first second to its last', () => {
  const query = queryOf({ from: '2026-11-23', to: '2026-11-23' });

  assert.equal(query.get('from'), new Date(2026, 10, 23).toISOString());
  assert.equal(query.get('to'), new Date(2026, 10, 23, 23, 59, 59).toISOString());
});

for (const days of [1, 7, 30]) {
  test(`a preset of ${days} days ends today and is known again`, () => {
    const range = presetDays(days, NOW);

    assert.equal(range.to, '2026-11-23');
    assert.equal(addDays(range.from, days - 1), range.to);
    assert.equal(presetOf(range, NOW), days === 1 ? 'today' : String(days));
  });
}

test('other days are custom, and no days are none', () => {
  assert.equal(presetOf({ from: '2026-01-01' }, NOW), 'custom');
  assert.equal(presetOf({}, NOW), '');
});

test('each filter in force can be taken away alone', () => {
  const filters = { text: 'hinges', category: 'Billing', status: 'FAILED', from: '2026-11-17', to: '2026-11-23' };

  const active = activeFilters(filters, NOW, 'en');

  assert.deepEqual(active.map(({ title }) => title), ['“hinges”', 'Billing', 'Last 7 days']);
  assert.deepEqual(active.map(({ without }) => addressOfFilters(without)), [
    '#?status=FAILED&category=Billing&from=2026-11-17&to=2026-11-23',
    '#?text=hinges&status=FAILED&from=2026-11-17&to=2026-11-23', '#?text=hinges&status=FAILED&category=Billing',
  ]);
});

for (const [hash, screen] of [
  ['', 'list'], ['#', 'list'], ['#?text=a', 'list'], ['#overview', 'overview'],
  ['#overview?from=2026-01-01', 'overview'],
  [`#call/${'a'.repeat(32)}?at=1`, 'call'], ['#upload', 'upload'], ['#call/short', 'unknown'], ['#else', 'unknown'],
]) {
  test(`'${hash}' is ${screen}`, () => assert.equal(screenOf(addressOf(hash)), screen));
}

test('each move aborts the screen before, and writing an address down does not', () => {
  const signals = [];
  const location = { hash: '' };
  const write = (_, __, hash) => { location.hash = hash; };
  const history = { pushState: write, replaceState: write };
  const moves = router((_, signal) => signals.push(signal), { location, history });

  moves.show();
  moves.replace('#?text=a');
  assert.deepEqual(signals.map(({ aborted }) => aborted), [false]);
  moves.go('#overview');
  moves.go('#overview');

  assert.deepEqual(signals.map(({ aborted }) => aborted), [true, false]);
});
