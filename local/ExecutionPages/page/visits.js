// What went into and came out of one state, each time that it was entered.
import { make } from './make.js';
import { Outcomes, retriesOf } from './outcome.js';
import { causeOf, duration, moment, pretty } from './words.js';

const MostShown = 50;

export function visitsOf(state, kind, comment, visits) {
  const shown = visits.slice(-MostShown).reverse();
  return [
    make('div', { class: 'panel-head' }, make('h2', {}, state), make('span', { class: 'chip' }, kind)),
    comment ? make('p', { class: 'soft' }, comment) : null,
    visits.length === 0 ? make('p', { class: 'empty' }, 'This execution has not reached this state.') : null,
    visits.length > MostShown ? make('p', { class: 'soft' }, `The last ${MostShown} of ${visits.length} visits.`) : null,
    ...shown.map((visit, index) => visitOf(visit, visits.length - index, index === 0)),
  ].filter(Boolean);
}

function visitOf(visit, number, open) {
  const { icon, word } = Outcomes[visit.outcome];
  const ended = visit.exited ?? visit.ended;
  const lastAttempt = visit.attempts.at(-1);
  const error = visit.error ?? lastAttempt?.error;
  const cause = visit.cause ?? lastAttempt?.cause;
  return make('details', { class: 'visit', open, 'data-key': `visit ${number}` },
    make('summary', {}, make('span', { class: `outcome is-${visit.outcome}` }, `${icon} ${word}`), ` Visit ${number}`,
      make('span', { class: 'soft' }, ended ? duration(ended - visit.entered) : 'in progress')),
    facts([
      ['Entered', moment(visit.entered, true)], ['Exited', ended ? moment(ended, true) : '–'],
      ['Attempts', visit.attempts.length ? String(visit.attempts.length) : null],
      ['Retries', visit.attempts.length ? String(retriesOf(visit)) : null],
      ['Redrives', visit.redrives ? `↻ ${visit.redrives}` : null],
      ['Error', error], ['Cause', causeOf(cause)]]),
    causeOf(cause) === cause ? null : block('Full cause', cause, `cause ${number}`),
    block('Input', visit.input, `in ${number}`, open), block('Output', visit.output, `out ${number}`, open),
    visit.attempts.length > 1 ? attempts(visit.attempts) : null);
}

export function facts(pairs) {
  return make('dl', { class: 'facts' }, ...pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
    .flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));
}

export function block(name, text, key, open = false) {
  if (text === undefined || text === null) return null;
  return make('details', { class: 'json', 'data-key': key, open }, make('summary', {}, name),
    make('pre', { tabindex: '0' }, pretty(text)));
}

function attempts(all) {
  return make('ol', { class: 'attempts' }, ...all.map(attempt => make('li', {},
    `${attempt.redriven ? '↻ Redriven: ' : ''}${attempt.succeeded ? '✓ succeeded' : attempt.error ? `✕ ${attempt.error}` : '◐ in progress'}`,
    make('span', { class: 'soft' }, ` ${attempt.ended ? duration(attempt.ended - attempt.scheduled) : ''}`))));
}
