// Charts as SVG. Each is drawn for the width of its frame, so that lines and letters stay crisp, and has its numbers in a table.
import { element, svg } from '../element.js';
import { bands, labelStep, linear, ticks } from './scales.js';

const HEIGHT = 220;
const MARGIN = { top: 12, right: 8, bottom: 26, left: 40 };
const LABEL_PIXELS = 64;
const MAX_BAR_WIDTH = 44;

// columns: [{label, title, parts: [{name, kind, value, text?}], href?}]
export function columnChart({ title, description, columns, names, tableHead, labelPixels = LABEL_PIXELS }) {
  return chart({ title, description, tableHead, columns }, (width, tip) => {
    const all = columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
    const marks = ticks(Math.max(...all, 0));
    const y = linear([0, marks.at(-1)], [HEIGHT - MARGIN.bottom, MARGIN.top]);
    const band = bands(columns.length, [MARGIN.left, width - MARGIN.right]);
    const wide = Math.min(band.width, MAX_BAR_WIDTH);
    const every = labelStep(columns.length, width - MARGIN.left - MARGIN.right, labelPixels);
    return [
      ...marks.flatMap(mark => [
        svg('line', { class: 'grid', x1: MARGIN.left, x2: width - MARGIN.right,
          y1: crisp(y(mark)), y2: crisp(y(mark)) }),
        svg('text', { class: 'tick', x: MARGIN.left - 8, y: y(mark) + 4, 'text-anchor': 'end' },
          mark.toLocaleString())]),
      ...columns.flatMap((column, index) => {
        const x = band.at(index) + (band.width - wide) / 2;
        let top = 0;
        const stack = column.parts.filter(({ value }) => value > 0).map(({ kind, value }) => {
          const bar = svg('rect', { class: `bar ${kind}`, x, width: wide, y: y(top + value),
            height: Math.max(1, y(top) - y(top + value) - (top > 0 ? 1 : 0)), rx: Math.min(2, wide / 4) });
          top += value;
          return bar;
        });
        const middle = band.at(index) + band.width / 2;
        const area = svg('rect', { class: 'area', x: MARGIN.left + band.step * index, width: band.step, y: MARGIN.top,
          height: HEIGHT - MARGIN.bottom - MARGIN.top });
        const group = column.href
          ? svg('a', { href: column.href, class: 'column', 'aria-label': spoken(column) }, area, ...stack)
          : svg('g', { class: 'column' }, area, ...stack);
        tip(group, column, middle, y(top));
        return [group, index % every === 0 && svg('text', { class: 'tick', x: middle, y: HEIGHT - 8,
          'text-anchor': 'middle' }, column.label)];
      }),
    ];
  }, names);
}

// rows: [{label, value, href}], longest first. Each row is a link.
export function barList({ title, rows }) {
  const max = Math.max(...rows.map(({ value }) => value), 1);
  return element('ol', { class: 'bar-list', 'aria-label': title }, ...rows.map(({ label, value, href }) => {
    const track = svg('svg', { class: 'track', 'aria-hidden': 'true', height: 6, width: '100%' },
      svg('rect', { class: 'rail', width: '100%', height: 6, rx: 3 }),
      svg('rect', { class: 'bar plain', width: `${100 * value / max}%`, height: 6, rx: 3 }));
    return element('li', {}, element('a', { href, title: `Calls in category ${label}` },
      element('span', { class: 'bar-label' }, label),
      element('span', { class: 'bar-value' }, value.toLocaleString()), track));
  }));
}

function spoken({ title, parts }) {
  return `${title}: ${parts.map(({ name, value }) => `${name} ${value}`).join(', ')}`;
}

function crisp(at) {
  return Math.round(at) + 0.5;
}

function chart({ title, description, tableHead, columns }, draw, names = []) {
  const bubble = element('div', { class: 'bubble card', hidden: true, 'aria-hidden': 'true' });
  const hasLinks = columns.some(({ href }) => href);
  const picture = svg('svg', { class: 'chart', role: hasLinks ? 'group' : 'img', 'aria-label': title, height: HEIGHT });
  const frame = element('div', { class: 'chart-frame' }, picture, bubble);
  let drawn = 0;

  function tip(group, column, x, top) {
    const show = () => {
      bubble.replaceChildren(element('strong', {}, column.title), ...column.parts.map(({ name, kind, value }) =>
        element('span', { class: 'bubble-line' }, element('i', { class: `dot ${kind}` }), name,
          element('b', {}, value.toLocaleString()))));
      bubble.hidden = false;
      const half = bubble.offsetWidth / 2;
      bubble.style.left = `${Math.min(drawn - half, Math.max(half, x))}px`;
      bubble.style.top = `${Math.max(0, top - bubble.offsetHeight - 8)}px`;
    };
    const hide = () => { bubble.hidden = true; };
    for (const [event, act] of [['pointerenter', show], ['pointerleave', hide], ['focus', show], ['blur', hide]]) {
      group.addEventListener(event, act);
    }
  }

  function redraw(width) {
    if (width === drawn || width === 0) {
      return;
    }
    drawn = width;
    picture.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    picture.setAttribute('width', width);
    picture.replaceChildren(svg('title', {}, title), svg('desc', {}, description),
      ...draw(width, tip).filter(Boolean));
  }

  new ResizeObserver(([{ contentRect }]) => redraw(Math.floor(contentRect.width))).observe(frame);
  return element('div', {},
    names.length > 1 && element('ul', { class: 'legend' }, ...names.map(({ name, kind }) =>
      element('li', {}, element('i', { class: `dot ${kind}` }), name))),
    frame, element('details', { class: 'numbers' }, element('summary', {}, 'Numbers'), table(tableHead, columns)));
}

function table(head, columns) {
  return element('div', { class: 'numbers-scroll', tabindex: '0', role: 'region', 'aria-label': 'Numbers' },
    element('table', {},
      element('thead', {}, element('tr', {}, ...head.map(name => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...columns.map(({ title, parts }) => element('tr', {},
        element('th', { scope: 'row' }, title),
        ...parts.map(({ value }) => element('td', {}, value.toLocaleString())))))));
}
