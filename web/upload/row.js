// One row of the upload screen: name, fields, progress and actions of a recording.
import { callAddress } from '../addresses.js';
import { button, element } from '../element.js';
import { createUpload, sizeText } from './file.js';
import { put } from './put.js';

const WORDS = {
  ready: 'Ready', sending: 'Uploading', queueing: 'Uploaded', queued: 'Queued', SUCCESS: 'Done', FAILED: 'Failed',
  refused: 'Rejected', broken: 'Upload failed', cancelled: 'Cancelled',
};
const BADGES = {
  SUCCESS: 'SUCCESS', FAILED: 'FAILED', refused: 'FAILED', broken: 'FAILED', sending: 'IN_PROGRESS', queueing: 'IN_PROGRESS',
  queued: 'IN_PROGRESS',
};
const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

// page: { ask, enqueue(work), changed(), removed(row) }
export function uploadRow(file, { ask, enqueue, changed, removed }) {
  const bar = element('progress', { max: 1, value: 0, 'aria-label': `Upload of ${file.name}` });
  const badge = element('span', { role: 'status' });
  const problem = element('p', { class: 'upload-problem' });
  const callId = element('input', {
    class: 'field', placeholder: 'generated from the file name and the time', maxlength: 256, autocomplete: 'off',
  });
  const recorded = element('input', { class: 'field', type: 'datetime-local', step: 1 });
  const metadata = element('textarea', { class: 'field', rows: 2, placeholder: 'agent: A. Example', autocomplete: 'off' });
  const fields = [callId, recorded, metadata];
  const actions = element('div', { class: 'toolbar' });
  const node = element('li', { class: 'card upload' },
    element('div', { class: 'upload-name' }, element('strong', {}, file.name), element('span', { class: 'soft' }, sizeText(file.size))),
    badge, actions, bar,
    element('div', { class: 'upload-fields' },
      labelled('Call ID', callId), labelled('Recorded at (default: now)', recorded),
      labelled('Metadata (one name: value per line)', metadata)),
    problem);
  let isWaiting = false;
  let settled = () => {};
  let drawn;
  const upload = createUpload(file, { ask, put, wait, changed: draw });
  callId.addEventListener('input', () => { upload.callId = callId.value; });
  recorded.addEventListener('input', () => { upload.recorded = recorded.value; });
  metadata.addEventListener('input', () => { upload.metadata = metadata.value; });
  const row = { upload, node, start };
  draw();
  return row;

  function start() {
    if (isWaiting || upload.isOpen()) {
      return;
    }
    isWaiting = true;
    draw();
    enqueue(() => {
      if (!isWaiting) {
        return Promise.resolve();
      }
      isWaiting = false;
      // The turn ends when the file is stored: polling needs no upload slot.
      return new Promise(resolve => {
        settled = resolve;
        upload.send().finally(resolve);
      });
    });
  }

  function draw() {
    bar.value = upload.progress;
    const now = `${upload.state} ${isWaiting}`;
    if (now === drawn) {
      return;
    }
    drawn = now;
    if (upload.state === 'queued') {
      settled();
    }
    badge.className = `badge ${BADGES[upload.state] ?? ''}`.trim();
    badge.textContent = isWaiting ? 'Waiting' : WORDS[upload.state];
    bar.hidden = upload.state !== 'sending';
    problem.textContent = upload.problem ?? '';
    problem.hidden = !upload.problem;
    for (const field of fields) {
      field.disabled = isWaiting || !['ready', 'broken', 'cancelled'].includes(upload.state);
    }
    callId.value = upload.callId;
    const held = actions.contains(document.activeElement);
    actions.replaceChildren(...buttons());
    if (held) {
      (actions.firstElementChild ?? node).focus();
    }
    changed();
  }

  function buttons() {
    const remove = () => button('Remove', () => removed(row), { class: 'button quiet', 'aria-label': `Remove ${file.name}` });
    if (isWaiting) {
      return [button('Cancel', () => { isWaiting = false; draw(); }, { 'aria-label': `Cancel ${file.name}` })];
    }
    if (upload.state === 'sending') {
      return [button('Cancel', upload.cancel, { 'aria-label': `Cancel ${file.name}` })];
    }
    if (upload.state === 'ready') {
      return [button('Upload', start, { 'aria-label': `Upload ${file.name}` }), remove()];
    }
    if (upload.state === 'broken' || upload.state === 'cancelled') {
      return [button('Try again', start, { 'aria-label': `Try ${file.name} again` }), remove()];
    }
    const link = upload.call && element('a', {
      class: 'button', href: callAddress({ hash: upload.call.hash, at: upload.call.epchdatetimestamp }),
      'aria-label': `See the call of ${file.name}`,
    }, 'See the call');
    return [link, upload.isOpen() ? null : remove()].filter(Boolean);
  }
}

function labelled(text, field) {
  return element('label', {}, element('span', { class: 'soft' }, text), field);
}
