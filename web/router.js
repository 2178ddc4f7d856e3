// Routes: which screen an address means. Addresses stand behind the '#', so that one file serves them all.
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

// Shows one screen at a time. Each navigation aborts the signal of the screen before. open(address, signal) shows a screen.
export function router(open, { location = globalThis.location, history = globalThis.history } = {}) {
  let shown = new AbortController();
  let list = '';

  // The list's address, which a call leads back to.
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
    // Changes the address without navigation: the screen already shows what it names.
    replace(hash) {
      note(hash);
      history.replaceState(null, '', hash || '#');
    },
    get list() { return list; },
  };
}
