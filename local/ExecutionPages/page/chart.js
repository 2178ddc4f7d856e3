// The graph on screen: drawn once, then only coloured; zoomed by buttons, panned by scrolling or dragging.
import { make, draw } from './make.js';
import { layout, path } from './graph.js';
import { Outcomes, outcomeOf, wasTaken } from './outcome.js';

const Steps = [0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.6];

export function chart(definition, select) {
  const plan = layout(definition);
  const svg = draw('svg', { class: 'graph', viewBox: `0 0 ${plan.width} ${plan.height}`, role: 'group',
    'aria-label': 'States and transitions' }, markers());
  const edges = plan.edges.map(edge => drawEdge(svg, edge));
  const nodes = plan.nodes.map(node => drawNode(svg, node, select));
  const frame = make('div', { class: 'frame', tabindex: '0', role: 'region', 'aria-label': 'Graph, scrollable' }, svg);
  let zoom = null;
  const size = () => {
    const fit = Math.min(1, (frame.clientWidth - 2) / plan.width);
    const scale = zoom ?? Math.max(0.3, fit);
    svg.style.width = `${plan.width * scale}px`;
    svg.style.height = `${plan.height * scale}px`;
    return scale;
  };
  const step = by => {
    const now = size();
    zoom = (by > 0 ? Steps.find(value => value > now + 0.01) : Steps.findLast(value => value < now - 0.01)) ?? now;
    size();
  };
  const tool = (text, label, act) => {
    const button = make('button', { type: 'button', class: 'button small', 'aria-label': label, title: label }, text);
    button.addEventListener('click', act);
    return button;
  };
  pan(frame);
  const tools = make('div', { class: 'tools' }, tool('−', 'Zoom out', () => step(-1)), tool('+', 'Zoom in', () => step(1)),
    tool('Fit', 'Fit to width', () => { zoom = null; size(); }));
  new ResizeObserver(size).observe(frame);
  return { element: make('div', { class: 'chart' }, tools, frame, legend()),
    color: (story, selected) => color(nodes, edges, story, selected) };
}

function markers() {
  const arrow = (id, name) => draw('marker', { id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7,
    orient: 'auto', class: name }, draw('path', { d: 'M0,0L8,4L0,8z' }));
  return draw('defs', {}, arrow('arrow', 'tip'), arrow('arrow-taken', 'tip taken'));
}

function drawEdge(svg, edge) {
  const line = draw('path', { d: path(edge.points), class: `edge ${edge.kind}`, 'marker-end': 'url(#arrow)' },
    draw('title', {}, `${edge.from} → ${edge.to}${edge.full ? `: ${edge.full}` : ''}`));
  const { x, y, anchor } = edge.labelAt;
  svg.append(line);
  if (edge.label) svg.append(draw('text', { x, y, class: 'label', 'text-anchor': anchor }, edge.label));
  return { edge, line };
}

function drawNode(svg, node, select) {
  const { x, y, width, height } = node;
  const small = node.kind === 'Start' || node.kind === 'End';
  const shape = node.kind === 'Choice'
    ? draw('path', { class: 'shape', d: `M${x + 14},${y}H${x + width - 14}L${x + width},${y + height / 2}`
      + `L${x + width - 14},${y + height}H${x + 14}L${x},${y + height / 2}Z` })
    : draw('rect', { class: 'shape', x, y, width, height, rx: small ? height / 2 : node.kind === 'Wait' ? height / 2 : 8 });
  const title = draw('text', { x: x + width / 2, y: y + (small ? height / 2 + 5 : 20), class: 'name' }, node.id);
  const note = draw('text', { x: x + width / 2, y: y + 36, class: 'note' });
  const badge = draw('text', { x: x + width - 8, y: y + 3, class: 'entries' });
  const group = draw('g', { class: `node ${node.kind}`, 'data-state': node.id }, shape, title, ' ', small ? null : note, ' ', badge);
  if (!small) {
    group.setAttribute('tabindex', '0');
    group.setAttribute('role', 'button');
    group.addEventListener('click', () => select(node.id));
    group.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      select(node.id);
    });
  }
  svg.append(group);
  return { node, group, note, badge };
}

function color(nodes, edges, story, selected) {
  for (const { node, group, note, badge } of nodes) {
    const outcome = outcomeOf(story, node.id);
    const visits = story.states.get(node.id) ?? [];
    const redriven = visits.some(visit => visit.redrives > 0);
    const { icon, word } = Outcomes[outcome];
    const small = node.kind === 'Start' || node.kind === 'End';
    group.setAttribute('class', `node ${node.kind} is-${outcome}${node.id === selected ? ' selected' : ''}`);
    note.textContent = `${icon} ${outcome === 'none' ? node.kind : word}${redriven ? ' · ↻ redriven' : ''}`.trim();
    badge.textContent = visits.length > 1 ? `×${visits.length}` : '';
    if (small) continue;
    group.setAttribute('aria-pressed', String(node.id === selected));
    group.setAttribute('aria-description', `${node.kind}, entered ${visits.length} ${visits.length === 1 ? 'time' : 'times'}`);
  }
  for (const { edge, line } of edges) {
    const taken = wasTaken(story, edge);
    line.setAttribute('class', `edge ${edge.kind}${taken ? ' taken' : ''}`);
    line.setAttribute('marker-end', taken ? 'url(#arrow-taken)' : 'url(#arrow)');
  }
}

function legend() {
  const item = (name, icon, word) => make('li', { class: `is-${name}` }, make('span', { class: 'swatch', 'aria-hidden': 'true' }, icon), word);
  return make('ul', { class: 'legend', 'aria-label': 'Legend' },
    ...Object.entries(Outcomes).map(([name, { icon, word }]) => item(name, icon, word)),
    item('redriven', '↻', 'Redriven'), item('dashed', '┄', 'Catch'), item('times', '×2', 'Times entered'));
}

function pan(frame) {
  let from = null;
  frame.addEventListener('pointerdown', event => {
    if (event.pointerType === 'mouse' && event.button === 0 && !event.target.closest('.node')) {
      from = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop };
      frame.setPointerCapture(event.pointerId);
    }
  });
  frame.addEventListener('pointermove', event => {
    if (!from) return;
    frame.scrollLeft = from.x - event.clientX;
    frame.scrollTop = from.y - event.clientY;
  });
  for (const end of ['pointerup', 'pointercancel']) frame.addEventListener(end, () => { from = null; });
}
