// The upload of one recording, without a screen: check, announce, put, complete, then poll until the call ends.
import { metadataOf, recordedAt } from './details.js';

export const FORMATS = ['amr', 'flac', 'm4a', 'mp3', 'ogg', 'wav'];
export const MAX_BYTES = 2048 * 1024 * 1024;
// The wait between polls grows. After the last poll the row stays as it is; the list still shows the call.
const MAX_POLLS = 240;
const FIRST_POLL_MILLISECONDS = 2000;
const MAX_POLL_MILLISECONDS = 15000;

// The reason to reject a file before any byte is sent, or null.
export function problemOf({ name, size }) {
  const dot = name.lastIndexOf('.');
  const format = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  if (!FORMATS.includes(format)) {
    return `Supported formats are ${FORMATS.join(', ')}. This file has ${format ? `the extension '${format}'` : 'no extension'}.`;
  }
  if (size === 0) {
    return 'This file is empty.';
  }
  return size > MAX_BYTES ? `This file is ${sizeText(size)}. The maximum is ${sizeText(MAX_BYTES)}.` : null;
}

export function sizeText(bytes) {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const unit = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** unit;
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

// state: ready, sending, queueing, queued, SUCCESS, FAILED, refused (never sent), broken (the person may retry), cancelled.
export function createUpload(file, { ask, put, wait, changed = () => {}, newToken = () => crypto.randomUUID() }) {
  const refusal = problemOf(file);
  // Two files of the same name are two uploads. A retry keeps the token of its upload.
  const token = newToken();
  let stop = new AbortController();
  let known; // The answer to the last announcement. A retry is the same call.
  const upload = {
    file, callId: '', recorded: '', metadata: '', state: refusal ? 'refused' : 'ready', problem: refusal, progress: 0, call: null,
    isOpen, send, cancel,
  };
  return upload;

  function isOpen() {
    return ['sending', 'queueing', 'queued'].includes(upload.state);
  }

  function set(state, problem = null) {
    Object.assign(upload, { state, problem });
    changed(upload);
  }

  async function send() {
    if (!['ready', 'broken', 'cancelled'].includes(upload.state)) {
      return;
    }
    stop = new AbortController();
    const { signal } = stop;
    upload.progress = 0;
    set('sending');
    try {
      const announced = await ask('/analytics/uploads', { method: 'POST', signal, body: announcement() });
      known = {
        callId: announced.call_id, recorded: upload.recorded, timestamp: new Date(announced.epchdatetimestamp * 1000).toISOString(),
      };
      upload.callId = announced.call_id;
      await put({ url: announced.url, headers: announced.headers, file, signal, progress: share => {
        upload.progress = share;
        changed(upload);
      } });
      set('queueing');
      upload.call = await ask('/analytics/uploads/complete', { method: 'POST', signal, body: { upload: announced.upload } });
      set('queued');
    } catch (problem) {
      set(signal.aborted ? 'cancelled' : 'broken', signal.aborted ? null : problem.message);
      return;
    }
    await follow(signal);
  }

  function announcement() {
    const isSame = known?.recorded === upload.recorded;
    const callId = upload.callId.trim() || (isSame ? known.callId : '');
    const timestamp = isSame ? known.timestamp : recordedAt(upload.recorded);
    const metadata = metadataOf(upload.metadata);
    return {
      file_name: file.name, size_bytes: file.size, client_token: token,
      ...(callId ? { call_id: callId } : {}), ...(timestamp ? { timestamp } : {}), ...(metadata ? { metadata } : {}),
    };
  }

  async function follow(signal) {
    let pause = FIRST_POLL_MILLISECONDS;
    for (let attempt = 1; attempt <= MAX_POLLS && !signal.aborted; attempt++) {
      await wait(pause);
      pause = Math.min(pause * 1.3, MAX_POLL_MILLISECONDS);
      const item = await poll(signal);
      if (item?.bedrock_status === 'SUCCESS') {
        return set('SUCCESS');
      }
      if (item?.bedrock_status === 'FAILED') {
        return set('FAILED', item.cause ?? item.error ?? 'The call failed.');
      }
    }
  }

  // The call may not exist yet, or the network may fail for a moment. The next poll asks again.
  async function poll(signal) {
    try {
      const found = await ask(`/analytics/${upload.call.hash}`, { signal });
      return found.items?.find(item => item.epchdatetimestamp === upload.call.epchdatetimestamp);
    } catch {
      return undefined;
    }
  }

  // A completed upload is a call, which cannot be cancelled.
  function cancel() {
    if (upload.state === 'sending') {
      stop.abort();
    }
  }
}
