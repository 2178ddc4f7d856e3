// Yields the pages of an answer, at most maxPages. A nextToken on the last page says that more would follow.
export async function* pagesOf(ask, path, query, { signal, maxPages }) {
  let token;
  for (let page = 0; page < maxPages; page++) {
    const asked = new URLSearchParams(query);
    if (token !== undefined) {
      asked.set('nextToken', token);
    }
    const answer = await ask(`${path}${asked.size > 0 ? `?${asked}` : ''}`, { signal });
    yield answer;
    token = answer.nextToken;
    if (token === undefined) {
      return;
    }
  }
}
