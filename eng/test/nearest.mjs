// The five names on standard input that are most like the one given: they share the most pairs of neighbouring letters with it.
import { readFileSync } from 'node:fs';

const SHOWN = 5;

function pairs(name) {
  const letters = name.toLowerCase();
  return new Set(Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2)));
}

/** @returns how alike two names are, from 0 to 1: Dice's coefficient of their pairs. */
function likeness(one, other) {
  const [left, right] = [pairs(one), pairs(other)];
  const shared = [...left].filter(pair => right.has(pair)).length;
  return (2 * shared) / (left.size + right.size || 1);
}

/** @returns the last segments of a name, as many as the wanted one has. */
const tail = (name, separator, segments) => name.split(separator).slice(-segments).join(separator);

const wanted = process.argv[2];
const separator = wanted.endsWith('.mjs') ? '/' : '.';
const segments = wanted.split(separator).length;
const names = readFileSync(0, 'utf8').split('\n').filter(name => name !== '');

for (const { name } of names
  .map(name => ({ name, score: likeness(wanted, tail(name, separator, segments)) }))
  .sort((one, other) => other.score - one.score)
  .slice(0, SHOWN)) {
  console.log(`  ${name}`);
}
