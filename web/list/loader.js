// Loads the calls of one set of filters: the first page repeatedly, older pages on demand, and the counts.
import { addressOfFilters, queryOf } from './filters.js';
import { followOlder } from './older-pages.js';
import { listPages } from './pages.js';
import { listCounts } from './status-counts.js';

const PAGE_SIZE = 50;

// on: { load(), answer(), pages({ isFresh }), counts(byStatus, text), failure(failure), olderBusy(isBusy), olderFound(count),
// olderFailure(failure) }
export function listLoader(ask, on) {
  let filters = {};
  // The address of the filters whose first page is loaded.
  let loaded;
  let pages = listPages();
  let loading = new AbortController();
  let last;
  let counts = listCounts();
  let isOlderUnderWay = false;
  let asking;

  // New filters. Requests for the filters before are aborted.
  async function load(wanted) {
    loading.abort();
    loading = new AbortController();
    const { signal } = loading;
    filters = wanted;
    loaded = undefined;
    pages = listPages();
    [last, counts, isOlderUnderWay] = [undefined, listCounts(), false];
    on.load();
    await refresh(signal);
  }

  // Continues with the loaded calls after a visit to another screen.
  function resume(wanted) {
    filters = wanted;
    loading = new AbortController();
    isOlderUnderWay = false;
    on.olderBusy(false);
  }

  async function refresh(signal = loading.signal) {
    // One request at a time: the one under way may wait for a sign-in.
    if (signal.aborted || asking === signal) {
      return;
    }
    asking = signal;
    try {
      const isFirst = loaded === undefined;
      const page = await ask(`/analytics?${listQuery()}`, { signal });
      if (signal.aborted) {
        return;
      }
      loaded = addressOfFilters(filters);
      on.answer();
      if (page !== last) {
        last = page;
        pages.refresh(page);
        on.pages({ isFresh: !isFirst });
        counts.changed();
      }
      if (isFirst) {
        await loadOlder(signal, pages.items.length);
      }
      const text = await counts.recount(ask, filters, signal);
      if (text !== undefined && !signal.aborted) {
        on.counts(counts.byStatus, text);
      }
    } catch (failure) {
      if (!signal.aborted && failure.name !== 'AbortError') {
        on.failure(failure);
      }
    } finally {
      if (asking === signal) {
        asking = undefined;
      }
    }
  }

  function listQuery(token) {
    const query = queryOf(filters);
    query.set('limit', PAGE_SIZE);
    if (token) {
      query.set('nextToken', token);
    }
    return query;
  }

  async function loadOlder(signal = loading.signal, rows = 0) {
    if (isOlderUnderWay || signal.aborted || loaded === undefined) {
      return;
    }
    isOlderUnderWay = true;
    on.olderBusy(true);
    try {
      const found = await followOlder(ask, pages, token => `/analytics?${listQuery(token)}`,
        { signal, found: rows, onPage: () => on.pages({}) });
      on.olderFound(found);
    } catch (failure) {
      if (!signal.aborted && failure.name !== 'AbortError') {
        on.olderFailure(failure);
      }
    } finally {
      if (!signal.aborted) {
        on.olderBusy(false);
        isOlderUnderWay = false;
      }
    }
  }

  return {
    get filters() { return filters; },
    get pages() { return pages; },
    get isLoaded() { return loaded !== undefined; },
    has: wanted => loaded === addressOfFilters(wanted),
    total: () => counts.total(filters),
    load,
    resume,
    refresh: () => refresh(),
    loadOlder: () => loadOlder(),
    stop: () => loading.abort(),
  };
}
