// The pages of an answer, one after another, up to a bound. The last page has no nextToken, unless the bound ended the loop.
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
