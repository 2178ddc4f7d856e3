// Where the states of a definition and the lines between them go. Neighbouring layers are joined directly;
// longer lines run in lanes beside the states: on the left downwards, on the right back up. So no line crosses a state.
import { Start, edgesOf, nodesOf } from './definition.js';

export const NodeWidth = 196;
export const NodeHeight = 46;
const Small = { width: 72, height: 30 };
const GapX = 44;
const GapY = 50;
const Lane = 22;
const LabelRoom = 82;
const Margin = 16;

export function layout(definition) {
  const nodes = nodesOf(definition);
  const edges = edgesOf(definition);
  const back = backEdges(edges);
  const layers = order(nodes, edges, layerOf(nodes, edges, back), back);
  const placed = place(layers);
  return route(placed, edges, back, layers);
}

// The lines that close a circle, found depth first in the definition's own order: its happy path points downwards.
function backEdges(edges) {
  const back = new Set();
  const state = new Map();
  const visit = id => {
    state.set(id, 'open');
    for (const edge of edges.filter(candidate => candidate.from === id)) {
      if (state.get(edge.to) === 'open') back.add(edge);
      else if (!state.has(edge.to)) visit(edge.to);
    }
    state.set(id, 'done');
  };
  visit(Start);
  for (const edge of edges) if (!state.has(edge.from)) visit(edge.from);
  return back;
}

function layerOf(nodes, edges, back) {
  const layer = new Map();
  const depth = id => {
    if (!layer.has(id)) {
      const above = edges.filter(edge => edge.to === id && !back.has(edge)).map(edge => depth(edge.from) + 1);
      layer.set(id, Math.max(0, ...above));
    }
    return layer.get(id);
  };
  nodes.forEach(node => depth(node.id));
  return layer;
}

// Each layer in the order of the middle of what leads to it.
function order(nodes, edges, layer, back) {
  const layers = [];
  for (const node of nodes) (layers[layer.get(node.id)] ??= []).push(node);
  for (let index = 1; index < layers.length; index++) {
    const above = new Map(layers[index - 1].map((node, at, all) => [node.id, at - (all.length - 1) / 2]));
    const middle = node => {
      const from = edges.filter(edge => edge.to === node.id && !back.has(edge) && above.has(edge.from));
      return from.length ? from.reduce((sum, edge) => sum + above.get(edge.from), 0) / from.length : 0;
    };
    layers[index] = layers[index].map((node, at) => ({ node, at, key: middle(node) }))
      .sort((left, right) => left.key - right.key || left.at - right.at).map(entry => entry.node);
  }
  return layers;
}

function place(layers) {
  const placed = new Map();
  let y = Margin;
  layers.forEach((layer, index) => {
    const heights = layer.map(node => size(node).height);
    const tallest = Math.max(...heights);
    const cell = NodeWidth + GapX;
    layer.forEach((node, at) => {
      const { width, height } = size(node);
      const center = (at - (layer.length - 1) / 2) * cell;
      placed.set(node.id, {
        ...node, layer: index, first: at === 0, last: at === layer.length - 1,
        x: center - width / 2, y: y + (tallest - height) / 2, width, height, top: y, bottom: y + tallest,
      });
    });
    y += tallest + GapY;
  });
  return placed;
}

function size(node) {
  return node.kind === 'Start' || node.kind === 'End' ? Small : { width: NodeWidth, height: NodeHeight };
}

function route(placed, edges, back, layers) {
  const all = [...placed.values()];
  const [least, most] = [Math.min(...all.map(node => node.x)), Math.max(...all.map(node => node.x + node.width))];
  const isLong = edge => back.has(edge) || placed.get(edge.to).layer - placed.get(edge.from).layer !== 1;
  const sides = { left: lanes(edges, edge => isLong(edge) && !back.has(edge), placed),
    right: lanes(edges, edge => back.has(edge), placed) };
  const ports = new Map();
  const port = (key, edge) => ports.set(key, [...(ports.get(key) ?? []), edge]);
  for (const edge of edges) {
    edge.side = !isLong(edge) ? 'direct' : back.has(edge) ? 'right' : 'left';
    const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
    edge.out = edge.side === 'direct' ? 'bottom' : outer(from, edge.side) ? edge.side : 'bottom';
    edge.in = edge.side === 'direct' ? 'top' : outer(to, edge.side) ? edge.side : 'top';
    port(`${edge.from} out ${edge.out}`, edge);
    port(`${edge.to} in ${edge.in}`, edge.side === 'direct' ? edge : edge.to);
  }
  for (const edge of edges) {
    const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
    const leaving = ports.get(`${edge.from} out ${edge.out}`);
    const arriving = [...new Set(ports.get(`${edge.to} in ${edge.in}`))];
    sort(leaving, placed);
    const exit = at(from, edge.out, leaving.indexOf(edge), leaving.length);
    const entry = at(to, edge.in, arriving.indexOf(edge.side === 'direct' ? edge : edge.to), arriving.length);
    const lane = edge.side === 'right'
      ? most + LabelRoom + sides.right.get(edge.to) * Lane : least - LabelRoom / 3 - (sides.left.get(edge.to) ?? 0) * Lane;
    edge.points = points(edge, from, to, exit, entry, lane);
    edge.labelAt = labelAt(edge, exit);
  }
  const xs = edges.flatMap(edge => edge.points.map(point => point[0])).concat(least, most);
  const shift = Margin - Math.min(...xs);
  for (const node of all) node.x += shift;
  for (const edge of edges) {
    edge.points = edge.points.map(([x, y]) => [x + shift, y]);
    edge.labelAt.x += shift;
  }
  const height = Math.max(...all.map(node => node.y + node.height)) + Margin;
  return { nodes: all, edges, layers: layers.length, width: Math.max(...xs) + shift + Margin, height };
}

function outer(node, side) {
  return side === 'left' ? node.first : node.last;
}

// One lane for all lines to the same state; the nearest to the states goes to the shortest way.
function lanes(edges, isHere, placed) {
  const reach = new Map();
  for (const edge of edges.filter(isHere)) {
    const length = Math.abs(placed.get(edge.from).layer - placed.get(edge.to).layer);
    reach.set(edge.to, Math.max(reach.get(edge.to) ?? 0, length));
  }
  return new Map([...reach].sort((left, right) => left[1] - right[1]).map(([id], index) => [id, index]));
}

// From left to right along the bottom, from top to bottom along a side, so that lines of one state do not cross.
function sort(edges, placed) {
  const key = edge => edge.side === 'direct'
    ? placed.get(edge.to).x : edge.out === 'bottom' ? (edge.side === 'left' ? -1e6 : 1e6) : -placed.get(edge.to).layer;
  edges.sort((left, right) => key(left) - key(right));
}

function at(node, side, index, count) {
  const share = (index + 1) / (count + 1);
  if (side === 'left') return [node.x, node.y + node.height * share];
  if (side === 'right') return [node.x + node.width, node.y + node.height * share];
  return [node.x + node.width * share, side === 'top' ? node.y : node.y + node.height];
}

function points(edge, from, to, exit, entry, lane) {
  if (edge.side === 'direct') {
    const middle = (from.bottom + to.top) / 2;
    return exit[0] === entry[0] ? [exit, entry] : [exit, [exit[0], middle], [entry[0], middle], entry];
  }
  const [below, above] = [from.bottom + GapY / 4, to.top - GapY / 4];
  const leave = edge.out === 'bottom' ? [exit, [exit[0], below], [lane, below]] : [exit, [lane, exit[1]]];
  const arrive = edge.in === 'top' ? [[lane, above], [entry[0], above], entry] : [[lane, entry[1]], entry];
  return [...leave, ...arrive];
}

function labelAt(edge, exit) {
  if (edge.out === 'right') return { x: exit[0] + 8, y: exit[1] - 5, anchor: 'start' };
  if (edge.out === 'left') return { x: exit[0] - 8, y: exit[1] - 4, anchor: 'end' };
  const [, corner, far] = edge.points;
  const x = edge.points.length > 2 ? (corner[0] + far[0]) / 2 : exit[0] + 6;
  return edge.points.length > 2 ? { x, y: corner[1] - 4, anchor: 'middle' } : { x, y: exit[1] + 18, anchor: 'start' };
}

// Straight lines with round corners.
export function path(line, radius = 8) {
  const [start, ...rest] = line;
  let text = `M${start[0]},${start[1]}`;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (!next) return void (text += `L${point[0]},${point[1]}`);
    const before = toward(point, index ? rest[index - 1] : start, radius);
    const after = toward(point, next, radius);
    text += `L${before[0]},${before[1]}Q${point[0]},${point[1]} ${after[0]},${after[1]}`;
  });
  return text;
}

function toward(from, to, most) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const part = Math.min(most, length / 2) / length;
  return [from[0] + dx * part, from[1] + dy * part];
}
