// All executions of the state machine, newest first, kept up to date.
import { make } from './make.js';
import { call, get } from './service.js';
import { pause } from './pause.js';
import { Statuses, duration, moment } from './words.js';

const Period = 2000;
const CountsEvery = 3; // Rounds between two counts of every status.
const MostCounted = 1000;
const PageSize = 50;
const Tabs = [['', 'All'], ...Object.entries(Statuses).map(([status, { word }]) => [status, word])];

export async function showList(main, { say, signal }) {
  document.title = 'Executions - Call recordings';
  const { stateMachineArn } = await get('/executions/machine', signal);
  const view = { status: '', text: '', pages: [], next: undefined, loaded: false };
  const ask = (operation, request) => call(operation, { stateMachineArn, ...request }, signal);
  const parts = build(main, stateMachineArn, view, { choose, more, filter });
  let wake = () => {};

  async function choose(status) {
    Object.assign(view, { status, pages: [], next: undefined, loaded: false });
    draw(parts, view);
    wake();
  }

  async function more() {
    const status = view.status;
    const answer = await page(ask, status, view.next);
    if (status !== view.status) return;
    view.pages.push(...answer.executions);
    view.next = answer.nextToken;
    draw(parts, view);
  }

  function filter(text) {
    view.text = text;
    draw(parts, view);
  }

  for (let round = 0; !signal.aborted; round++) {
    try {
      const status = view.status;
      const answer = await page(ask, status);
      if (status === view.status) refresh(view, answer);
      if (round % CountsEvery === 0) await count(ask, parts);
      draw(parts, view);
      say('Live');
    } catch (problem) {
      if (signal.aborted) return;
      say(`Not up to date: ${problem.message}`);
      if (!view.loaded) parts.note.textContent = `Step Functions does not respond: ${problem.message}`;
    }
    await Promise.race([pause(Period, signal), new Promise(resolve => { wake = resolve; })]);
  }
}

function page(ask, status, nextToken) {
  return ask('ListExecutions', { statusFilter: status || undefined, maxResults: PageSize, nextToken });
}

// The newest page replaces what it covers; older ones that were loaded stay.
function refresh(view, answer) {
  const fresh = new Set(answer.executions.map(execution => execution.executionArn));
  const oldest = answer.executions.at(-1)?.startDate ?? 0;
  const older = answer.nextToken
    ? view.pages.filter(known => !fresh.has(known.executionArn) && known.startDate <= oldest) : [];
  if (older.length === 0) view.next = answer.nextToken;
  view.pages = [...answer.executions, ...older];
  view.loaded = true;
}

async function count(ask, parts) {
  const counts = await Promise.all(Tabs.map(([status]) =>
    ask('ListExecutions', { statusFilter: status || undefined, maxResults: MostCounted })));
  counts.forEach((answer, index) => {
    parts.counts[index].textContent = `${answer.executions.length}${answer.nextToken ? '+' : ''}`;
  });
}

function build(main, arn, view, { choose, more, filter }) {
  const counts = Tabs.map(() => make('span', { class: 'count' }, '…'));
  const tabs = Tabs.map(([status, word], index) => {
    const tab = make('button', { type: 'button', class: 'tab', 'aria-pressed': String(status === '') }, word, counts[index]);
    tab.addEventListener('click', () => {
      tabs.forEach(other => other.setAttribute('aria-pressed', String(other === tab)));
      choose(status);
    });
    return tab;
  });
  const search = make('input', { type: 'search', placeholder: 'Find by name', 'aria-label': 'Find by name', autocomplete: 'off' });
  search.addEventListener('input', () => filter(search.value.trim().toLowerCase()));
  const head = ['Name', 'Status', 'Started', 'Ended', 'Duration', 'Redrives'];
  const body = make('tbody');
  const note = make('p', { class: 'empty', role: 'status' }, 'Loading …');
  const next = make('button', { type: 'button', class: 'button', hidden: true }, 'Load more');
  next.addEventListener('click', async () => {
    next.disabled = true;
    try {
      await more();
    } catch (problem) {
      note.hidden = false;
      note.textContent = problem.message;
    }
    next.disabled = false;
  });
  const table = make('table', { class: 'list' },
    make('thead', {}, make('tr', {}, ...head.map(name => make('th', { scope: 'col' }, name)))), body);
  main.append(
    make('div', { class: 'title' }, make('h1', {}, 'Executions'), make('p', { class: 'soft mono' }, arn.split(':').at(-1))),
    make('div', { class: 'toolbar' }, make('div', { class: 'tabs', role: 'group', 'aria-label': 'Status' }, ...tabs), search),
    make('div', { class: 'card flush' }, table, note), make('p', { class: 'more' }, next));
  return { counts, body, note, next, table, rows: new Map() };
}

function draw(parts, view) {
  const shown = view.pages.filter(execution => execution.name.toLowerCase().includes(view.text));
  const rows = shown.map(execution => rowOf(parts.rows, execution));
  const same = rows.length === parts.body.children.length && rows.every((row, at) => row === parts.body.children[at]);
  if (!same) parts.body.replaceChildren(...rows);
  parts.table.hidden = rows.length === 0;
  parts.note.hidden = rows.length > 0;
  parts.note.textContent = !view.loaded ? 'Loading …' : view.text && view.pages.length
    ? `None of the ${view.pages.length} executions loaded has “${view.text}” in its name.`
    : view.status ? `No execution is ${Statuses[view.status].word.toLowerCase()}.`
      : 'No execution yet. Publish a call, for example with ./run submit, and it appears here.';
  parts.next.hidden = !view.next;
}

function rowOf(known, execution) {
  const key = JSON.stringify(execution);
  const before = known.get(execution.executionArn);
  const ended = execution.stopDate ?? Date.now() / 1000;
  const long = duration(ended - execution.startDate);
  if (before?.key === key) {
    if (!execution.stopDate) before.time.textContent = long;
    return before.row;
  }
  const time = make('td', { 'data-name': 'Duration', class: 'number' }, long);
  const row = make('tr', {},
    make('th', { scope: 'row' }, make('a', { href: `#${encodeURIComponent(execution.executionArn)}` }, execution.name)),
    make('td', { 'data-name': 'Status' }, badge(execution.status)),
    make('td', { 'data-name': 'Started' }, moment(execution.startDate)),
    make('td', { 'data-name': 'Ended' }, moment(execution.stopDate)),
    time,
    make('td', { 'data-name': 'Redrives', class: 'number' }, execution.redriveCount ? `↻ ${execution.redriveCount}` : '0'));
  known.set(execution.executionArn, { key, row, time });
  return row;
}

export function badge(status) {
  const { icon, word } = Statuses[status] ?? { icon: '?', word: status };
  return make('span', { class: `badge ${status}` }, make('span', { 'aria-hidden': 'true' }, icon), ` ${word}`);
}
