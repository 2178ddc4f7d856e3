// Takes the list away as a file.
import { button, element } from '../element.js';
import { EXPORT_PAGE, exportCalls } from './export-calls.js';
import { dayOf } from '../times.js';

const TITLES = { csv: 'CSV for a spreadsheet', jsonl: 'JSON lines' };

// exports: { ask(), query(), total(), toast }, as they are when somebody chooses.
export function exportMenu(exports) {
  const menu = element('details', { class: 'menu' });
  const progress = element('progress', { 'aria-label': 'Export', max: '1' });
  const told = element('span', { class: 'soft' });
  let stop;
  const running = element('div', { class: 'exporting', hidden: true }, progress, told,
    button('Cancel', () => stop.abort(), { class: 'button quiet' }));
  const opener = element('summary', { class: 'button' }, 'Export');
  menu.append(opener, element('div', { class: 'card menu-items' },
    ...Object.entries(TITLES).map(([format, title]) => button(title, () => run(format), { class: 'menu-item' }))));
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) {
      return;
    }
    menu.open = false;
    opener.focus();
  });
  menu.addEventListener('focusout', event => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
      menu.open = false;
    }
  });
  addEventListener('pointerdown', event => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });

  function tell(pages) {
    const total = exports.total();
    const done = Math.min(pages * EXPORT_PAGE, total ?? Infinity);
    if (total) {
      progress.value = done / total;
    } else {
      progress.removeAttribute('value');
    }
    told.textContent = total ? `${Math.round(100 * done / total)}%` : `${pages} pages`;
  }

  async function run(format) {
    const { ask, query, toast } = exports.now();
    stop = new AbortController();
    [menu.open, menu.hidden, running.hidden] = [false, true, false];
    tell(0);
    try {
      download(await exportCalls(ask, query, format, { signal: stop.signal, progress: tell }),
        `calls-${dayOf(new Date())}.${format}`);
      toast('The calls are exported.', 'success');
    } catch (problem) {
      if (problem.name === 'AbortError') {
        toast('The export is cancelled.');
      } else {
        toast(`Not exported: ${problem.message}`, 'error');
      }
    }
    [menu.hidden, running.hidden] = [false, true];
    opener.focus();
  }

  return element('div', { class: 'export' }, menu, running);
}

function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = element('a', { href: address, download: name });
  link.click();
  // After the browser took it up.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
