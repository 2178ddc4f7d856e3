// The calls: newest first, narrowed by filters, and kept current while they are on screen.
import { isTyping } from '../shortcuts.js';
import { acceptDrops } from '../upload/upload.js';
import { recentCategories } from './categories.js';
import { addressOfFilters, filtersOf, queryOf } from './filters.js';
import { listLoader } from './loader.js';
import { startPolling } from './polling.js';
import { listTable } from './table.js';
import { listToolbar } from './toolbar.js';
import { READING_PIXELS, listView } from './view.js';

const REFRESH_MILLISECONDS = 3000;

// Kept between visits, so that Back shows the list as the person left it.
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
  let scrolled = 0;
  let focused;
  let recheckEnd = () => {};

  const loader = listLoader((path, options) => context.ask(path, options), {
    load: () => view.clear(),
    answer: () => view.hideProblem(),
    pages: options => render(options),
    counts: (byStatus, text) => toolbar.showCounts(byStatus, text),
    failure: failure => view.showProblem(failure, loader.isLoaded),
    olderBusy: isBusy => view.setOlderBusy(isBusy),
    olderFound(found) {
      view.showOlderFound(found);
      // If these pages held nothing, the person decides whether to continue.
      if (found > 0) {
        recheckEnd();
      }
    },
    olderFailure: failure => context.toast(failure.message, 'error'),
  });
  const toolbar = listToolbar({
    filters: () => loader.filters,
    type(wanted) {
      context.replace(addressOfFilters(wanted));
      loader.load(wanted);
    },
    choose,
    exports: {
      now: () => ({ ask: context.ask, query: queryOf(loader.filters), toast: context.toast }),
      total: loader.total,
    },
  });
  const table = listTable(category => choose({ ...loader.filters, category }));
  const view = listView(toolbar, table, {
    release, older: loader.loadOlder, retry: () => loader.load(loader.filters), clear: toolbar.clear,
  });

  async function open(main, given) {
    context = given;
    const { signal } = context;
    const isBack = main.firstElementChild !== view.root;
    if (isBack) {
      main.replaceChildren(view.root);
    }
    recheckEnd = startPolling({ signal, refresh: loader.refresh, refreshMilliseconds: REFRESH_MILLISECONDS,
      tick: table.tick, end: view.foot, nearEnd: loader.loadOlder });
    signal.addEventListener('abort', loader.stop);
    addEventListener('scroll', onScroll, { signal, passive: true });
    addEventListener('keydown', onKey, { signal });
    main.addEventListener('click', event => {
      focused = event.target.closest?.('a') ? table.keyOfFocus() : undefined;
    }, { signal, capture: true });

    const wanted = filtersOf(context.address.query);
    if (isBack && loader.has(wanted)) {
      return goOn(wanted);
    }
    if (isBack) {
      recentCategories(context.ask, signal).then(toolbar.offer);
    }
    await loader.load(wanted);
  }

  // Restores rows, scroll position and focus.
  function goOn(wanted) {
    const [y, key] = [scrolled, focused];
    loader.resume(wanted);
    toolbar.show();
    table.tick(Date.now());
    table.focus(key);
    scrollTo(0, y);
    return loader.refresh();
  }

  function render(options) {
    view.render(loader.pages, { filters: loader.filters, config: context.config, ...options });
  }

  function choose(wanted) {
    if (addressOfFilters(wanted) === addressOfFilters(loader.filters) && loader.isLoaded) {
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
    if (scrollY <= READING_PIXELS && view.hasNewCalls) {
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
