import assert from 'node:assert/strict';
import test from 'node:test';
import { anchorOf, heights, topOf, windowOf } from '../../../web/call/transcript/virtual-layout.js';

function rows(count, height = index => 40 + index % 7 * 25) {
  const made = heights();
  for (let index = 0; index < count; index++) {
    made.push(height(index));
  }
  return made;
}

test('offsets are the sums of the heights before, also after heights changed', () => {
  const made = rows(1000);
  for (let index = 0; index < 1000; index += 3) {
    made.set(index, 31 + index % 11);
  }
  let sum = 0;
  for (let index = 0; index < 1000; index++) {
    assert.equal(made.offsetOf(index), sum);
    assert.equal(made.indexAt(sum), index);
    assert.equal(made.indexAt(sum + made.of(index) - 1), index);
    sum += made.of(index);
  }
  assert.equal(made.total, sum);
  assert.equal(made.indexAt(sum + 1000), 999);
});

test('the rows in sight are all there, and never more than the bound', () => {
  const made = rows(4000);
  for (let top = 0; top < made.total; top += 997) {
    const { first, end } = windowOf(made, top, 640);
    assert.ok(end - first <= 32, `${end - first} rows`);
    assert.ok(made.offsetOf(first) <= top);
    assert.ok(end === 4000 || made.offsetOf(end) >= top + 640);
  }
  assert.deepEqual(windowOf(heights(), 0, 640), { first: 0, end: 0 });
  assert.ok(windowOf(rows(4000, () => 1), 500, 640).end - windowOf(rows(4000, () => 1), 500, 640).first <= 32);
});

test('what is at the top edge stays there when rows above it turn out taller', () => {
  const made = rows(500);
  const anchor = anchorOf(made, 12345);
  const before = 12345 - made.offsetOf(anchor.index);
  for (let index = 0; index < anchor.index; index += 2) {
    made.set(index, 300);
  }
  assert.equal(topOf(made, anchor) - made.offsetOf(anchor.index), before);
  assert.notEqual(topOf(made, anchor), 12345);
});
