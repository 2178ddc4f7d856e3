// One call in the list. An update replaces only the cells whose content changed, so that focus stays.
import { callAddress, executionAddress } from '../addresses.js';
import { button, element } from '../element.js';
import { statusText } from '../statuses.js';
import { clock, relative, span } from '../times.js';
import { excerptsOf, placeText, reasonText } from './call-texts.js';
import { marked } from './marks.js';

const MAX_EXCERPTS = 3;
const MAX_CHIPS = 3;

// choose(category) filters the list by it.
export function listRow(config, choose) {
  const cell = name => element('div', { role: 'cell', class: name });
  const link = element('a', { class: 'row-link' });
  const cells = {
    recorded: cell('recorded'), call: cell('call'), status: cell('status'), said: cell('said'),
    categories: cell('categories'), length: cell('length'),
  };
  cells.call.append(link);
  const row = element('div', { role: 'row', class: 'row' }, ...Object.values(cells));
  const before = {};

  function fill(name, sign, build) {
    const text = JSON.stringify(sign);
    if (before[name] === text) {
      return;
    }
    before[name] = text;
    cells[name].replaceChildren(...build().filter(Boolean));
  }

  function update(item, text) {
    link.textContent = item.call_id;
    link.title = item.call_id;
    link.setAttribute('href', addressOf(item, text));
    fill('recorded', item.epchdatetimestamp, () => [recorded(item)]);
    fill('status', [item.bedrock_status, item.step, item.execution_started_at, item.execution_arn],
      () => status(item, config));
    fill('said', [item.bedrock_status, item.call_summary, item.audio_summary, item.error, item.cause,
      item.failed_state, item.matches, text], () => said(item, text));
    fill('categories', item.call_categories ?? [], () => categories(item, choose));
    fill('length', item.duration_seconds ?? null, () => item.duration_seconds === undefined ? [] : [
      element('span', { class: 'visually-hidden' }, 'Duration '), clock(item.duration_seconds)]);
    tick();
  }

  function tick(now = Date.now()) {
    const time = row.querySelector('.recorded time');
    if (time) {
      setText(time, relative(Number(time.dataset.at), now));
    }
    const elapsed = row.querySelector('.elapsed');
    if (elapsed) {
      setText(elapsed, span(Math.max(0, now - Date.parse(elapsed.dataset.since)) / 1000));
    }
  }

  return { row, link, update, tick };
}

function setText(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

function recorded({ epchdatetimestamp: at }) {
  const date = new Date(at * 1000);
  return element('time', { datetime: date.toISOString(), title: date.toLocaleString(), 'data-at': at });
}

function status(item, config) {
  const isRunning = item.bedrock_status === 'IN_PROGRESS';
  const address = item.bedrock_status === 'FAILED' && executionAddress(config, item.execution_arn);
  return [
    element('span', { class: `badge ${item.bedrock_status}` }, statusText(item)),
    isRunning && item.execution_started_at
      && element('span', { class: 'elapsed soft', 'data-since': item.execution_started_at }),
    address && element('a', { class: 'over', href: address, target: '_blank', rel: 'noopener',
      'aria-label': `Execution of ${item.call_id}` }, 'Execution ↗'),
  ];
}

function said(item, text) {
  const summary = item.call_summary ?? item.audio_summary;
  const matches = text ? excerptsOf(item.matches) : [];
  return [
    item.bedrock_status === 'FAILED' ? element('p', { class: 'reason' }, reasonText(item))
      : summary ? element('p', { class: 'summary' }, summary)
        : element('p', { class: 'summary soft' },
          item.bedrock_status === 'IN_PROGRESS' ? 'The summary appears with the transcript.' : 'No summary.'),
    matches.length > 0 && element('ul', { class: 'matches', 'aria-label': 'Matches' },
      ...matches.slice(0, MAX_EXCERPTS).map(match => element('li', {}, excerpt(item, match, text)))),
  ];
}

function excerpt(item, match, text) {
  const isSpoken = match.at_millis !== undefined;
  return element('a', { class: 'over match', href: addressOf(item, text, match) },
    element('span', { class: 'match-at' }, isSpoken ? clock(match.at_millis / 1000) : placeText(match)),
    element('span', { class: 'match-text' }, ...marked(match.excerpt, match.words).map(part =>
      part.isMarked ? element('mark', {}, part.text) : part.text)));
}

function categories({ call_categories: names = [] }, choose) {
  const more = names.length - MAX_CHIPS;
  return [
    ...names.slice(0, MAX_CHIPS).map(name => button(name, () => choose(name), {
      class: 'chip over', title: `Show only ${name}`, 'aria-label': `Show only calls in category ${name}` })),
    more > 0 && element('span', { class: 'soft', title: names.slice(MAX_CHIPS).join(', ') }, `+${more}`),
  ];
}

function addressOf({ hash, epchdatetimestamp: at }, find, { at_millis: millis } = {}) {
  return callAddress({ hash, at, seconds: millis === undefined ? undefined : millis / 1000, find });
}
