// The list on screen: its rows, the button for new calls above them, and its messages.
import { button, element } from '../element.js';
import { nothingHere } from './empty-state.js';
import { heldBack } from './pages.js';

// Beyond this scroll position the person is reading, and new calls wait above the rows.
export const READING_PIXELS = 160;

// act: { release(), older(), retry(), clear() }
export function listView(toolbar, table, act) {
  const fresh = button('', act.release, { class: 'button primary fresh-calls', hidden: true });
  const older = button('Load older calls', act.older, { hidden: true });
  const end = element('p', { class: 'soft', hidden: true }, 'End of list');
  const nothing = element('section', { class: 'card empty', hidden: true });
  const problem = element('p', { class: 'problem', role: 'alert', hidden: true });
  const foot = element('div', { class: 'list-foot' }, older, end);
  const root = element('div', { class: 'list' }, toolbar.root, problem, fresh, table.root, nothing, foot);

  function render(pages, { filters, config, isFresh = false, isReleased = false }) {
    const items = pages.items;
    const isReading = scrollY > READING_PIXELS && !isReleased;
    const { visible, held } = heldBack(items, table.shown, isReading);
    table.show(visible, { text: filters.text, config, isFresh });
    fresh.hidden = held === 0;
    fresh.textContent = `↑ ${held} new ${held === 1 ? 'call' : 'calls'}`;
    older.hidden = pages.isComplete;
    const isEmpty = items.length === 0 && pages.isComplete;
    table.root.hidden = items.length === 0;
    nothing.hidden = !isEmpty;
    end.hidden = !pages.isComplete || isEmpty;
    if (isEmpty) {
      nothing.replaceChildren(...nothingHere(filters, config, act.clear));
    }
  }

  function clear() {
    toolbar.show();
    toolbar.forgetCounts();
    table.clear();
    for (const part of [nothing, fresh, problem, older, end]) {
      part.hidden = true;
    }
    table.root.hidden = false;
  }

  function showProblem(failure, isLoaded) {
    // The banner reports the lost connection, and the rows stay.
    if (failure.offline && isLoaded) {
      return;
    }
    if (!isLoaded) {
      table.root.hidden = true;
    }
    if (!problem.hidden && problem.dataset.message === failure.message) {
      return;
    }
    problem.dataset.message = failure.message;
    problem.hidden = false;
    problem.replaceChildren(failure.message, button('Try again', act.retry));
  }

  return {
    root, foot, render, clear, showProblem,
    get hasNewCalls() { return !fresh.hidden; },
    hideProblem: () => { problem.hidden = true; },
    setOlderBusy: isBusy => { older.disabled = isBusy; },
    showOlderFound: found => { older.textContent = found === 0 ? 'Search older calls' : 'Load older calls'; },
  };
}
