// The counts beside the list, per status, so that the tabs and their sum tell one story.
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

    // Undefined where it is not known exactly.
    total(filters) {
      const known = byStatus && inForce(filters);
      return known && !known.isMore ? known.count : undefined;
    },

    // The text for the filters in force; undefined where nothing changed, or too little time passed.
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
