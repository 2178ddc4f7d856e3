// One call: its player, transcript and details, or its progress, or the reason of its failure.
import { element } from '../element.js';
import { finished } from './finished.js';
import { heading } from './heading.js';
import { watch } from './polling.js';
import { failed, inProgress } from './unfinished.js';

export async function show(main, context) {
  const { ask, address, signal } = context;
  const hash = address.path.slice('call/'.length);
  const load = async () => (await ask(`/analytics/${hash}`, { signal })).items;
  main.replaceChildren(skeleton());
  await shown(main, { ...context, hash, load }, await load());
}

async function shown(main, context, items) {
  const { address, load, signal } = context;
  const item = picked(items, address.query.get('at'));
  if (!item) {
    throw Object.assign(new Error('This call has no such recording.'), { status: 404 });
  }
  const isFinished = item.bedrock_status === 'SUCCESS';
  document.title = `${item.call_id} · Call recordings`;

  // The stage ends when an unfinished call moves on. The screen stays.
  const stage = new AbortController();
  const both = AbortSignal.any([signal, stage.signal]);
  const head = heading({ item, items, context });
  const body = isFinished ? await finished({ item, context, signal: both })
    : { element: item.bedrock_status === 'FAILED' ? failed(item, context) : inProgress(item, both) };
  if (signal.aborted) {
    return;
  }
  if (body.actions) {
    head.actions.prepend(...body.actions);
  }
  main.replaceChildren(element('article', { class: isFinished ? 'call-screen' : 'call-screen waiting' }, head.element, body.element));
  body.start?.();
  if (isFinished) {
    return;
  }
  watch({
    load, shown: item, signal: both,
    changed(more) {
      stage.abort();
      shown(main, context, more).catch(problem => {
        if (problem.name !== 'AbortError') {
          context.toast(problem.message, 'error');
        }
      });
    },
  });
}

function picked(items, at) {
  return at === null ? items[0] : items.find(item => String(item.epchdatetimestamp) === at);
}

function skeleton() {
  return element('article', { class: 'call-screen', 'aria-busy': 'true' },
    element('h1', { class: 'visually-hidden' }, 'Call'),
    element('div', { class: 'call-skeleton', 'aria-hidden': 'true' },
      ...Array.from({ length: 9 }, () => element('span', { class: 'skeleton' }))));
}
