import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { condition, edgesOf } from '../../../local/ExecutionPages/page/definition.js';
import { layout, path } from '../../../local/ExecutionPages/page/graph.js';

const definition = JSON.parse(readFileSync(new URL('../../../statemachine.asl.json', import.meta.url), 'utf8'));

// Every way out of every state, read independently of the layout.
function ways() {
  const all = new Set([`Start>${definition.StartAt}`]);
  for (const [name, state] of Object.entries(definition.States)) {
    for (const to of [state.Next, state.Default, state.End && 'End', ...(state.Choices ?? []).map(rule => rule.Next),
      ...(state.Catch ?? []).map(trap => trap.Next)]) if (to) all.add(`${name}>${to}`);
  }
  return [...all].sort();
}

function inside(node, [x, y]) {
  const edge = 0.5;
  return x > node.x + edge && x < node.x + node.width - edge && y > node.y + edge && y < node.y + node.height - edge;
}

test('every state has a place, Start and End too', () => {
  assert.deepEqual(layout(definition).nodes.map(node => node.id).sort(),
    [...Object.keys(definition.States), 'Start', 'End'].sort());
});

test('every transition is an edge, and nothing else is', () => {
  const { edges } = layout(definition);
  assert.deepEqual([...new Set(edges.map(edge => `${edge.from}>${edge.to}`))].sort(), ways());
});

test('no state covers another, and all are on the canvas', () => {
  const { nodes, width, height } = layout(definition);
  for (const [index, one] of nodes.entries()) {
    assert.ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height, one.id);
    for (const other of nodes.slice(index + 1)) {
      const apart = one.x + one.width <= other.x || other.x + other.width <= one.x
        || one.y + one.height <= other.y || other.y + other.height <= one.y;
      assert.ok(apart, `${one.id} covers ${other.id}`);
    }
  }
});

test('no line crosses a state, and each begins and ends at its own', () => {
  const { nodes, edges, width, height } = layout(definition);
  const at = id => nodes.find(node => node.id === id);
  for (const edge of edges) {
    const name = `${edge.from} to ${edge.to}`;
    edge.points.slice(1).forEach((to, index) => {
      const from = edge.points[index];
      for (let step = 0; step <= 100; step++) {
        const point = [from[0] + (to[0] - from[0]) * step / 100, from[1] + (to[1] - from[1]) * step / 100];
        assert.ok(point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height, `${name} leaves the canvas`);
        for (const node of nodes) assert.ok(!inside(node, point), `${name} crosses ${node.id}`);
      }
    });
    for (const [node, [x, y]] of [[at(edge.from), edge.points[0]], [at(edge.to), edge.points.at(-1)]]) {
      assert.ok(x >= node.x && x <= node.x + node.width && y >= node.y && y <= node.y + node.height, name);
    }
    assert.match(path(edge.points), /^M[-\d.]+,[-\d.]+([LQ][-\d., ]+)+$/);
  }
});

test('choices say what they ask, and traps are no ordinary ways', () => {
  const edges = edgesOf(definition);
  const label = (from, to) => edges.find(edge => edge.from === from && edge.to === to && edge.kind === 'choice').label;
  assert.equal(label('JobFinished?', 'WaitForJob'), 'Running');
  assert.equal(label('JobFinished?', 'JobFailed'), 'Expired, Failed, default');
  assert.equal(label('ResumeWhere?', 'PersistResults'), 'Succeeded');
  assert.equal(edges.filter(edge => edge.kind === 'catch').length, 3);
  assert.equal(condition(definition.States['ResumeWhere?'].Choices[0]),
    '$.job.outcome is present and $.job.outcome StringEquals "Succeeded"');
});
