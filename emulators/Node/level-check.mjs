// Reads what LevelDB, under dynalite, left on the disk before it is opened: opening forgives too much. Without CURRENT
// it begins anew, and what a log cannot read it drops, both silently.
// The formats: https://github.com/google/leveldb/blob/main/doc/log_format.md and db/version_edit.cc.
import {
  closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, renameSync, statSync, writeFileSync, writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DamagedFile } from './object-layout.mjs';

const blockBytes = 32768;
const headerBytes = 7;
const tableMagic = Buffer.from('57fb808b247547db', 'hex');
const advice = 'put back a copy of the whole folder, or move it away: ./run ops rebuild makes items again from results';

/** @throws DamagedFile where something that was acknowledged cannot be read */
export function checkLevelDb(directory, noteFile) {
  const names = existsSync(directory) ? readdirSync(directory) : [];
  if (!names.some((name) => /^(MANIFEST-\d+|CURRENT|\d+\.(log|ldb|sst))$/.test(name))) return;
  const current = join(directory, 'CURRENT');
  const manifest = existsSync(current) ? readFileSync(current, 'latin1') : '';
  const named = /^MANIFEST-\d+\n$/.test(manifest) && names.includes(manifest.trim());
  // Without any, it is the MANIFEST that is gone.
  if (!named && (names.some((name) => name.startsWith('MANIFEST-')) || !manifest.startsWith('MANIFEST-'))) throw new DamagedFile(current, 'it does not name a MANIFEST', advice);
  const state = readManifest(join(directory, manifest.trim()));
  checkNamed(directory, manifest.trim(), state, names);
  for (const [number, size] of state.tables) checkTable(directory, number, size);
  const logs = names.filter((name) => name.endsWith('.log') && parseInt(name, 10) >= state.log);
  for (const name of logs) readRecords(join(directory, name));
  checkLength(directory, noteFile, state.log);
}

/** Remembers, before each answer to a change, how long the log is: a log that was cut looks like one that never was longer. */
export function noteLength(directory, noteFile) {
  if (!existsSync(noteFile)) {
    writeFileSync(`${noteFile}.next`, `000000.log ${'0'.repeat(12)}\n`);
    renameSync(`${noteFile}.next`, noteFile);
  }
  const file = openSync(noteFile, 'r+');
  return () => {
    const name = readdirSync(directory).filter((one) => one.endsWith('.log')).sort().at(-1);
    if (name) writeSync(file, `${name} ${String(statSync(join(directory, name)).size).padStart(12, '0')}\n`, 0);
  };
}

// A MANIFEST that lost its last edits looks like one that never had them. What they replaced tells: LevelDB creates a
// log before the edit that names it, and deletes a log or a table only after the edit that no longer does is on the
// disk. While all that is named is there, nothing is lost: what is in a table that no edit lists yet is in a log, or in
// other tables, as well.
function checkNamed(directory, manifest, state, names) {
  const missing = [...state.tables.keys()].filter((number) => !tableFiles(number).some((name) => names.includes(name)));
  const gone = missing.map((number) => tableFiles(number)[0]);
  // Until the first is made, the number is 0.
  if (state.log > 0 && !names.includes(`${padded(state.log)}.log`)) gone.unshift(`${padded(state.log)}.log`);
  if (gone.length > 0)
    throw new DamagedFile(join(directory, manifest), `it names ${join(directory, gone[0])}, which is missing`, advice);
}

const padded = (number) => String(number).padStart(6, '0');
const tableFiles = (number) => ['ldb', 'sst'].map((type) => `${padded(number)}.${type}`);

function checkLength(directory, noteFile, oldestLog) {
  if (!existsSync(noteFile)) return;
  const [, name, bytes] = /^(\d+\.log) (\d{12})\n/.exec(readFileSync(noteFile, 'latin1')) ?? [];
  if (!name) throw new DamagedFile(noteFile, 'it does not say how long the log is', `remove it, and compare with ./run ops reconcile`);
  const path = join(directory, name);
  // An older one was turned into a table.
  if (parseInt(name, 10) < oldestLog) return;
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < Number(bytes)) throw new DamagedFile(path, `it has ${size} bytes, expected at least ${Number(bytes)}`, advice);
}

function checkTable(directory, number, size) {
  const path = tableFiles(number).map((name) => join(directory, name)).find((one) => existsSync(one));
  const found = statSync(path).size;
  if (found !== size) throw new DamagedFile(path, `it has ${found} bytes, expected ${size}`, advice);
  const end = Buffer.alloc(tableMagic.length);
  const file = openSync(path);
  readSync(file, end, 0, end.length, size - end.length);
  closeSync(file);
  if (!end.equals(tableMagic)) throw new DamagedFile(path, 'it does not end as a table does', advice);
}

function readManifest(path) {
  const state = { log: undefined, tables: new Map() };
  for (const record of readRecords(path)) applyEdit(record, state);
  if (state.log === undefined) throw new DamagedFile(path, 'it is empty or cut', advice);
  return state;
}

function applyEdit(record, state) {
  let at = 0;
  const number = () => {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = record[at++];
      value += (byte & 127) * factor;
      if (byte < 128 || byte === undefined) return value;
    }
  };
  const skip = () => void (at = number() + at);
  while (at < record.length) {
    const tag = number();
    if (tag === 1) skip();
    else if (tag === 2) state.log = number();
    else if (tag === 3 || tag === 4 || tag === 9) number();
    else if (tag === 5) number(), skip();
    else if (tag === 6) number(), state.tables.delete(number());
    else if (tag === 7) number(), state.tables.set(number(), number()), skip(), skip();
    else return;
  }
}

// The last record may be cut: the process was killed while it wrote it, before the write was acknowledged.
function readRecords(path) {
  const [file, records] = [existsSync(path) ? readFileSync(path) : Buffer.alloc(0), []];
  let parts = [];
  for (let at = 0; at + headerBytes <= file.length; ) {
    const left = blockBytes - (at % blockBytes);
    if (left < headerBytes) {
      at += left;
      continue;
    }
    const [length, type] = [file.readUInt16LE(at + 4), file[at + 6]];
    const end = at + headerBytes + length;
    if (end > file.length && length <= left - headerBytes) break;
    if (type === 0 && length === 0) {
      at += left;
      continue;
    }
    if (length > left - headerBytes || type > 4 || unmask(file.readUInt32LE(at)) !== crc32c(file.subarray(at + 6, end)))
      throw new DamagedFile(path, `what stands at byte ${at} has another checksum`, advice);
    parts = type === 1 || type === 2 ? [file.subarray(at + headerBytes, end)] : [...parts, file.subarray(at + headerBytes, end)];
    if (type === 1 || type === 4) records.push(Buffer.concat(parts));
    at = end;
  }
  return records;
}

function unmask(masked) {
  const rotated = (masked - 0xa282ead8) >>> 0;
  return ((rotated >>> 17) | (rotated << 15)) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

function crc32c(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = table[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
