// A definition as states and the ways between them.
export const Start = 'Start';
export const End = 'End';

export function nodesOf(definition) {
  return [
    { id: Start, kind: 'Start' },
    ...Object.entries(definition.States).map(([id, state]) => ({ id, kind: state.Type, state })),
    { id: End, kind: 'End' },
  ];
}

export function edgesOf(definition) {
  const edges = [];
  const add = (from, to, kind, label = '', full = label) => {
    const same = edges.find(edge => edge.from === from && edge.to === to && edge.kind === kind);
    if (!same) return edges.push({ from, to, kind, label, full });
    same.label = joined(same.label, label);
    same.full = joined(same.full, full, '\n');
  };
  add(Start, definition.StartAt, 'next');
  for (const [id, state] of Object.entries(definition.States)) {
    if (state.Next) add(id, state.Next, 'next');
    for (const rule of state.Choices ?? []) add(id, rule.Next, 'choice', short(rule), condition(rule));
    if (state.Default) add(id, state.Default, 'choice', 'default', 'default');
    if (state.End || state.Type === 'Succeed' || state.Type === 'Fail') add(id, End, 'next');
    for (const trap of state.Catch ?? []) add(id, trap.Next, 'catch', 'catch', `Catch ${trap.ErrorEquals.join(', ')}`);
  }
  return edges;
}

export function condition(rule) {
  if (rule.And) return rule.And.map(condition).join(' and ');
  if (rule.Or) return rule.Or.map(condition).join(' or ');
  if (rule.Not) return `not (${condition(rule.Not)})`;
  const [operator] = Object.keys(rule).filter(key => !['Variable', 'Next', 'Comment', 'Assign', 'Output'].includes(key));
  if (operator === 'Condition') return String(rule.Condition);
  return operator === 'IsPresent'
    ? `${rule.Variable} is ${rule.IsPresent ? '' : 'not '}present`
    : `${rule.Variable} ${operator} ${JSON.stringify(rule[operator])}`;
}

function joined(first, second, by = ', ') {
  return first.split(by).includes(second) ? first : [first, second].filter(Boolean).join(by);
}

function short(rule) {
  const rules = rule.And ?? rule.Or ?? [rule];
  const named = rules.map(part => Object.entries(part).find(([key]) => /Equals$|Than|Matches/.test(key))).find(Boolean);
  return named ? String(named[1]) : condition(rule);
}
