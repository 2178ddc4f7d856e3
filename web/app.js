// Signs in, then shows the screen of the address.
import { executionsAddress } from './addresses.js';
import { api } from './api.js';
import { connection } from './connection.js';
import { button, element } from './element.js';
import { router, screenOf } from './router.js';
import { shortcuts } from './shortcuts.js';
import { askForKey } from './sign-in/key-form.js';
import { configuration, signIn } from './sign-in/sign-in.js';
import { themeToggle } from './theme.js';
import { toaster } from './toasts.js';

const PRODUCT = 'Call recordings';
const SCREENS = {
  list: { title: 'Calls', module: () => import('./list/list.js') },
  overview: { title: 'Overview', module: () => import('./overview/overview.js') },
  call: { title: 'Call', module: () => import('./call/call.js') },
  upload: { title: 'Upload', module: () => import('./upload/upload.js') },
};
const main = document.getElementById('main');
const at = id => document.getElementById(id);
const toast = toaster(at('toasts'));

function report(problem) {
  if (problem.name !== 'AbortError') {
    at('state').textContent = problem.message;
  }
}

function opener(ask, config) {
  let before;
  return async function open(address, signal) {
    const name = screenOf(address);
    const isMove = before !== undefined && before !== `${name} ${address.path}`;
    before = `${name} ${address.path}`;
    document.title = `${SCREENS[name]?.title ?? 'Not found'} · ${PRODUCT}`;
    markCurrent(name);
    if (isMove) {
      scrollTo(0, 0);
    }
    try {
      if (!SCREENS[name]) {
        showUnknown();
      } else {
        await (await SCREENS[name].module()).show(main, { ask, address, signal, toast, config, ...moves });
      }
    } catch (problem) {
      if (problem.name !== 'AbortError' && !signal.aborted) {
        showProblem(problem);
      }
    }
    if (isMove && !signal.aborted) {
      focusHeading();
    }
  };
}

function focusHeading() {
  if (main.contains(document.activeElement) && document.activeElement !== main) {
    return;
  }
  const heading = main.querySelector('h1') ?? main;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

function markCurrent(name) {
  for (const link of at('nav').children) {
    if (link.dataset.screen === name) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
}

function showUnknown() {
  main.replaceChildren(element('section', { class: 'empty' },
    element('h1', {}, 'Page not found'),
    element('p', {}, 'No screen has this address. It may be incomplete.'),
    element('a', { class: 'button primary', href: '#' }, 'See the calls')));
}

function showProblem(problem) {
  main.replaceChildren(element('section', { class: 'empty', role: 'alert' },
    element('h1', {}, problem.status === 404 ? 'Not found' : problem.offline ? 'No connection' : 'Something went wrong'),
    element('p', {}, problem.message),
    element('div', { class: 'toolbar' },
      button('Try again', () => moves.show(), { class: 'button primary' }),
      element('a', { class: 'button', href: '#' }, 'See the calls'))));
}

function offerSignOut({ address, forget }) {
  const link = at('sign-out');
  link.href = address;
  link.addEventListener('click', forget);
  link.hidden = false;
}

history.scrollRestoration = 'manual';
let moves;
async function start() {
  themeToggle(at('theme'));
  at('skip').addEventListener('click', event => {
    event.preventDefault();
    main.focus();
  });
  const config = await configuration(globalThis.fetch);
  const session = await signIn({ config, askForKey: why => askForKey(at('sign-in'), why) });
  if (session.signOut) {
    offerSignOut(session.signOut);
  }
  const ask = api(session, undefined, { onConnectivity: connection(at('freshness'), at('offline')) });
  at('nav').querySelector('[data-screen=upload]').hidden = config.uploads !== true;
  const executions = executionsAddress(config);
  if (executions) {
    Object.assign(at('executions'), { href: executions, hidden: false });
  }
  moves = router(opener(ask, config));
  shortcuts(at('shortcuts'), moves.go);
  addEventListener('popstate', moves.show);
  await moves.show();
}

// The browser may restore the page from its back/forward cache, stopped halfway to the sign-in page. A reload starts it again.
addEventListener('pageshow', event => {
  if (event.persisted) {
    location.reload();
  }
});
start().catch(report);
