import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followOlder } from '../../../web/list/older-pages.js';
import { heldBack, keyOf, listPages } from '../../../web/list/pages.js';
import { seededRandom } from '../seeded-random.mjs';

const call = (at, name = 'a') => ({ hash: name, epchdatetimestamp: at });
const newestFirst = calls => calls.toSorted((a, b) =>
  b.epchdatetimestamp - a.epchdatetimestamp || (keyOf(a) < keyOf(b) ? -1 : 1));

// A list of the truth in pages: the token is the call that the page ended with.
function pageOf(truth, limit, token) {
  const all = newestFirst(truth);
  const from = token === undefined ? 0 : all.findIndex(item =>
    item.epchdatetimestamp < token.at || (item.epchdatetimestamp === token.at && keyOf(item) > token.key));
  if (from < 0) {
    return { items: [] };
  }
  const items = all.slice(from, from + limit);
  const last = items.at(-1);
  const isMore = from + limit < all.length;
  return { items, ...(isMore ? { nextToken: { at: last.epchdatetimestamp, key: keyOf(last) } } : {}) };
}

test('pages together are the list', () => {
  const truth = Array.from({ length: 23 }, (_, index) => call(index));
  const pages = listPages();

  pages.refresh(pageOf(truth, 5));
  while (pages.token) {
    pages.older(pageOf(truth, 5, pages.token), pages.token);
  }

  assert.deepEqual(pages.items, newestFirst(truth));
  assert.equal(pages.isComplete, true);
});

test('whatever arrives, leaves and is asked, a first page and the older ones leave no gap', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const dice = seededRandom(seed);
    let now = 100;
    let truth = Array.from({ length: dice.below(30) }, () => call(dice.below(now), `c${dice.below(1e6)}`));
    const pages = listPages();
    pages.refresh(pageOf(truth, 4));
    for (let turn = 0; turn < 40; turn++) {
      const action = dice.below(3);
      if (action === 0) {
        for (let left = dice.below(9); left > 0; left--) {
          truth.push(call(now++, `n${now}`));
        }
      }
      if (action === 1 && truth.length > 0) {
        // What is in progress comes first, and is what leaves a list of one status.
        const first = newestFirst(truth)[dice.below(Math.min(3, truth.length))];
        truth = truth.filter(item => item !== first);
        pages.refresh(pageOf(truth, 4));
      }
      if (action === 2 && pages.token) {
        pages.older(pageOf(truth, 4, pages.token), pages.token);
      }
    }
    pages.refresh(pageOf(truth, 4));
    const known = pages.items;
    const expected = newestFirst(truth).slice(0, known.length);
    assert.deepEqual(known, expected, `seed ${seed}`);
    while (pages.token) {
      pages.older(pageOf(truth, 4, pages.token), pages.token);
    }
    assert.deepEqual(pages.items, newestFirst(truth), `seed ${seed}`);
  }
});

test('a call that changed is the changed one, and deeper pages stay', () => {
  const truth = Array.from({ length: 12 }, (_, index) => call(index));
  const pages = listPages();
  pages.refresh(pageOf(truth, 4));
  pages.older(pageOf(truth, 4, pages.token), pages.token);
  const token = pages.token;

  truth[11] = { ...truth[11], bedrock_status: 'SUCCESS' };
  pages.refresh(pageOf(truth, 4));

  assert.equal(pages.items.length, 8);
  assert.equal(pages.items[0].bedrock_status, 'SUCCESS');
  assert.equal(pages.token, token);
});

test('a call that is no longer in the first page leaves the list', () => {
  const truth = Array.from({ length: 9 }, (_, index) => call(index));
  const pages = listPages();
  pages.refresh(pageOf(truth, 4));

  pages.refresh(pageOf(truth.filter(({ epchdatetimestamp: at }) => at !== 7), 4));

  assert.deepEqual(pages.items.map(({ epchdatetimestamp: at }) => at), [8, 6, 5, 4]);
});

test('more new calls than a page start the list afresh', () => {
  const pages = listPages();
  pages.refresh(pageOf([call(1), call(2), call(3)], 2));

  const truth = Array.from({ length: 20 }, (_, index) => call(index));
  pages.refresh(pageOf(truth, 2));

  assert.deepEqual(pages.items.map(({ epchdatetimestamp: at }) => at), [19, 18]);
});

test('an older page of a list that started afresh is not added', () => {
  const pages = listPages();
  pages.refresh({ items: [call(5)], nextToken: 'old' });
  pages.refresh({ items: [call(50)], nextToken: 'new' });

  pages.older({ items: [call(4)], nextToken: 'older' }, 'old');

  assert.deepEqual(pages.items, [call(50)]);
  assert.equal(pages.token, 'new');
});

test('an empty page with a token takes nothing away, and is not the end', () => {
  const pages = listPages();
  pages.refresh({ items: [], nextToken: 'one' });
  assert.equal(pages.isComplete, false);

  pages.older({ items: [], nextToken: 'two' }, 'one');
  pages.older({ items: [call(3)] }, 'two');
  pages.refresh({ items: [], nextToken: 'one' });

  assert.deepEqual(pages.items, [call(3)]);
});

test('new calls wait above the rows only while the person reads further down', () => {
  const items = [call(5), call(4), call(3)];
  const shown = new Map([[keyOf(call(3)), {}]]);

  assert.deepEqual(heldBack(items, shown, true), { visible: [call(3)], held: 2 });
  assert.deepEqual(heldBack(items, shown, false), { visible: items, held: 0 });
  assert.deepEqual(heldBack(items, new Map(), true), { visible: items, held: 0 });
});

// Pages that are asked for one after another; each token is the number of the page.
function following(sizes) {
  const pages = listPages();
  pages.refresh({ items: [], nextToken: 1 });
  const asked = [];
  const ask = async at => {
    asked.push(at);
    const items = Array.from({ length: sizes[at - 1] }, (_, index) => call(1000 - at * 100 - index));
    return { items, ...(at < sizes.length ? { nextToken: at + 1 } : {}) };
  };
  return { pages, asked, follow: () => followOlder(ask, pages, token => token) };
}

test('empty pages are followed until there is something to show', async () => {
  const { pages, asked, follow } = following([0, 0, 20, 20]);

  assert.equal(await follow(), 20);

  assert.deepEqual(asked, [1, 2, 3]);
  assert.equal(pages.items.length, 20);
});

test('loading is bounded, and continues from there on the next request', async () => {
  const { pages, asked, follow } = following(Array(8).fill(0));

  assert.equal(await follow(), 0);
  assert.equal(asked.length, 5);
  await follow();

  assert.deepEqual(asked, [1, 2, 3, 4, 5, 6, 7, 8]);
  assert.equal(pages.isComplete, true);
});
