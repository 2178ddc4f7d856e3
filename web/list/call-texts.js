// What the list says of a call: why it failed, and where it contains the words of a search.
const MAX_REASON_LENGTH = 160;

export function reasonText({ failed_state: state, error, cause }) {
  const text = [[state, error].filter(Boolean).join(': '), cause].filter(Boolean).join(' - ') || 'No reason was recorded.';
  return text.length > MAX_REASON_LENGTH ? `${text.slice(0, MAX_REASON_LENGTH - 1).trimEnd()}…` : text;
}

const PLACES = {
  transcript: 'Transcript', call_summary: 'Summary', audio_summary: 'Summary', topic_summary: 'Topic summary',
  topics: 'Topics', call_categories: 'Categories', call_id: 'Call ID',
};
export const placeText = match => PLACES[match.found_in] ?? match.found_in;

// One entry for each excerpt, with all of the words found in it.
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
