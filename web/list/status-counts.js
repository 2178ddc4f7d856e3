// The counts of calls by status, asked for together so that the tabs and their sum agree.
import { STATUSES } from '../statuses.js';
import { callsText, countCalls, sum } from './counts.js';
import { queryOf } from './filters.js';

const MIN_RECOUNT_MILLISECONDS = 10_000;

export function listCounts(now = Date.now) {
  let byStatus;
  let isStale = true;
  let at = -Infinity;

  const inForce = ({ status }) => status ? byStatus[status] : sum(Object.values(byStatus));

  return {
    get byStatus() { return byStatus ?? {}; },
    changed() { isStale = true; },

    // Undefined unless the exact number is known.
    total(filters) {
      const known = byStatus && inForce(filters);
      return known && !known.isMore ? known.count : undefined;
    },

    // The text for the active filters. Undefined if nothing changed or the last count is too recent.
    async recount(ask, filters, signal) {
      if (!isStale || now() - at < MIN_RECOUNT_MILLISECONDS) {
        return undefined;
      }
      [isStale, at] = [false, now()];
      try {
        byStatus = Object.fromEntries(await Promise.all(Object.keys(STATUSES).map(async status =>
          [status, await countCalls(ask, queryOf({ ...filters, status }), signal)])));
      } catch (problem) {
        isStale = true;
        throw problem;
      }
      return callsText(inForce(filters));
    },
  };
}
