import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callAddress, executionAddress, executionsAddress } from '../../web/addresses.js';

test('the address of a call names its recording, the second to play from and the words to find', () => {
  assert.equal(callAddress({ hash: 'h', at: 7, seconds: 75.9, find: 'a b' }), '#call/h?at=7&t=75&find=a+b');
  assert.equal(callAddress({ hash: 'h', at: 7, seconds: 0 }), '#call/h?at=7&t=0');
  assert.equal(callAddress({ hash: 'h', at: 7, find: '' }), '#call/h?at=7');
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
