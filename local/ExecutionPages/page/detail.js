// One execution: what it is, its graph, what happened in each state, and its events; live while it runs.
import { make } from './make.js';
import { call, get, newEvents } from './service.js';
import { pause } from './pause.js';
import { badge } from './list.js';
import { chart } from './chart.js';
import { read } from './outcome.js';
import { visitsOf, facts, block } from './visits.js';
import { eventTable } from './events.js';
import { causeOf, duration, moment } from './words.js';

const RunningPeriod = 1000;
const EndedPeriod = 3000; // It may be redriven elsewhere.

export async function showDetail(main, executionArn, { say, signal }) {
  const ask = (operation, request) => call(operation, request, signal);
  const [first, machine] = await Promise.all([
    ask('DescribeExecution', { executionArn }), ask('DescribeStateMachineForExecution', { executionArn })]);
  document.title = `${first.name} - Executions`;
  const definition = JSON.parse(machine.definition);
  const view = { events: [], story: read([]), selected: null, chosen: false, execution: first, panelKey: '' };
  const graph = chart(definition, state => {
    Object.assign(view, { selected: state, chosen: true });
    draw();
  });
  const table = eventTable();
  const parts = build(main, first, graph, table);
  let wake = () => {};
  act(parts.redrive, 'RedriveExecution', () => ({ executionArn }));
  act(parts.stop, 'StopExecution', confirmStop);
  linkCall(parts.call, first, signal);

  function act(button, operation, prepare) {
    button.addEventListener('click', async () => {
      const request = await prepare(executionArn);
      if (!request) return;
      button.disabled = true;
      parts.problem.textContent = '';
      try {
        await ask(operation, request);
      } catch (problem) {
        if (!signal.aborted) parts.problem.textContent = `${problem.code ?? 'Error'}: ${problem.message}`;
      }
      wake();
    });
  }

  function draw() {
    if (!view.chosen) view.selected = view.story.visits.at(-1)?.state ?? definition.StartAt;
    graph.color(view.story, view.selected);
    const state = definition.States[view.selected];
    const visits = view.story.states.get(view.selected) ?? [];
    const key = JSON.stringify([view.selected, visits]);
    if (key === view.panelKey) return;
    keepOpen(parts.panel, view.panelState === view.selected, () =>
      parts.panel.replaceChildren(...visitsOf(view.selected, state.Type, state.Comment, visits)));
    Object.assign(view, { panelKey: key, panelState: view.selected });
  }

  while (!signal.aborted) {
    try {
      view.execution = await ask('DescribeExecution', { executionArn });
      const fresh = await newEvents(ask, executionArn, view.events.at(-1)?.id ?? 0);
      if (fresh.length) {
        view.events.push(...fresh);
        view.story = read(view.events);
        table.add(fresh, view.story, view.events[0].timestamp);
      }
      head(parts, view.execution);
      draw();
      say(view.execution.status === 'RUNNING' ? 'Live' : 'Up to date');
    } catch (problem) {
      if (signal.aborted) return;
      say(`Not up to date: ${problem.message}`);
    }
    const period = view.execution.status === 'RUNNING' ? RunningPeriod : EndedPeriod;
    await Promise.race([pause(period, signal), new Promise(resolve => { wake = resolve; })]);
  }
}

function build(main, execution, graph, table) {
  const parts = {
    status: make('span'), facts: make('div'), data: make('div', { class: 'data' }),
    redrive: make('button', { type: 'button', class: 'button primary', disabled: true }, '↻ Redrive'),
    stop: make('button', { type: 'button', class: 'button', disabled: true }, '■ Stop'),
    call: make('a', { class: 'button', hidden: true }, 'Open the call'),
    why: make('p', { class: 'soft' }), problem: make('p', { class: 'problem', role: 'alert' }),
    panel: make('section', { class: 'card panel', 'aria-label': 'Selected state' }),
  };
  main.append(
    make('p', { class: 'crumbs' }, make('a', { href: '/executions' }, '← All executions')),
    make('div', { class: 'title' }, make('h1', {}, execution.name), parts.status,
      make('div', { class: 'buttons' }, parts.call, parts.stop, parts.redrive)),
    parts.problem,
    make('section', { class: 'card', 'aria-label': 'Execution' }, parts.facts, parts.why, parts.data),
    make('div', { class: 'split' }, make('section', { class: 'card', 'aria-label': 'Graph' },
      make('div', { class: 'section-head' }, make('h2', {}, 'Graph')), graph.element), parts.panel),
    table.element);
  return parts;
}

function head(parts, execution) {
  const running = execution.status === 'RUNNING';
  parts.redrive.disabled = execution.redriveStatus !== 'REDRIVABLE';
  parts.stop.disabled = !running;
  const reason = execution.redriveStatusReason;
  parts.redrive.title = parts.redrive.disabled ? reason ?? '' : 'Continues from the state that failed';
  const key = JSON.stringify(execution);
  const until = execution.stopDate ?? Date.now() / 1000;
  if (key !== parts.key) {
    parts.status.replaceChildren(badge(execution.status));
    keepOpen(parts.data, true, () => parts.data.replaceChildren(...[
      block('Input', execution.input, 'input'), block('Output', execution.output, 'output'),
      causeOf(execution.cause) === execution.cause ? null : block('Full cause', execution.cause, 'cause')].filter(Boolean)));
    parts.why.textContent = parts.redrive.disabled && reason && !running && execution.status !== 'SUCCEEDED'
      ? `Cannot be redriven: ${reason}` : '';
    parts.facts.replaceChildren(facts([
      ['Started', moment(execution.startDate, true)], ['Ended', execution.stopDate ? moment(execution.stopDate, true) : null],
      ['Duration', ' '],
      ['Redrives', execution.redriveCount ? `↻ ${execution.redriveCount}, last ${moment(execution.redriveDate, true)}` : '0'],
      ['Error', execution.error], ['Cause', causeOf(execution.cause)], ['ARN', execution.executionArn]]));
    parts.key = key;
  }
  const names = [...parts.facts.querySelectorAll('dt')];
  names.find(name => name.textContent === 'Duration').nextSibling.textContent = duration(until - execution.startDate);
}

// Blocks that the user opened or closed stay so when their text changes.
function keepOpen(parent, same, change) {
  const before = new Map([...parent.querySelectorAll('details')].map(block => [block.dataset.key, block.open]));
  const top = parent.scrollTop;
  change();
  if (!same) return void (parent.scrollTop = 0);
  for (const block of parent.querySelectorAll('details')) {
    if (before.has(block.dataset.key)) block.open = before.get(block.dataset.key);
  }
  parent.scrollTop = top;
}

function confirmStop(executionArn) {
  const dialog = document.getElementById('confirm');
  const cause = document.getElementById('confirm-cause');
  cause.value = '';
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'stop'
    ? { executionArn, error: 'StoppedByOperator', cause: cause.value || 'Stopped on the executions page.' } : null), { once: true }));
}

async function linkCall(link, execution, signal) {
  try {
    const { callId } = JSON.parse(execution.input);
    if (typeof callId !== 'string') return;
    const { hash } = await get(`/executions/calls?callId=${encodeURIComponent(callId)}`, signal);
    link.setAttribute('href', `/#call/${hash}`);
    link.hidden = false;
  } catch {
    link.hidden = true; // An input without a call has nothing to open.
  }
}
