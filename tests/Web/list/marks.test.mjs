import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  callAddress, excerptsOf, executionAddress, executionsAddress, reasonText, statusText,
} from '../../../web/list/call-texts.js';
import { marked } from '../../../web/list/marks.js';
import { chance } from '../chance.mjs';

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
    const dice = chance(seed);
    const text = Array.from({ length: dice.below(20) }, () => dice.oneOf(signs)).join('');

    const parts = marked(text, ['a', 'b', 'e', '語']);

    assert.equal(parts.map(part => part.text).join(''), text, `seed ${seed}`);
    assert.ok(parts.every((part, index) => index === 0 || part.isMarked !== parts[index - 1].isMarked), `seed ${seed}`);
  }
});

test('words found in one excerpt share its line', () => {
  const found = excerptsOf([
    { word: 'two', found_in: 'transcript', at_millis: 1000, excerpt: 'two hinges' },
    { word: 'hinges', found_in: 'transcript', at_millis: 1000, excerpt: 'two hinges' },
    { word: 'hinges', found_in: 'call_summary', excerpt: 'hinges' },
  ]);

  assert.deepEqual(found.map(({ words }) => words), [['two', 'hinges'], ['hinges']]);
});

test('a match leads to its moment', () =>
  assert.equal(callAddress({ hash: 'h', epchdatetimestamp: 7 }, { at_millis: 75_900 }, 'a b'),
    '#call/h?at=7&t=75&find=a+b'));

for (const [item, text] of [
  [{ bedrock_status: 'IN_PROGRESS', step: 'InvokeDataAutomation' }, 'Submitting'],
  [{ bedrock_status: 'IN_PROGRESS', step: 'WaitForJob' }, 'Transcribing'],
  [{ bedrock_status: 'IN_PROGRESS', step: 'PersistResults' }, 'Storing'],
  [{ bedrock_status: 'IN_PROGRESS' }, 'In progress'], [{ bedrock_status: 'SUCCESS' }, 'Succeeded'],
  [{ bedrock_status: 'FAILED' }, 'Failed'],
]) {
  test(`${JSON.stringify(item)} reads ${text}`, () => assert.equal(statusText(item), text));
}

test('a reason is the state, the error and the cause, shortened', () => {
  assert.equal(reasonText({ failed_state: 'WaitForJob', error: 'JobFailed', cause: 'why' }),
    'WaitForJob: JobFailed - why');
  assert.equal(reasonText({ error: 'JobFailed' }), 'JobFailed');
  assert.equal(reasonText({ error: 'JobFailed', cause: 'x'.repeat(500) }).length, 160);
});

test("an execution's address holds its ARN, escaped", () => {
  assert.equal(executionAddress({ executionAddress: 'executions#{arn}' }, 'arn:a/b'), 'executions#arn%3Aa%2Fb');
  assert.equal(executionAddress({}, 'arn'), undefined);
});

for (const [executionAddress, page] of [
  ['executions#{arn}', 'executions'], ['/executions#{arn}', '/executions'],
  ['https://us-east-1.console.aws.amazon.com/states/home?region=us-east-1#/v2/executions/details/{arn}', undefined],
  ['//elsewhere.example/executions#{arn}', undefined], ['javascript:alert(1)', undefined],
  ['#{arn}', undefined], ['', undefined], [undefined, undefined],
]) {
  test(`of executions at ${executionAddress} the page beside this one is ${page}`, () =>
    assert.equal(executionsAddress({ executionAddress }, new URL('http://127.0.0.1:5080/#overview')), page));
}
