// What a start looks at before it trusts the files of S3 objects.
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DamagedFile, damaged, digestOf, filesOf, objectsOf, read } from './object-layout.mjs';

export function checkBucket(files, bucket) {
  const path = join(files.bucketsDir, bucket, '.bucket.json');
  // A bucket is empty when the process was killed while it created it, before the creation was acknowledged.
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

export function checkUpload(directory) {
  if (!existsSync(join(directory, '.upload.json'))) return;
  read(join(directory, '.upload.json'));
  const parts = join(directory, 'parts');
  if (existsSync(parts))
    for (const name of readdirSync(parts).filter((one) => one.endsWith('.meta.json'))) read(join(parts, name));
}
