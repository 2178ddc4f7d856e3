// The outputs of a shipped sample, for a test to change.
import { readFile } from 'node:fs/promises';

const sample = new URL('../../../local/Samples/disputed-bill/', import.meta.url);
const read = name => readFile(new URL(name, sample), 'utf8');

export const custom = async () => JSON.parse(await read('custom_output.json'));

/** With one word said as another one. */
export const saying = async (word, instead) => JSON.parse((await read('standard_output.json')).replaceAll(word, instead));
