// The fields of a blueprint, formatted by the type of their values.
import { element } from '../../element.js';
import { humanise } from '../format.js';

const MAX_DEPTH = 4;

export function fields(values, depth = 0) {
  return element('dl', { class: 'fields' }, ...Object.entries(values).filter(([, value]) => isSomething(value)).flatMap(
    ([name, value]) => [element('dt', {}, humanise(name)), element('dd', {}, shown(value, depth))]));
}

export function isSomething(value) {
  if (value === null || value === undefined || value === '') {
    return false;
  }
  return typeof value !== 'object' || Object.values(value).some(isSomething);
}

function shown(value, depth) {
  if (typeof value === 'boolean') {
    return value ? 'Yes' : 'No';
  }
  if (typeof value !== 'object') {
    return String(value);
  }
  if (depth >= MAX_DEPTH) {
    return JSON.stringify(value);
  }
  if (!Array.isArray(value)) {
    return fields(value, depth + 1);
  }
  const there = value.filter(isSomething);
  return there.every(one => typeof one === 'object' && !Array.isArray(one))
    ? table(there, depth)
    : element('ul', {}, ...there.map(one => element('li', {}, shown(one, depth + 1))));
}

function table(rows, depth) {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))];
  return element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Table' }, element('table', {},
    element('thead', {}, element('tr', {}, ...columns.map(column => element('th', { scope: 'col' }, humanise(column))))),
    element('tbody', {}, ...rows.map(row => element('tr', {}, ...columns.map(column =>
      element('td', {}, isSomething(row[column]) ? shown(row[column], depth + 1) : '')))))));
}
