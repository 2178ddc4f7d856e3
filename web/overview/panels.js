// The contents of the overview: tiles, and panels with a chart or a list each.
import { element } from '../element.js';
import { addressOfFilters } from '../list/filters.js';
import { STATUSES } from '../statuses.js';
import { span, startOfDay } from '../times.js';
import { barList, columnChart } from './charts.js';
import { dollars, hours, percent, roundSpan, short } from './numbers.js';
import { STATUS_ORDER, bucketsOf, daysOf, topCategories, totals } from './pages.js';

const TOP_CATEGORIES = 12;

export function panels(sum, range) {
  const all = totals(sum);
  return [
    sum.isMore && element('p', { class: 'problem' }, 'This range has more calls than the page counts. Choose fewer days.'),
    element('dl', { class: 'tiles' },
      tile('Calls', all.count.toLocaleString(), all.statuses.IN_PROGRESS > 0
        ? `${all.statuses.IN_PROGRESS.toLocaleString()} in progress` : 'none in progress'),
      tile('Success rate', all.success === undefined ? '–' : percent(all.success),
        `${all.statuses.FAILED.toLocaleString()} failed`),
      tile('Median processing time', all.median === undefined ? '–' : `≈ ${roundSpan(all.median)}`, 'half are faster'),
      tile('Audio', hours(all.audio), 'of recordings'),
      tile('Cost', dollars(all.cost), all.count === 0 ? '' : `≈ ${dollars(all.cost / all.count)} per call`)),
    panel('Calls per day', 'wide', days(sum, range)),
    panel('Categories', '', categories(sum, range)),
    panel('Processing time', '', processing(sum)),
  ].filter(Boolean);
}

export function rangeTitle({ from, to }) {
  const format = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
  return format.formatRange(startOfDay(from), startOfDay(to));
}

function days(sum, range) {
  const format = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
  const names = STATUS_ORDER.map(kind => ({ name: STATUSES[kind], kind }));
  return columnChart({
    title: 'Calls per day by status', names, tableHead: ['Day', ...names.map(({ name }) => name)],
    description: `${sum.count} calls, ${rangeTitle(range)}. Each day links to its calls.`,
    columns: daysOf(sum, range.from, range.to).map(({ date, values }) => ({
      label: format.format(startOfDay(date)),
      title: startOfDay(date).toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' }),
      href: values.some(value => value > 0) && addressOfFilters({ from: date, to: date }),
      parts: names.map(({ name, kind }, index) => ({ name, kind, value: values[index] })),
    })),
  });
}

function categories(sum, range) {
  const top = topCategories(sum, TOP_CATEGORIES);
  if (top.length === 0) {
    return element('p', { class: 'soft' }, 'No call in this range has a category.');
  }
  return barList({ title: 'Calls per category', rows: top.map(({ category, count }) =>
    ({ label: category, value: count, href: addressOfFilters({ category, ...range }) })) });
}

function processing(sum) {
  const buckets = bucketsOf(sum);
  if (sum.processing.count === 0) {
    return element('p', { class: 'soft' }, 'No call in this range has been processed yet.');
  }
  const mean = sum.processing.total / sum.processing.count;
  const chart = columnChart({
    title: 'Calls by processing time', tableHead: ['Processing time', 'Calls'], labelPixels: 46,
    description: `${sum.processing.count} calls; the mean is ${span(mean)}.`,
    columns: buckets.map(({ up_to_seconds: upTo, count }, index) => {
      const from = buckets[index - 1]?.up_to_seconds ?? 0;
      return {
        label: upTo === null ? `> ${short(from)}` : `≤ ${short(upTo)}`,
        title: upTo === null ? `More than ${span(from)}` : from === 0 ? `Up to ${span(upTo)}`
          : `${span(from)} to ${span(upTo)}`,
        parts: [{ name: 'Calls', kind: 'plain', value: count }],
      };
    }),
  });
  return element('div', {}, element('p', { class: 'soft lead' }, `From start to stored results; mean ${span(mean)}`), chart);
}

function tile(name, value, note) {
  return element('div', { class: 'card tile' }, element('dt', {}, name),
    element('dd', { class: 'tile-value' }, value), element('dd', { class: 'soft' }, note));
}

function panel(title, kind, content) {
  return element('section', { class: `card panel ${kind}` }, element('h2', {}, title), content);
}
