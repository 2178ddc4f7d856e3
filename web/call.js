// One call id's recordings, newest first, each with what is known of it.
import { element, moment } from './element.js';

const FACTS = [
  ['Status', 'bedrock_status'], ['Error', 'error'], ['Cause', 'cause'], ['Failed in', 'failed_state'],
  ['Summary', 'call_summary'], ['Audio summary', 'audio_summary'], ['Categories', 'call_categories'],
  ['Topics', 'topics'], ['Language', 'language'], ['Seconds', 'duration_seconds'], ['Audio', 's3_input_uri'],
  ['Results', 'results_s3_uri'], ['Execution', 'execution_arn'],
];

export async function show(main, { ask, address, signal }) {
  const { items } = await ask(`/analytics/${address.path.slice('call/'.length)}`, signal);
  main.replaceChildren(...items.map(recording));
}

function recording(item) {
  return element('article', {},
    element('h2', {}, item.call_id),
    element('p', { class: 'soft' }, moment(item.epchdatetimestamp)),
    element('dl', {}, ...FACTS.filter(([, name]) => item[name] !== undefined).flatMap(([title, name]) => [
      element('dt', {}, title),
      element('dd', {}, Array.isArray(item[name]) ? item[name].join(', ') : String(item[name])),
    ])),
    ...(item.topic_summary ?? []).map(topic => element('p', {}, topic.summary ?? '')),
    element('h3', {}, 'Transcript'),
    element('p', { class: 'transcript' }, transcript(item)));
}

function transcript(item) {
  if (item.only_in_results?.includes('transcript')) return `Too long for here: it is in ${item.results_s3_uri}.`;
  return item.transcript === '' ? 'Nobody speaks in this recording.' : item.transcript ?? 'There is none yet.';
}
