// How S3 objects lie on the disk: two files each, what is in it (.data) and what is known of it (.meta.json). Replaces
// the writing of fauxqs, which follows a key's '..' out of its folder and leaves half a file behind when it is killed.
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

const { FileS3Persistence } = await import(new URL('./s3/fileS3Persistence.js', import.meta.resolve('fauxqs')));
const load = FileS3Persistence.prototype.loadS3;
const deleted = '.deleted.json';

/** A problem with a file that a person can solve. */
export class DamagedFile extends Error {
  constructor(path, what, advice) {
    super(`${path} is damaged: ${what}; ${advice}`);
  }
}

/** Lets fauxqs keep its objects in this way. */
export const useObjectFiles = () => Object.assign(FileS3Persistence.prototype, {
  insertBucket(name, creationDate, type) {
    mkdirSync(objectsOf(this, name), { recursive: true });
    replace(join(this.bucketsDir, name, '.bucket.json'), JSON.stringify({ name, creationDate, type }));
  },

  upsertObject(bucket, { body, ...known }) {
    const id = join(next(this), randomUUID());
    const files = filesOf(this, bucket, known.key);
    try {
      flush(`${id}.data`, body);
      flush(`${id}.meta.json`, withDigest({ bucket, ...known }));
      mkdirSync(dirname(files.data), { recursive: true });
      renameSync(`${id}.data`, files.data);
    } catch (problem) {
      rmSync(`${id}.data`, { force: true });
      rmSync(`${id}.meta.json`, { force: true });
      throw problem;
    }
    // From here on a start that finds the second file finishes it.
    renameSync(`${id}.meta.json`, files.meta);
  },

  deleteObject(bucket, key) {
    const [files, gone] = [filesOf(this, bucket, key), join(next(this), `${bucket}@${randomUUID()}${deleted}`)];
    // From here on a start that finds it finishes the deletion.
    if (existsSync(files.meta)) renameSync(files.meta, gone);
    rmSync(files.data, { force: true });
    rmSync(gone, { force: true });
    this.cleanEmptyParents(dirname(files.data), objectsOf(this, bucket));
  },

  renameObject(bucket, sourceKey, destKey) {
    const { digest, ...known } = JSON.parse(readFileSync(filesOf(this, bucket, sourceKey).meta, 'utf8'));
    this.upsertObject(bucket, { ...known, key: destKey, body: this.readBody(bucket, sourceKey) });
    this.deleteObject(bucket, sourceKey);
  },

  readBody(bucket, key) {
    return readFileSync(filesOf(this, bucket, key).data);
  },

  insertMultipartUpload({ parts, ...known }) {
    mkdirSync(join(this.multipartDir, known.uploadId, 'parts'), { recursive: true });
    replace(join(this.multipartDir, known.uploadId, '.upload.json'), JSON.stringify(known));
  },

  upsertMultipartPart(uploadId, { body, ...known }) {
    const part = join(this.multipartDir, uploadId, 'parts', String(known.partNumber));
    replace(`${part}.data`, body);
    replace(`${part}.meta.json`, JSON.stringify(known));
  },

  deleteMultipartUpload(uploadId) {
    const [directory, gone] = [join(this.multipartDir, uploadId), join(next(this), randomUUID())];
    if (!existsSync(directory)) return;
    renameSync(directory, gone);
    rmSync(gone, { recursive: true });
  },

  loadS3(store) {
    finishWrites(this);
    for (const bucket of readdirSync(this.bucketsDir)) checkBucket(this, bucket);
    for (const upload of readdirSync(this.multipartDir)) checkUpload(join(this.multipartDir, upload));
    load.call(this, store);
  },
});

function next(files) {
  const directory = join(files.baseDir, '_next');
  mkdirSync(directory, { recursive: true });
  return directory;
}

const objectsOf = (files, bucket) => join(files.bucketsDir, bucket, 'objects');

// As fauxqs names them, but no part of a key means another folder: '', '.' and '..' are names like others.
function filesOf(files, bucket, key) {
  const path = key
    // eslint-disable-next-line no-control-regex
    .replace(/[<>:"|?*\\%\x00-\x1f]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .split('/')
    .map((part) => (part === '' ? '%' : /^\.\.?$/.test(part) ? part.replaceAll('.', '%2e') : part));
  const stem = join(objectsOf(files, bucket), ...path);
  return { data: `${stem}.data`, meta: `${stem}.meta.json` };
}

function flush(path, content) {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function replace(path, content) {
  flush(`${path}.next`, content);
  renameSync(`${path}.next`, path);
}

const digestOf = (known) => createHash('sha256').update(JSON.stringify(known)).digest('hex').slice(0, 16);
const withDigest = (known) => JSON.stringify({ ...JSON.parse(JSON.stringify(known)), digest: digestOf(known) });

// What was killed between its two files: the first one is in its place, so the second one belongs there too. Or the
// second one is out of its place, so the first one goes too.
function finishWrites(files) {
  for (const name of readdirSync(next(files)).filter((one) => one.endsWith('.meta.json'))) {
    const path = join(next(files), name);
    if (existsSync(path.replace(/\.meta\.json$/, '.data'))) continue;
    const { bucket, key } = read(path);
    renameSync(path, filesOf(files, bucket, key).meta);
  }
  for (const name of readdirSync(next(files)).filter((one) => one.endsWith(deleted))) {
    const { data, meta } = filesOf(files, name.split('@')[0], read(join(next(files), name)).key);
    if (!existsSync(meta)) rmSync(data, { force: true });
  }
  rmSync(next(files), { recursive: true });
  // Later a full disk may have no space for it, and deleting is what makes some.
  next(files);
}

function checkBucket(files, bucket) {
  const path = join(files.bucketsDir, bucket, '.bucket.json');
  // A bucket that was being made when the process was killed is empty, and nobody was told of it.
  if (!existsSync(path) && !hasObjects(files, bucket)) return;
  if (!existsSync(path)) throw new DamagedFile(path, 'it is missing', `put back a copy, or move ${dirname(path)} away`);
  if (read(path).name !== bucket) throw damaged(path, `it does not name ${bucket}`);
  if (!existsSync(objectsOf(files, bucket))) return;
  files.walkMetaFiles(objectsOf(files, bucket), (meta) => checkObject(files, bucket, meta));
  checkAllKnown(objectsOf(files, bucket));
}

function checkAllKnown(directory) {
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.data')) continue;
    const meta = join(entry.parentPath, entry.name.replace(/\.data$/, '.meta.json'));
    if (!existsSync(meta)) throw damaged(meta, 'it is missing');
  }
}

function hasObjects(files, bucket) {
  let found = false;
  if (existsSync(objectsOf(files, bucket))) files.walkMetaFiles(objectsOf(files, bucket), () => (found = true));
  return found;
}

function checkObject(files, bucket, path) {
  const { digest, ...known } = read(path);
  if (typeof known.key !== 'string' || Number.isNaN(Date.parse(known.lastModified)) || !known.etag)
    throw damaged(path, 'it lacks a key, an etag or a time');
  // Older ones have none.
  if (digest !== undefined && digest !== digestOf(known)) throw damaged(path, 'its digest is another');
  const [here, place] = [path.replace(/\.meta\.json$/, '.data'), filesOf(files, bucket, known.key)];
  const size = statSync(here, { throwIfNoEntry: false })?.size;
  if (size !== known.contentLength)
    throw damaged(here, `it has ${size ?? 'no'} bytes, expected ${known.contentLength}`);
  if (path !== place.meta) {
    // Keys with empty parts lay elsewhere once.
    mkdirSync(dirname(place.meta), { recursive: true });
    renameSync(here, place.data);
    renameSync(path, place.meta);
  }
}

function checkUpload(directory) {
  if (!existsSync(join(directory, '.upload.json'))) return;
  read(join(directory, '.upload.json'));
  const parts = join(directory, 'parts');
  if (existsSync(parts))
    for (const name of readdirSync(parts).filter((one) => one.endsWith('.meta.json'))) read(join(parts, name));
}

function read(path) {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch (problem) {
    if (!(problem instanceof SyntaxError) && problem.code !== 'ENOENT') throw problem;
  }
  throw damaged(path, statSync(path, { throwIfNoEntry: false })?.size ? 'it is not JSON' : 'it is empty or missing');
}

function damaged(path, what) {
  const object = basename(path).replace(/\.(meta\.json|data)$/, '');
  return new DamagedFile(path, what, `put back a copy, or remove ${join(dirname(path), object)}.* and upload it again`);
}
