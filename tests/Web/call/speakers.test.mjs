import assert from 'node:assert/strict';
import test from 'node:test';
import { initials, speakersOf } from '../../../web/call/transcript/speakers.js';

function storage(kept = {}) {
  return { kept, getItem: key => kept[key] ?? null, setItem: (key, value) => { kept[key] = value; } };
}

test('names are remembered for the call they were given in, and for no other', () => {
  const kept = storage();
  const speakers = speakersOf('one', kept);
  speakers.add(['spk_1', 'spk_0']);
  speakers.rename('spk_0', '  Imogen Hart ');
  assert.equal(speakersOf('one', kept).nameOf('spk_0'), 'Imogen Hart');
  assert.equal(speakersOf('two', kept).nameOf('spk_0'), 'Speaker 1');
  speakers.rename('spk_0', '');
  assert.equal(speakersOf('one', kept).nameOf('spk_0'), 'Speaker 1');
});

test('swapped twice, the names are as before', () => {
  const speakers = speakersOf('one', storage());
  speakers.add(['spk_0', 'spk_1']);
  speakers.swap('spk_0', 'spk_1');
  assert.deepEqual(speakers.ids.map(speakers.nameOf), ['Speaker 2', 'Speaker 1']);
  speakers.swap('spk_0', 'spk_1');
  assert.deepEqual(speakers.ids.map(speakers.nameOf), ['Speaker 1', 'Speaker 2']);
});

test('a broken storage costs the memory, not the page', () => {
  const speakers = speakersOf('one', { getItem: () => '{broken', setItem() { throw new Error('full'); } });
  speakers.add(['spk_10', 'spk_2']);
  assert.deepEqual(speakers.ids, ['spk_2', 'spk_10']);
  speakers.rename('spk_2', 'Ada');
  assert.equal(speakers.nameOf('spk_2'), 'Ada');
  assert.equal(speakers.indexOf('spk_10'), 1);
});

test('initials are of the first and the last word', () => {
  assert.deepEqual(['Imogen Mary Hart', 'ada', '', '🙂 x'].map(initials), ['IH', 'A', '', '🙂X']);
});

test('what a model wrote of the speakers has their names', () => {
  const speakers = speakersOf('one', storage());
  speakers.add(['spk_0', 'spk_1']);
  speakers.rename('spk_1', 'Imogen $& Hart');

  assert.equal(speakers.namedIn('Spk_1 greets spk_0; spk_10 and my_spk_1 stay.'),
    'Imogen $& Hart greets Speaker 1; spk_10 and my_spk_1 stay.');
});
