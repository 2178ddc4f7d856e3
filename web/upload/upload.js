// Recordings from this machine: dropped or chosen, each a row until it is a call that has an end.
import { callAddress } from '../addresses.js';
import { button, element } from '../element.js';
import { FORMATS, queue, sizeText, upload } from './file.js';
import { put } from './put.js';

const AT_ONCE = 3;
const WORDS = {
  ready: 'Ready', sending: 'Uploading', queueing: 'Uploaded', queued: 'Queued', SUCCESS: 'Done', FAILED: 'Failed',
  refused: 'Cannot be used', broken: 'Not uploaded', cancelled: 'Cancelled',
};
const BADGES = { SUCCESS: 'SUCCESS', FAILED: 'FAILED', refused: 'FAILED', broken: 'FAILED', sending: 'IN_PROGRESS', queueing: 'IN_PROGRESS', queued: 'IN_PROGRESS' };
// They outlive the screen: somebody may look at calls while files are on their way.
const rows = [];
const enqueue = queue(AT_ONCE);
let dropped = [];
let redraw = () => {};

const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
const hasFiles = event => [...event.dataTransfer?.types ?? []].includes('Files');

// A drop anywhere on another screen comes here. Ends with context.signal.
export function acceptDrops(root, context) {
  if (context.config.uploads !== true) {
    return;
  }
  receive(root, context.signal, files => {
    dropped.push(...files);
    context.go('#upload');
  });
}

export async function show(main, context) {
  if (context.config.uploads !== true) {
    main.replaceChildren(element('section', { class: 'empty' },
      element('h1', {}, 'Uploads are off'),
      element('p', {}, 'This installation takes recordings from its publisher only.'),
      element('a', { class: 'button primary', href: '#' }, 'See the calls')));
    return;
  }

  const list = element('ul', { class: 'uploads' });
  const all = button('Upload all', () => rows.filter(row => row.one.state === 'ready').forEach(row => row.start()),
    { class: 'button primary' });
  const tidy = button('Clear finished', () => {
    for (let at = rows.length - 1; at >= 0; at--) {
      if (!rows[at].one.isOpen() && rows[at].one.state !== 'ready') {
        rows.splice(at, 1);
      }
    }
    redraw();
  });
  const chooser = element('input', {
    type: 'file', multiple: true, class: 'visually-hidden', id: 'upload-files', accept: FORMATS.map(format => `.${format}`).join(','),
  });
  chooser.addEventListener('change', () => {
    take([...chooser.files]);
    chooser.value = '';
  });
  const zone = element('label', { class: 'drop-zone', for: 'upload-files' },
    element('strong', {}, 'Drop recordings here, or choose files'),
    element('span', { class: 'soft' }, `${FORMATS.join(', ')}; up to 2 GB each`));
  main.replaceChildren(
    element('div', { class: 'upload-head toolbar' }, element('h1', {}, 'Upload'), all, tidy), chooser, zone, list);
  receive(main, context.signal, take);

  function take(files) {
    rows.push(...files.map(file => rowOf(file, context)));
    redraw();
  }

  redraw = () => {
    const ready = rows.filter(row => row.one.state === 'ready').length;
    all.disabled = ready === 0;
    all.textContent = ready > 1 ? `Upload all ${ready}` : 'Upload all';
    tidy.disabled = !rows.some(row => !row.one.isOpen() && row.one.state !== 'ready');
    if (list.children.length !== rows.length || rows.some((row, at) => list.children[at] !== row.node)) {
      list.replaceChildren(...rows.map(row => row.node));
    }
  };
  take(dropped.splice(0));
}

function rowOf(file, context) {
  const bar = element('progress', { max: 1, value: 0, 'aria-label': `Upload of ${file.name}` });
  const badge = element('span', { role: 'status' });
  const problem = element('p', { class: 'upload-problem' });
  const callId = element('input', { class: 'field', placeholder: 'made from the name and the time', maxlength: 256, autocomplete: 'off' });
  const recorded = element('input', { class: 'field', type: 'datetime-local', step: 1 });
  const metadata = element('textarea', { class: 'field', rows: 2, placeholder: 'agent: A. Example', autocomplete: 'off' });
  const fields = [callId, recorded, metadata];
  const actions = element('div', { class: 'toolbar' });
  const node = element('li', { class: 'card upload' },
    element('div', { class: 'upload-name' }, element('strong', {}, file.name), element('span', { class: 'soft' }, sizeText(file.size))),
    badge, actions, bar,
    element('div', { class: 'upload-fields' },
      labelled('Call id', callId), labelled('Recorded at, if not now', recorded), labelled('Metadata, one name: value per line', metadata)),
    problem);
  let isWaiting = false;
  let settled = () => {};
  let drawn;
  const one = upload(file, { ask: context.ask, put, wait, changed: draw });
  callId.addEventListener('input', () => { one.callId = callId.value; });
  recorded.addEventListener('input', () => { one.recorded = recorded.value; });
  metadata.addEventListener('input', () => { one.metadata = metadata.value; });
  const row = { one, node, start };
  draw();
  return row;

  function start() {
    if (isWaiting || one.isOpen()) {
      return;
    }
    isWaiting = true;
    draw();
    enqueue(() => {
      if (!isWaiting) {
        return Promise.resolve();
      }
      isWaiting = false;
      // Its turn ends when the file is there: following it takes no connection.
      return new Promise(resolve => {
        settled = resolve;
        one.send().finally(resolve);
      });
    });
  }

  function draw() {
    bar.value = one.progress;
    const now = `${one.state} ${isWaiting}`;
    if (now === drawn) {
      return;
    }
    drawn = now;
    if (one.state === 'queued') {
      settled();
    }
    badge.className = `badge ${BADGES[one.state] ?? ''}`.trim();
    badge.textContent = isWaiting ? 'Waiting' : WORDS[one.state];
    bar.hidden = one.state !== 'sending';
    problem.textContent = one.problem ?? '';
    problem.hidden = !one.problem;
    for (const field of fields) {
      field.disabled = isWaiting || !['ready', 'broken', 'cancelled'].includes(one.state);
    }
    callId.value = one.callId;
    const held = actions.contains(document.activeElement);
    actions.replaceChildren(...buttons());
    if (held) {
      (actions.firstElementChild ?? node).focus();
    }
    redraw();
  }

  function buttons() {
    const remove = () => button('Remove', () => {
      rows.splice(rows.indexOf(row), 1);
      redraw();
    }, { class: 'button quiet', 'aria-label': `Remove ${file.name}` });
    if (isWaiting) {
      return [button('Cancel', () => { isWaiting = false; draw(); }, { 'aria-label': `Cancel ${file.name}` })];
    }
    if (one.state === 'sending') {
      return [button('Cancel', one.cancel, { 'aria-label': `Cancel ${file.name}` })];
    }
    if (one.state === 'ready') {
      return [button('Upload', start, { 'aria-label': `Upload ${file.name}` }), remove()];
    }
    if (one.state === 'broken' || one.state === 'cancelled') {
      return [button('Try again', start, { 'aria-label': `Try ${file.name} again` }), remove()];
    }
    const link = one.call && element('a', {
      class: 'button', href: callAddress({ hash: one.call.hash, at: one.call.epchdatetimestamp }), 'aria-label': `See the call of ${file.name}`,
    }, 'See the call');
    return [link, one.isOpen() ? null : remove()].filter(Boolean);
  }
}

function labelled(text, field) {
  return element('label', {}, element('span', { class: 'soft' }, text), field);
}

// Files that are dropped on root; while some are over it, it says so.
function receive(root, signal, take) {
  const over = isOver => root.classList.toggle('drop-here', isOver);
  root.addEventListener('dragover', event => {
    if (!hasFiles(event)) {
      return;
    }
    event.preventDefault();
    over(true);
  }, { signal });
  root.addEventListener('dragleave', event => root.contains(event.relatedTarget) || over(false), { signal });
  root.addEventListener('drop', event => {
    over(false);
    if (!hasFiles(event)) {
      return;
    }
    event.preventDefault();
    take([...event.dataTransfer.files]);
  }, { signal });
  signal?.addEventListener('abort', () => over(false), { once: true });
}
