// Exports all calls of a list as one file, page by page.
const MAX_PAGES = 2000;
const TYPES = { csv: 'text/csv;charset=utf-8', jsonl: 'application/x-ndjson' };

export const EXPORT_PAGE = 100;

export async function exportCalls(ask, query, format, { signal, progress = () => {}, maxPages = MAX_PAGES } = {}) {
  const parts = [];
  let token;
  for (let page = 1; page <= maxPages; page++) {
    const asked = new URLSearchParams(query);
    asked.set('format', format);
    asked.set('limit', EXPORT_PAGE);
    if (token) {
      asked.set('nextToken', token);
    }
    const answer = await ask(`/analytics/export?${asked}`, { signal, raw: true });
    // As bytes, because text would lose the byte order mark.
    parts.push(await answer.arrayBuffer());
    progress(page);
    token = answer.headers.get('x-next-token');
    if (!token) {
      return new Blob(parts, { type: TYPES[format] });
    }
  }
  throw new Error(`There are more than ${maxPages * EXPORT_PAGE} calls. Narrow the list, for example by date.`);
}
