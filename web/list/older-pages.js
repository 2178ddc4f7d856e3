// Older pages, followed past short and empty ones: a page may hold nothing that matches and still not be the end.
const MOST_PAGES = 5;
const ENOUGH_ROWS = 15;

// Resolves with how many calls came, beside those found before; onPage() after each page.
export async function followOlder(ask, pages, addressOf, { signal, found = 0, onPage = () => {} } = {}) {
  for (let turn = 0; turn < MOST_PAGES && pages.token && found < ENOUGH_ROWS; turn++) {
    const { token } = pages;
    const page = await ask(addressOf(token), { signal });
    signal?.throwIfAborted();
    pages.older(page, token);
    found += page.items.length;
    onPage();
  }
  return found;
}
