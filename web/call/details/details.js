// The details of a call beside its transcript. A section without content is left out.
import { executionAddress } from '../../addresses.js';
import { button, element } from '../../element.js';
import { clock, dateTime, span } from '../../times.js';
import { copy } from '../clipboard.js';
import { dollars, humanise, percent } from '../format.js';
import { fields, isSomething } from './fields.js';
import { stagesOf } from './stages.js';
import { talkShares } from './talk-time.js';

export function details(place, parts) {
  const { item } = parts;
  place.replaceChildren(...[
    summary(parts), categories(item), topics(parts), moderation(parts),
    isSomething(item.inference) && section('Other findings', fields(item.inference)),
    talk(parts),
    isSomething(item.metadata) && section('Metadata', fields(item.metadata)),
    processing(parts), technical(parts),
  ].filter(Boolean));
}

function section(title, ...content) {
  return element('section', { class: 'card detail' }, element('h2', {}, title), ...content);
}

function summary({ item, context, speakers }) {
  const text = item.call_summary ?? item.audio_summary;
  if (!text) {
    return null;
  }
  const other = item.call_summary && item.audio_summary && item.audio_summary !== item.call_summary;
  return section('Summary', element('p', {}, spoken(text, speakers)),
    other && element('details', {}, element('summary', {}, 'Summary of the audio'), element('p', {}, spoken(item.audio_summary, speakers))),
    button('Copy', () => copy(speakers.namedIn(text), 'Summary copied', context.toast),
      { class: 'button quiet detail-action', 'aria-label': 'Copy the summary' }));
}

function categories({ call_categories: names = [], topics: named = [] }) {
  if (names.length === 0 && named.length === 0) {
    return null;
  }
  return section('Categories',
    names.length > 0 && element('p', { class: 'chips-line' }, ...names.map(name =>
      element('a', { class: 'chip', href: `#?${new URLSearchParams({ category: name })}`, title: `All calls in category ${name}` }, name))),
    named.length > 0 && element('p', {}, element('span', { class: 'soft' }, 'Topics: '), named.join(', ')));
}

function topics({ item, playback, speakers }) {
  const list = (item.topic_summary ?? []).filter(topic => topic.summary);
  if (list.length === 0) {
    return null;
  }
  return section('Topics', element('ol', { class: 'moments' }, ...list.map(topic =>
    element('li', {}, at(topic.start_timestamp_millis, playback), spoken(topic.summary, speakers)))));
}

// Text with the speakers' names, updated when a name changes.
function spoken(text, speakers) {
  const made = element('span', {}, speakers.namedIn(text));
  speakers.on(() => { made.textContent = speakers.namedIn(text); });
  return made;
}

function at(millis, playback) {
  if (millis === undefined) {
    return element('span', {});
  }
  const text = clock(millis / 1000);
  return button(text, () => playback.seek(millis / 1000, { play: true }), { class: 'at-link', 'aria-label': `Play from ${text}` });
}

function moderation({ item, playback, threshold, signal }) {
  const spans = (item.audio_content_moderation ?? []).flatMap(span => (span.moderation_categories ?? []).map(one =>
    ({ from: span.start_timestamp_millis, category: one.category, confidence: one.confidence ?? 0 })));
  if (spans.length === 0) {
    return null;
  }
  const list = element('ol', { class: 'moments' });
  const shown = element('output', {});
  const slider = element('input', { type: 'range', min: 0, max: 100, step: 5, value: Math.round(threshold.value * 100), id: 'threshold' });
  function show() {
    const over = spans.filter(one => one.confidence >= threshold.value);
    shown.textContent = percent(threshold.value);
    slider.setAttribute('aria-valuetext', percent(threshold.value));
    list.replaceChildren(...over.map(one => element('li', {}, at(one.from, playback),
      element('span', {}, `${humanise(one.category)} `, element('span', { class: 'soft' }, percent(one.confidence))))));
    if (over.length === 0) {
      list.append(element('li', { class: 'soft' }, 'Nothing reaches this confidence.'));
    }
  }
  slider.addEventListener('input', () => threshold.set(Number(slider.value) / 100));
  signal.addEventListener('abort', threshold.on(show));
  show();
  return section('Moderation',
    element('p', { class: 'threshold' }, element('label', { for: 'threshold' }, 'Minimum confidence'), slider, shown), list);
}

function talk({ segments, speakers, signal }) {
  const list = element('ul', { class: 'talk' });
  const made = section('Talk time', list);
  function show() {
    const shares = talkShares(segments.list);
    made.hidden = shares.size === 0;
    list.replaceChildren(...speakers.ids.filter(id => shares.has(id)).map(id => {
      const bar = element('span', { class: 'talk-bar' });
      bar.style.width = `${shares.get(id) * 100}%`;
      return element('li', { class: `speaker-${speakers.indexOf(id)}` },
        element('span', {}, speakers.nameOf(id)), element('span', { class: 'talk-track' }, bar),
        element('b', {}, percent(shares.get(id))));
    }));
  }
  signal.addEventListener('abort', segments.on(show));
  signal.addEventListener('abort', speakers.on(show));
  show();
  return made;
}

function processing({ item }) {
  const stages = stagesOf(item);
  const total = stages.reduce((sum, stage) => sum + stage.seconds, 0);
  const bar = element('div', { class: 'stages-bar', 'aria-hidden': 'true' }, ...stages.map(stage => {
    const part = element('i', { class: `stage-${stage.name.toLowerCase()}` });
    part.style.flexGrow = Math.max(stage.seconds, total / 50);
    return part;
  }));
  const facts = [
    ...stages.map(stage => [stage.name, span(stage.seconds)]),
    item.processing_seconds !== undefined && ['Total', span(item.processing_seconds)],
    item.bedrock_status === 'FAILED' && ['Failed in', item.failed_state ?? 'processing'],
    item.cost_dollars !== undefined && ['Cost', dollars(item.cost_dollars)],
  ].filter(Boolean);
  return facts.length > 0 && section('Processing', stages.length > 0 && bar,
    element('dl', { class: 'facts' }, ...facts.flatMap(([name, text]) => [
      element('dt', { class: `stage-name stage-${name.toLowerCase().replace(/\W/g, '')}` }, name), element('dd', {}, text)])));
}

function technical({ item, context }) {
  const execution = executionAddress(context.config, item.execution_arn);
  const facts = [
    ['Hash', item.hash], ['Recording', item.s3_input_uri], ['Results', item.results_s3_uri],
    ['Version', item.results_version_id], ['Job output', item.s3_output_uri],
    ['Started', item.execution_started_at && dateTime(Date.parse(item.execution_started_at) / 1000)],
    ['Updated', item.updated_at && dateTime(Date.parse(item.updated_at) / 1000)],
    ['Only in the results', item.only_in_results?.map(humanise).join(', ')],
    ['Words not searchable', item.words_not_indexed],
  ].filter(([, value]) => value !== undefined && value !== null && value !== '');
  return element('section', { class: 'card detail' }, element('details', {},
    element('summary', {}, element('h2', {}, 'Technical details')),
    element('dl', { class: 'facts technical' }, ...facts.flatMap(([name, value]) =>
      [element('dt', {}, name), element('dd', {}, String(value))]),
    ...(execution ? [element('dt', {}, 'Execution'), element('dd', {}, element('a', { href: execution }, 'Open'))] : []))));
}
