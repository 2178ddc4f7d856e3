// Which screen an address means. Addresses live after the '#', so that the page is one file wherever it is served.
const CALL = /^call\/([0-9a-f]{32})$/;

export function addressOf(hash) {
  const [path, query = ''] = split(hash.replace(/^#/, ''));
  return { path, query: new URLSearchParams(query) };
}

export function screenOf({ path }) {
  if (path === '') {
    return 'list';
  }
  if (path === 'overview' || path === 'upload') {
    return path;
  }
  return CALL.test(path) ? 'call' : 'unknown';
}

function split(text) {
  const at = text.indexOf('?');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

// One screen at a time: each move aborts the screen before. open(address, signal) shows one.
export function router(open, { location = globalThis.location, history = globalThis.history } = {}) {
  let shown = new AbortController();
  let list = '';

  // Where a call leads back to.
  function note(hash) {
    if (screenOf(addressOf(hash)) === 'list') {
      list = hash;
    }
  }

  function show() {
    note(location.hash);
    shown.abort();
    shown = new AbortController();
    return open(addressOf(location.hash), shown.signal);
  }

  return {
    show,
    go(hash) {
      if (location.hash === hash) {
        return;
      }
      history.pushState(null, '', hash || '#');
      show();
    },
    // Writes the address down without a move: what is on screen has it already.
    replace(hash) {
      note(hash);
      history.replaceState(null, '', hash || '#');
    },
    get list() { return list; },
  };
}
