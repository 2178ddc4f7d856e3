// Loads the segments of a call with their words, page by page.
import { emitter } from '../emitter.js';

const PAGE = 500;
// Enough for a day of speech in short segments. The bound ends the loop if the API never does.
const MAX_PAGES = 200;

export function segmentsOf({ ask, hash, at, signal }) {
  const changes = emitter();
  const list = [];
  let complete = false;
  let next;

  async function page() {
    const query = new URLSearchParams({ include: 'words', limit: PAGE, epchdatetimestamp: at });
    if (next) {
      query.set('nextToken', next);
    }
    const answer = await ask(`/analytics/${hash}/segments?${query}`, { signal });
    list.push(...answer.items);
    next = answer.nextToken;
    complete = !next;
    changes.emit();
  }

  return {
    list,
    get complete() { return complete; },
    on: changes.on,
    first: page,
    async rest() {
      for (let pages = 1; !complete && pages < MAX_PAGES; pages++) {
        await page();
      }
    },
  };
}
