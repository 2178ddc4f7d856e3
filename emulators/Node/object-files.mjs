// How S3 objects lie on the disk: two files each, what is in it (.data) and what is known of it (.meta.json). Replaces
// the writing of fauxqs, which follows a key's '..' out of its folder and leaves half a file behind when it is killed.
import { randomUUID } from 'node:crypto';
import {
  closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { checkBucket, checkUpload } from './object-checks.mjs';
import { digestOf, filesOf, objectsOf, read } from './object-layout.mjs';

const { FileS3Persistence } = await import(new URL('./s3/fileS3Persistence.js', import.meta.resolve('fauxqs')));
const load = FileS3Persistence.prototype.loadS3;
const deleted = '.deleted.json';

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
