// Uploads: recordings that a person drops or chooses. Each has a row that follows it until its call ends.
import { button, element } from '../element.js';
import { receiveDrops } from './drop.js';
import { FORMATS } from './file.js';
import { queue } from './queue.js';
import { uploadRow } from './row.js';

const AT_ONCE = 3;
// The rows outlive the screen: uploads continue while the person looks at other screens.
const rows = [];
const enqueue = queue(AT_ONCE);
let dropped = [];
let redraw = () => {};

// Takes files that are dropped on another screen to this one, until context.signal aborts.
export function acceptDrops(root, context) {
  if (context.config.uploads !== true) {
    return;
  }
  receiveDrops(root, context.signal, files => {
    dropped.push(...files);
    context.go('#upload');
  });
}

export async function show(main, context) {
  if (context.config.uploads !== true) {
    main.replaceChildren(element('section', { class: 'empty' },
      element('h1', {}, 'Uploads are disabled'),
      element('p', {}, 'This installation accepts recordings from its publisher only.'),
      element('a', { class: 'button primary', href: '#' }, 'See the calls')));
    return;
  }

  const list = element('ul', { class: 'uploads' });
  const all = button('Upload all', () => rows.filter(row => row.upload.state === 'ready').forEach(row => row.start()),
    { class: 'button primary' });
  const tidy = button('Clear finished', () => {
    for (let at = rows.length - 1; at >= 0; at--) {
      if (!rows[at].upload.isOpen() && rows[at].upload.state !== 'ready') {
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
  receiveDrops(main, context.signal, take);

  function take(files) {
    rows.push(...files.map(file => uploadRow(file, { ask: context.ask, enqueue, removed, changed: () => redraw() })));
    redraw();
  }

  redraw = () => {
    const ready = rows.filter(row => row.upload.state === 'ready').length;
    all.disabled = ready === 0;
    all.textContent = ready > 1 ? `Upload all ${ready}` : 'Upload all';
    tidy.disabled = !rows.some(row => !row.upload.isOpen() && row.upload.state !== 'ready');
    if (list.children.length !== rows.length || rows.some((row, at) => list.children[at] !== row.node)) {
      list.replaceChildren(...rows.map(row => row.node));
    }
  };
  take(dropped.splice(0));
}

function removed(row) {
  rows.splice(rows.indexOf(row), 1);
  redraw();
}
