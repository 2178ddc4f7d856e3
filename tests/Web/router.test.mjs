import assert from 'node:assert/strict';
import { test } from 'node:test';
import { router } from '../../web/router.js';

function world(hash) {
  const location = { hash };
  const move = (_, __, address) => { location.hash = address === '#' ? '' : address; };
  const opened = [];
  const moves = router(({ path, query }) => opened.push(`${path}?${query}`),
    { location, history: { pushState: move, replaceState: move } });
  return { moves, opened, location };
}

test('a call leads back to the list as it was narrowed', () => {
  const { moves, opened, location } = world('#?status=FAILED');
  moves.show();
  moves.replace('#?status=FAILED&text=meter');
  moves.go('#call/0123456789abcdef0123456789abcdef');

  moves.go(moves.list);

  assert.equal(location.hash, '#?status=FAILED&text=meter');
  assert.deepEqual(opened, ['?status=FAILED', 'call/0123456789abcdef0123456789abcdef?', '?status=FAILED&text=meter']);
});

test('a call that was opened by a link leads to the whole list', () => {
  const { moves } = world('#call/0123456789abcdef0123456789abcdef');
  moves.show();

  assert.equal(moves.list, '');
});

test('each move aborts the screen before it', () => {
  const signals = [];
  const moves = router((_, signal) => signals.push(signal),
    { location: { hash: '' }, history: { pushState() {}, replaceState() {} } });

  moves.show();
  moves.go('#overview');

  assert.deepEqual(signals.map(signal => signal.aborted), [true, false]);
});
