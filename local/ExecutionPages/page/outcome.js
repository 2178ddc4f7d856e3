// What happened to each state, read from a history. A redrive goes on in the state that was open, without entering it again.
export const Outcomes = {
  none: { icon: '', word: 'Not reached' },
  progress: { icon: '◐', word: 'In progress' },
  succeeded: { icon: '✓', word: 'Succeeded' },
  caught: { icon: '⚠', word: 'Caught error' },
  failed: { icon: '✕', word: 'Failed' },
  aborted: { icon: '■', word: 'Aborted' },
  timedOut: { icon: '◷', word: 'Timed out' },
};

const Ends = { ExecutionFailed: 'failed', ExecutionAborted: 'aborted', ExecutionTimedOut: 'timedOut' };

export function details(event) {
  const name = Object.keys(event).find(key => key.endsWith('EventDetails'));
  return name ? event[name] : {};
}

export function read(events) {
  const story = { visits: [], states: new Map(), stateOf: new Map(), taken: new Set(), redrives: 0, end: null };
  let open = null;
  let last = null;
  for (const event of events) {
    const about = details(event);
    if (event.type.endsWith('StateEntered')) {
      open = { state: about.name, entered: event.timestamp, input: about.input, attempts: [], redrives: 0, outcome: 'progress' };
      story.visits.push(open);
      story.states.set(open.state, [...(story.states.get(open.state) ?? []), open]);
      if (last) story.taken.add(`${last.state}\n${open.state}\n${last.outcome === 'caught' ? 'catch' : ''}`);
      else story.taken.add(`Start\n${open.state}\n`);
    }
    if (open) note(open, event, about);
    if (event.type === 'ExecutionRedriven') story.redrives = about.redriveCount ?? story.redrives + 1;
    if (event.type === 'ExecutionSucceeded' && last) story.taken.add(`${last.state}\nEnd\n`);
    story.stateOf.set(event.id, open?.state ?? null);
    if (event.type.endsWith('StateExited')) [last, open] = [open ?? last, null];
    story.end = event.type === 'ExecutionSucceeded' ? 'succeeded'
      : Ends[event.type] ?? (event.type === 'ExecutionRedriven' ? null : story.end);
  }
  return story;
}

export function outcomeOf(story, state) {
  if (state === 'Start') return story.visits.length ? 'succeeded' : 'none';
  if (state === 'End') return story.end === 'succeeded' ? 'succeeded' : 'none';
  return story.states.get(state)?.at(-1).outcome ?? 'none';
}

export function wasTaken(story, edge) {
  return story.taken.has(`${edge.from}\n${edge.to}\n${edge.kind === 'catch' ? 'catch' : ''}`);
}

function note(visit, event, about) {
  const attempt = visit.attempts.at(-1);
  if (event.type === 'TaskScheduled') {
    visit.attempts.push({ scheduled: event.timestamp, parameters: about.parameters, redriven: false });
    visit.outcome = 'progress';
  } else if (event.type === 'TaskStarted' && attempt) {
    attempt.started = event.timestamp;
  } else if (/^Task(Failed|TimedOut|StartFailed|SubmitFailed)$/.test(event.type)) {
    Object.assign(attempt ?? visit, { ended: event.timestamp, error: about.error ?? event.type, cause: about.cause });
  } else if (event.type === 'TaskSucceeded' && attempt) {
    Object.assign(attempt, { ended: event.timestamp, output: about.output, succeeded: true });
  } else if (event.type.endsWith('StateExited')) {
    Object.assign(visit, { exited: event.timestamp, output: about.output });
    visit.outcome = attempt?.error ? 'caught' : 'succeeded';
  } else if (event.type in Ends) {
    Object.assign(visit, { outcome: Ends[event.type], ended: event.timestamp, error: about.error, cause: about.cause });
  } else if (event.type === 'ExecutionRedriven') {
    Object.assign(visit, { outcome: 'progress', ended: undefined, error: undefined, cause: undefined });
    visit.redrives++;
    visit.fresh = true;
  }
  if (visit.fresh && event.type === 'TaskScheduled') [visit.attempts.at(-1).redriven, visit.fresh] = [true, false];
}

// Attempts that followed a failed one, without those that a redrive began.
export function retriesOf(visit) {
  return visit.attempts.filter((attempt, index) => index > 0 && !attempt.redriven).length;
}
