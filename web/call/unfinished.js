// A call without results: its progress, or why it failed and what to do.
import { executionAddress } from '../addresses.js';
import { button, element } from '../element.js';
import { clock } from '../times.js';
import { copy } from './clipboard.js';
import { elapsedSeconds, stepName } from './polling.js';

export function inProgress(item, signal) {
  const elapsed = element('span', { class: 'elapsed' });
  const tick = () => { elapsed.textContent = clock(elapsedSeconds(item)); };
  tick();
  const timer = setInterval(tick, 1000);
  signal.addEventListener('abort', () => clearInterval(timer));
  return element('section', { class: 'card unfinished' },
    element('h2', { role: 'status' }, `${stepName(item)}…`),
    element('p', { class: 'soft' }, 'In progress for ', elapsed, '. The transcript and the summary appear here automatically.'),
    element('div', { class: 'unfinished-lines', 'aria-hidden': 'true' },
      ...['a', 'b', 'c'].map(line => element('span', { class: `skeleton ${line}` }))));
}

export function failed(item, { config, toast }) {
  const arn = item.execution_arn;
  const execution = executionAddress(config, arn);
  const command = arn && `aws stepfunctions redrive-execution --execution-arn ${arn}`;
  const facts = [['Failed in', item.failed_state], ['Error', item.error], ['Cause', item.cause]];
  return element('section', { class: 'card unfinished failed' },
    element('h2', {}, 'This call could not be processed'),
    element('dl', {}, ...facts.filter(([, text]) => text).flatMap(([name, text]) =>
      [element('dt', {}, name), element('dd', {}, text)])),
    command && element('p', { class: 'soft' }, 'Fix the cause, then redrive the execution. It continues from the step that failed:'),
    command && element('div', { class: 'command' },
      element('code', { tabindex: 0 }, command),
      button('Copy', () => copy(command, 'Command copied', toast), { 'aria-label': 'Copy the command' })),
    execution && element('a', { class: 'button', href: execution, target: '_blank', rel: 'noopener' }, 'Open the execution'));
}
