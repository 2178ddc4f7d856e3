// What the list says of a call.
import { STATUSES } from './filters.js';

const STEPS = { InvokeDataAutomation: 'Submitting', WaitForJob: 'Transcribing', PersistResults: 'Storing' };
const MAX_REASON_LENGTH = 160;

export function statusText({ bedrock_status: status, step }) {
  return status === 'IN_PROGRESS' && STEPS[step] ? STEPS[step] : STATUSES[status] ?? status;
}

export function reasonText({ failed_state: state, error, cause }) {
  const text = [[state, error].filter(Boolean).join(': '), cause].filter(Boolean).join(' - ') || 'No reason is on record.';
  return text.length > MAX_REASON_LENGTH ? `${text.slice(0, MAX_REASON_LENGTH - 1).trimEnd()}…` : text;
}

export function executionAddress(config, arn) {
  return config.executionAddress && arn ? config.executionAddress.replace('{arn}', encodeURIComponent(arn)) : undefined;
}

// The page of all executions, which one machine serves beside this page; elsewhere the console has them.
export function executionsAddress({ executionAddress = '' }, location = globalThis.location) {
  const [page] = executionAddress.split('#');
  return page && new URL(page, location.href).origin === location.origin ? page : undefined;
}

export function callAddress(item, match, text) {
  const query = new URLSearchParams({ at: item.epchdatetimestamp });
  if (match?.at_millis !== undefined) {
    query.set('t', Math.floor(match.at_millis / 1000));
  }
  if (text) {
    query.set('find', text);
  }
  return `#call/${item.hash}?${query}`;
}

const PLACES = {
  transcript: 'Transcript', call_summary: 'Summary', audio_summary: 'Summary', topic_summary: 'Topic summary',
  topics: 'Topics', call_categories: 'Categories', call_id: 'Call id',
};
export const placeText = match => PLACES[match.found_in] ?? match.found_in;

// One line per excerpt: words found in the same one share it.
export function excerptsOf(matches = []) {
  const found = new Map();
  for (const match of matches) {
    const key = `${match.found_in} ${match.excerpt}`;
    if (!found.has(key)) {
      found.set(key, { ...match, words: [] });
    }
    found.get(key).words.push(match.word);
  }
  return [...found.values()];
}
