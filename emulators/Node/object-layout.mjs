// Where an S3 object lies on the disk: two files each, what is in it (.data) and what is known of it (.meta.json).
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A problem with a file that a person can solve. */
export class DamagedFile extends Error {
  constructor(path, what, advice) {
    super(`${path} is damaged: ${what}; ${advice}`);
  }
}

export const objectsOf = (files, bucket) => join(files.bucketsDir, bucket, 'objects');

// As fauxqs names them, but no part of a key means another folder: '', '.' and '..' are names like others.
export function filesOf(files, bucket, key) {
  const path = key
    // eslint-disable-next-line no-control-regex
    .replace(/[<>:"|?*\\%\x00-\x1f]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .split('/')
    .map((part) => (part === '' ? '%' : /^\.\.?$/.test(part) ? part.replaceAll('.', '%2e') : part));
  const stem = join(objectsOf(files, bucket), ...path);
  return { data: `${stem}.data`, meta: `${stem}.meta.json` };
}

export const digestOf = (known) => createHash('sha256').update(JSON.stringify(known)).digest('hex').slice(0, 16);

export function read(path) {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch (problem) {
    if (!(problem instanceof SyntaxError) && problem.code !== 'ENOENT') throw problem;
  }
  throw damaged(path, statSync(path, { throwIfNoEntry: false })?.size ? 'it is not JSON' : 'it is empty or missing');
}

export function damaged(path, what) {
  const object = basename(path).replace(/\.(meta\.json|data)$/, '');
  return new DamagedFile(path, what, `put back a copy, or remove ${join(dirname(path), object)}.* and upload it again`);
}
