// Saves the list as a file.
import { download } from '../download.js';
import { button, element } from '../element.js';
import { menu } from '../menu.js';
import { dayOf } from '../times.js';
import { EXPORT_PAGE, exportCalls } from './export-calls.js';

const TITLES = { csv: 'CSV for a spreadsheet', jsonl: 'JSON lines' };

// exports: { now(), total() }. now() gives { ask, query, toast } as they are when a person chooses a format.
export function exportMenu(exports) {
  const progress = element('progress', { 'aria-label': 'Export', max: '1' });
  const told = element('span', { class: 'soft' });
  let stop;
  const running = element('div', { class: 'exporting', hidden: true }, progress, told,
    button('Cancel', () => stop.abort(), { class: 'button quiet' }));
  const formats = menu('Export', Object.entries(TITLES).map(([format, title]) => [title, () => run(format)]));

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
    [formats.element.hidden, running.hidden] = [true, false];
    tell(0);
    try {
      download(await exportCalls(ask, query, format, { signal: stop.signal, progress: tell }),
        `calls-${dayOf(new Date())}.${format}`);
      toast('Export complete.', 'success');
    } catch (problem) {
      if (problem.name === 'AbortError') {
        toast('Export cancelled.');
      } else {
        toast(`The export failed: ${problem.message}`, 'error');
      }
    }
    [formats.element.hidden, running.hidden] = [false, true];
    formats.focus();
  }

  return element('div', { class: 'export' }, formats.element, running);
}
