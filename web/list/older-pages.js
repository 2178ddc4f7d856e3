// Loads older pages until there are enough rows. A page may hold no match and still not be the last.
const MAX_PAGES = 5;
const TARGET_ROWS = 15;

// Resolves with the number of calls found, including those found before. Calls onPage() after each page.
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
