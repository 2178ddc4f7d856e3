// The calls: newest first, narrowed by filters, and alive while somebody looks.
import { acceptDrops } from '../upload/upload.js';
import { button, element } from '../element.js';
import { addressOfFilters, filtersOf, queryOf } from './filters.js';
import { recentCategories } from './categories.js';
import { listCounts } from './status-counts.js';
import { nothingHere } from './empty-state.js';
import { followOlder } from './older-pages.js';
import { heldBack, listPages } from './pages.js';
import { listTable } from './table.js';
import { listToolbar } from './toolbar.js';
import { isTyping } from '../shortcuts.js';
import { whileShown } from './polling.js';

const PAGE = 50;
const REFRESH_MILLISECONDS = 3000;
// Scrolled further than this, somebody reads: new calls wait above.
const READING_PIXELS = 160;

// Kept between visits, so that Back finds the list as it was left.
let screen;

export async function show(main, context) {
  screen ??= listScreen();
  await screen.open(main, context);
  if (context.config.uploads) {
    acceptDrops(main, context);
  }
}

function listScreen() {
  let context;
  let filters = {};
  let loaded;
  let pages = listPages();
  let loading = new AbortController();
  let last;
  let counts = listCounts();
  let scrolled = 0;
  let focused;
  let isOlderUnderWay = false;
  let look = () => {};

  const toolbar = listToolbar({
    filters: () => filters,
    type(wanted) {
      context.replace(addressOfFilters(wanted));
      load(wanted);
    },
    choose,
    exports: {
      now: () => ({ ask: context.ask, query: queryOf(filters), toast: context.toast }),
      total: () => counts.total(filters),
    },
  });
  const table = listTable(category => choose({ ...filters, category }));
  const fresh = button('', release, { class: 'button primary fresh-calls', hidden: true });
  const older = button('Load older calls', () => more(), { hidden: true });
  const end = element('p', { class: 'soft', hidden: true }, 'End of list');
  const nothing = element('section', { class: 'card empty', hidden: true });
  const problem = element('p', { class: 'problem', role: 'alert', hidden: true });
  const foot = element('div', { class: 'list-foot' }, older, end);
  const root = element('div', { class: 'list' }, toolbar.root, problem, fresh, table.root, nothing, foot);

  async function open(main, given) {
    context = given;
    const { signal } = context;
    const isBack = main.firstElementChild !== root;
    if (isBack) {
      main.replaceChildren(root);
    }
    look = whileShown({ signal, refresh: () => refresh(), refreshMilliseconds: REFRESH_MILLISECONDS, tick: table.tick,
      end: foot, nearEnd: () => more() });
    signal.addEventListener('abort', () => loading.abort());
    addEventListener('scroll', onScroll, { signal, passive: true });
    addEventListener('keydown', onKey, { signal });
    main.addEventListener('click', event => {
      focused = event.target.closest?.('a') ? table.keyOfFocus() : undefined;
    }, { signal, capture: true });

    const wanted = filtersOf(context.address.query);
    if (isBack && loaded === addressOfFilters(wanted)) {
      const [y, key] = [scrolled, focused];
      filters = wanted;
      loading = new AbortController();
      [isOlderUnderWay, older.disabled] = [false, false];
      toolbar.show();
      table.tick(Date.now());
      table.focus(key);
      scrollTo(0, y);
      return refresh();
    }
    if (isBack) {
      recentCategories(context.ask, signal).then(toolbar.offer);
    }
    await load(wanted);
  }

  // A new question: what was under way for the one before is dropped.
  async function load(wanted) {
    loading.abort();
    loading = new AbortController();
    const { signal } = loading;
    filters = wanted;
    loaded = undefined;
    pages = listPages();
    [last, counts, isOlderUnderWay] = [undefined, listCounts(), false];
    toolbar.show();
    toolbar.forgetCounts();
    table.clear();
    for (const part of [nothing, fresh, problem, older, end]) {
      part.hidden = true;
    }
    table.root.hidden = false;
    await refresh(signal);
  }

  let asking;
  async function refresh(signal = loading.signal) {
    // One question at a time: the one under way may wait for somebody to sign in.
    if (signal.aborted || asking === signal) {
      return;
    }
    asking = signal;
    try {
      const isFirst = loaded === undefined;
      const page = await context.ask(`/analytics?${listQuery()}`, { signal });
      if (signal.aborted) {
        return;
      }
      problem.hidden = true;
      loaded = addressOfFilters(filters);
      if (page !== last) {
        last = page;
        pages.refresh(page);
        render({ isFresh: !isFirst });
        counts.changed();
      }
      if (isFirst) {
        await more(signal, pages.items.length);
      }
      const text = await counts.recount(context.ask, filters, signal);
      if (text !== undefined && !signal.aborted) {
        toolbar.showCounts(counts.byStatus, text);
      }
    } catch (failure) {
      if (!signal.aborted && failure.name !== 'AbortError') {
        showProblem(failure);
      }
    } finally {
      if (asking === signal) {
        asking = undefined;
      }
    }
  }

  function listQuery(token) {
    const query = queryOf(filters);
    query.set('limit', PAGE);
    if (token) {
      query.set('nextToken', token);
    }
    return query;
  }

  async function more(signal = loading.signal, rows = 0) {
    if (isOlderUnderWay || signal.aborted || loaded === undefined) {
      return;
    }
    [isOlderUnderWay, older.disabled] = [true, true];
    try {
      const found = await followOlder(context.ask, pages, token => `/analytics?${listQuery(token)}`,
        { signal, found: rows, onPage: () => render({}) });
      older.textContent = found === 0 ? 'Search further back' : 'Load older calls';
      // Nothing after so many pages: somebody decides whether to go on.
      if (found > 0) {
        look();
      }
    } catch (failure) {
      if (!signal.aborted && failure.name !== 'AbortError') {
        context.toast(failure.message, 'error');
      }
    } finally {
      if (!signal.aborted) {
        [older.disabled, isOlderUnderWay] = [false, false];
      }
    }
  }

  function render({ isFresh = false, isReleased = false }) {
    const items = pages.items;
    const isReading = scrollY > READING_PIXELS && !isReleased;
    const { visible, held } = heldBack(items, table.shown, isReading);
    table.show(visible, { text: filters.text, config: context.config, isFresh });
    fresh.hidden = held === 0;
    fresh.textContent = `↑ ${held} new ${held === 1 ? 'call' : 'calls'}`;
    older.hidden = pages.isComplete;
    const isEmpty = items.length === 0 && pages.isComplete;
    table.root.hidden = items.length === 0;
    nothing.hidden = !isEmpty;
    end.hidden = !pages.isComplete || isEmpty;
    if (isEmpty) {
      nothing.replaceChildren(...nothingHere(filters, context.config, toolbar.clear));
    }
  }

  function showProblem(failure) {
    // The banner says it; what is listed stays.
    if (failure.offline && loaded !== undefined) {
      return;
    }
    if (loaded === undefined) {
      table.root.hidden = true;
    }
    if (!problem.hidden && problem.dataset.message === failure.message) {
      return;
    }
    problem.dataset.message = failure.message;
    problem.hidden = false;
    problem.replaceChildren(failure.message, button('Try again', () => load(filters)));
  }

  function choose(wanted) {
    if (addressOfFilters(wanted) === addressOfFilters(filters) && loaded !== undefined) {
      return toolbar.show();
    }
    context.go(addressOfFilters(wanted));
  }

  function release() {
    render({ isReleased: true, isFresh: true });
    scrollTo({ top: 0 });
    table.move(0);
  }

  function onScroll() {
    if (context.signal.aborted) {
      return;
    }
    scrolled = scrollY;
    if (scrollY <= READING_PIXELS && !fresh.hidden) {
      render({ isFresh: true });
    }
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    if (event.key === '/') {
      toolbar.focusSearch();
    } else if (event.key === 'j') {
      table.move(1);
    } else if (event.key === 'k') {
      table.move(-1);
    } else {
      return;
    }
    event.preventDefault();
  }

  return { open };
}
