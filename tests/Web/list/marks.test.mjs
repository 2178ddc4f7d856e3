import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked } from '../../../web/list/marks.js';
import { seededRandom } from '../seeded-random.mjs';

const marks = (text, ...words) => marked(text, words).filter(part => part.isMarked).map(part => part.text);

for (const [why, text, words, expected] of [
  ['case', 'The HINGES are gone', ['hinges'], ['HINGES']],
  ['accents of the text', 'Zoë said so', ['zoe'], ['Zoë']],
  ['accents of the word', 'Zoe said so', ['zoë'], ['Zoe']],
  ['accents written apart', 'l’e\u0301te\u0301 here', ["l'été"], ['l’e\u0301te\u0301']],
  ['an apostrophe', "I don't know", ['dont'], ["don't"]],
  ['signs around', '(bill)?', ['bill'], ['bill']],
  ['every place', 'a bill, a Bill', ['bill'], ['bill', 'Bill']],
  ['no part of a word', 'billing', ['bill'], []],
  ['a script without spaces', '電話番号', ['話'], ['話']],
  ['no words', 'anything', [], []],
]) {
  test(`words are marked whatever: ${why}`, () => assert.deepEqual(marks(text, ...words), expected));
}

test('the pieces together are the text', () => {
  const signs = ['a', 'B', 'é', 'e\u0301', ' ', "'", '.', '<b>', '語', '9', '\u{1f600}'];
  for (let seed = 1; seed <= 300; seed++) {
    const dice = seededRandom(seed);
    const text = Array.from({ length: dice.below(20) }, () => dice.oneOf(signs)).join('');

    const parts = marked(text, ['a', 'b', 'e', '語']);

    assert.equal(parts.map(part => part.text).join(''), text, `seed ${seed}`);
    assert.ok(parts.every((part, index) => index === 0 || part.isMarked !== parts[index - 1].isMarked), `seed ${seed}`);
  }
});
