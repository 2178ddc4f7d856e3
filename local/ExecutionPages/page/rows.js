// Events as the table shows them.
import { details } from './outcome.js';

export function row(event, startedAt, state) {
  return {
    id: event.id,
    type: event.type,
    state: state ?? '',
    at: event.timestamp,
    elapsed: event.timestamp - startedAt,
    kind: kindOf(event.type),
    summary: summary(event),
    details: { previousEventId: event.previousEventId, ...unfold(details(event)) },
  };
}

export function kindOf(type) {
  if (type === 'ExecutionRedriven') return 'redriven';
  if (/Failed$|TimedOut$/.test(type)) return 'failed';
  if (/Aborted$/.test(type)) return 'aborted';
  return /Succeeded$/.test(type) ? 'succeeded' : 'plain';
}

function summary(event) {
  const about = details(event);
  if (event.type === 'ExecutionRedriven') return `redrive ${about.redriveCount}`;
  return about.error ?? (about.timeoutInSeconds ? `at most ${about.timeoutInSeconds} s` : '');
}

// What travels as text and is JSON is shown as JSON.
export function unfold(about) {
  return Object.fromEntries(Object.entries(about).map(([key, value]) => [key, parsed(value)]));
}

function parsed(value) {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
