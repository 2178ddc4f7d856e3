// Older pages, followed past short and empty ones: a page may hold nothing that matches and still not be the end.
const MAX_PAGES = 5;
const TARGET_ROWS = 15;

// Resolves with how many calls came, beside those found before; onPage() after each page.
export async function followOlder(ask, pages, addressOf, { signal, found = 0, onPage = () => {} } = {}) {
  for (let turn = 0; turn < MAX_PAGES && pages.token && found < TARGET_ROWS; turn++) {
    const { token } = pages;
    const page = await ask(addressOf(token), { signal });
    signal?.throwIfAborted();
    pages.older(page, token);
    found += page.items.length;
    onPage();
  }
  return found;
}
