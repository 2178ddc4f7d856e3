// The header of a call: its id, recording time and status, with the way back and the actions.
import { callAddress } from '../addresses.js';
import { button, element } from '../element.js';
import { STATUSES } from '../statuses.js';
import { clock, dateTime } from '../times.js';
import { stepName } from './polling.js';

const ENDED = ['SUCCESS', 'FAILED'];

export function heading({ item, items, context: { hash, go, list } }) {
  const actions = element('div', { class: 'toolbar call-actions' });
  const status = item.bedrock_status;
  const made = element('header', { class: 'call-head' },
    button('', back, { class: 'button quiet call-back', 'aria-label': 'Back to the calls', title: 'Back to the calls' }),
    element('div', { class: 'call-title' },
      element('h1', {}, item.call_id),
      element('p', { class: 'call-facts soft' },
        element('span', { class: `badge ${status}` }, ENDED.includes(status) ? STATUSES[status] : stepName(item)),
        items.length > 1 ? recordings() : element('time', { datetime: new Date(item.epchdatetimestamp * 1000).toISOString() },
          dateTime(item.epchdatetimestamp)),
        item.duration_seconds > 0 && element('span', {}, clock(item.duration_seconds)))),
    actions);

  function recordings() {
    const pick = element('select', { class: 'field recordings', 'aria-label': 'Recording' },
      ...items.map(one => element('option', { value: one.epchdatetimestamp }, dateTime(one.epchdatetimestamp))));
    pick.value = item.epchdatetimestamp;
    pick.addEventListener('change', () => go(callAddress({ hash, at: pick.value })));
    return pick;
  }

  // The previous history entry holds the list's filters.
  function back() {
    if (history.length > 1 && cameFromHere()) {
      history.back();
    } else {
      go(list);
    }
  }

  return { element: made, actions };
}

function cameFromHere() {
  const before = globalThis.navigation?.canGoBack && navigation.entries()[navigation.currentEntry.index - 1]?.url;
  return before !== undefined && before !== false && !new URL(before).hash.startsWith('#call/');
}
