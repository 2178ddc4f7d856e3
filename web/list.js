// The calls: newest first, narrowed by filters, and alive while somebody looks.
import { callsText, countCalls, sum } from './counts.js';
import { button, element } from './element.js';
import { STATUSES, addressOfFilters, filtersOf, presetDays, queryOf } from './filters.js';
import { heldBack, listPages } from './list-pages.js';
import { listTable } from './list-table.js';
import { listToolbar } from './list-toolbar.js';
import { isTyping } from './shortcuts.js';
import { addDays, startOfDay } from './times.js';

const PAGE = 50;
const REFRESH_MILLISECONDS = 3000;
const TICK_MILLISECONDS = 1000;
const COUNT_MILLISECONDS = 10_000;
// Pages that may be short or empty, followed by themselves before somebody is asked.
const FOLLOWED_PAGES = 5;
const ENOUGH_ROWS = 15;
const NEAR_END = '600px';
// Scrolled further than this, somebody reads: new calls wait above.
const READING_PIXELS = 160;
const CATEGORY_DAYS = 30;

// Kept between visits, so that Back finds the list as it was left.
let screen;

export async function show(main, context) {
  screen ??= listScreen();
  await screen.open(main, context);
}

function listScreen() {
  let context;
  let filters = {};
  let loaded;
  let pages = listPages();
  let loading = new AbortController();
  let last;
  let counts = {};
  let countsAt = 0;
  let isCountStale = false;
  let scrolled = 0;
  let focused;
  let isOlderUnderWay = false;

  const toolbar = listToolbar({
    filters: () => filters,
    type(wanted) {
      context.replace(addressOfFilters(wanted));
      load(wanted);
    },
    choose,
    exports: {
      now: () => ({ ask: context.ask, query: queryOf(filters), say: context.say }),
      total: () => {
        const { count, isMore } = inForce();
        return isMore ? undefined : count;
      },
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
    if (isBack) main.replaceChildren(root);
    const timers = [
      setInterval(() => document.hidden || refresh(), REFRESH_MILLISECONDS),
      setInterval(() => document.hidden || table.tick(Date.now()), TICK_MILLISECONDS),
    ];
    const near = new IntersectionObserver(seen => seen.some(entry => entry.isIntersecting) && more(),
      { rootMargin: `0px 0px ${NEAR_END} 0px` });
    near.observe(foot);
    signal.addEventListener('abort', () => {
      timers.forEach(clearInterval);
      near.disconnect();
      loading.abort();
    });
    addEventListener('scroll', onScroll, { signal, passive: true });
    addEventListener('keydown', onKey, { signal });
    document.addEventListener('visibilitychange', () => document.hidden || refresh(), { signal });
    main.addEventListener('click', event => {
      focused = event.target.closest?.('a') ? table.keyOfFocus() : undefined;
    }, { signal, capture: true });

    const wanted = filtersOf(context.address.query);
    if (isBack && loaded === addressOfFilters(wanted)) {
      const [y, key] = [scrolled, focused];
      filters = wanted;
      loading = new AbortController();
      toolbar.show();
      table.tick(Date.now());
      table.focus(key);
      scrollTo(0, y);
      return refresh();
    }
    if (isBack) offerCategories(signal);
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
    [last, counts, countsAt, isOlderUnderWay] = [undefined, {}, 0, false];
    toolbar.show();
    toolbar.forgetCounts();
    table.clear();
    for (const part of [nothing, fresh, problem, older, end]) part.hidden = true;
    table.root.hidden = false;
    await refresh(signal);
  }

  let asking;
  async function refresh(signal = loading.signal) {
    // One question at a time: the one under way may wait for somebody to sign in.
    if (signal.aborted || asking === signal) return;
    asking = signal;
    try {
      const isFirst = loaded === undefined;
      const page = await context.ask(`/analytics?${listQuery()}`, { signal });
      if (signal.aborted) return;
      problem.hidden = true;
      loaded = addressOfFilters(filters);
      if (page !== last) {
        last = page;
        pages.refresh(page);
        render({ isFresh: !isFirst });
        isCountStale = true;
      }
      if (isFirst) await more(signal, pages.items.length);
      await recount(signal);
    } catch (failure) {
      if (!signal.aborted && failure.name !== 'AbortError') showProblem(failure);
    } finally {
      if (asking === signal) asking = undefined;
    }
  }

  function listQuery(token) {
    const query = queryOf(filters);
    query.set('limit', PAGE);
    if (token) query.set('nextToken', token);
    return query;
  }

  async function more(signal = loading.signal, rows = 0) {
    if (isOlderUnderWay || signal.aborted || loaded === undefined) return;
    isOlderUnderWay = true;
    let found = rows;
    try {
      for (let turn = 0; turn < FOLLOWED_PAGES && pages.token && found < ENOUGH_ROWS; turn++) {
        const token = pages.token;
        older.disabled = true;
        const page = await context.ask(`/analytics?${listQuery(token)}`, { signal });
        if (signal.aborted) return;
        pages.older(page, token);
        found += page.items.length;
        render({});
      }
      older.textContent = found === 0 ? 'Search further back' : 'Load older calls';
    } catch (failure) {
      if (!signal.aborted && failure.name !== 'AbortError') context.say(failure.message, 'error');
    } finally {
      if (!signal.aborted) [older.disabled, isOlderUnderWay] = [false, false];
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
    if (isEmpty) nothing.replaceChildren(...emptiness());
  }

  function emptiness() {
    if (addressOfFilters(filters) !== '#') {
      return [element('h2', {}, 'Nothing matches'),
        element('p', {}, filters.text ? 'Every word has to occur in a call. Fewer words find more.'
          : 'No call is like that. A wider range of dates, or another status, may find some.'),
        button('Clear filters', toolbar.clear, { class: 'button primary' })];
    }
    return [element('h2', {}, 'No calls yet'),
      element('p', {}, 'A recording appears here as soon as it is announced, and fills in while it is worked on.'),
      context.config.uploads
        ? element('a', { class: 'button primary', href: '#upload' }, 'Upload a recording')
        : element('p', {}, 'Publish a message about an audio file to the topic of recordings to make one.')];
  }

  function showProblem(failure) {
    problem.hidden = false;
    problem.replaceChildren(failure.message, button('Try again', () => refresh()));
    if (loaded === undefined) table.root.hidden = true;
  }

  // Per status, so that the tabs and their sum tell one story.
  async function recount(signal) {
    if (!isCountStale || Date.now() - countsAt < COUNT_MILLISECONDS) return;
    [isCountStale, countsAt] = [false, Date.now()];
    const found = await Promise.all(Object.keys(STATUSES).map(async status =>
      [status, await countCalls(context.ask, queryOf({ ...filters, status }), signal)]));
    if (signal.aborted) return;
    counts = Object.fromEntries(found);
    toolbar.showCounts(counts, callsText(inForce()));
  }

  const inForce = () => filters.status ? counts[filters.status] ?? { count: 0, isMore: true } : sum(Object.values(counts));

  async function offerCategories(signal) {
    const { from, to } = presetDays(CATEGORY_DAYS, new Date());
    const query = new URLSearchParams({
      from: startOfDay(from).toISOString(), to: startOfDay(addDays(to, 1)).toISOString() });
    try {
      const { categories = [] } = await context.ask(`/analytics/overview?${query}`, { signal });
      toolbar.offer(categories.map(({ category }) => category).sort((a, b) => a.localeCompare(b)));
    } catch {
      // Names to choose from are a convenience: any can be typed.
    }
  }

  function choose(wanted) {
    if (addressOfFilters(wanted) === addressOfFilters(filters) && loaded !== undefined) return toolbar.show();
    context.go(addressOfFilters(wanted));
  }

  function release() {
    render({ isReleased: true, isFresh: true });
    scrollTo({ top: 0 });
    table.move(0);
  }

  function onScroll() {
    if (context.signal.aborted) return;
    scrolled = scrollY;
    if (scrollY <= READING_PIXELS && !fresh.hidden) render({ isFresh: true });
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === '/') toolbar.focusSearch();
    else if (event.key === 'j') table.move(1);
    else if (event.key === 'k') table.move(-1);
    else return;
    event.preventDefault();
  }

  return { open };
}
