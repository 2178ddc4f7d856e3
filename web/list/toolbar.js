// The list's filters: search, status tabs, category and dates, with the active ones as chips.
import { button, element } from '../element.js';
import { STATUSES } from '../statuses.js';
import { shortText, sum } from './counts.js';
import { exportMenu } from './export-menu.js';
import { MAX_TEXT_LENGTH, PRESETS, activeFilters, presetDays, presetOf } from './filters.js';

const TYPING_MILLISECONDS = 300;
const TABS = [['', 'All'], ...Object.entries(STATUSES)];

// type(filters) is called while a person types, choose(filters) for every other change. filters() returns the active ones.
export function listToolbar({ filters, type, choose, exports }) {
  const search = element('input', { type: 'search', class: 'field', id: 'search', placeholder: 'Search calls',
    maxlength: MAX_TEXT_LENGTH, autocomplete: 'off', spellcheck: 'false', 'aria-keyshortcuts': '/',
    enterkeyhint: 'search' });
  const hint = element('kbd', { 'aria-hidden': 'true' }, '/');
  const category = element('input', { class: 'field', id: 'category', list: 'categories', autocomplete: 'off',
    placeholder: 'Any category' });
  const categories = element('datalist', { id: 'categories' });
  const range = element('select', { class: 'field', id: 'range' }, element('option', { value: '' }, 'Any time'),
    ...PRESETS.map(({ name, title }) => element('option', { value: name }, title)),
    element('option', { value: 'custom' }, 'Custom range…'));
  const from = element('input', { type: 'date', class: 'field', id: 'from' });
  const to = element('input', { type: 'date', class: 'field', id: 'to' });
  const days = element('div', { class: 'days', hidden: true }, label('from', 'From'), from, label('to', 'to'), to);
  const tabs = TABS.map(([value, title]) => {
    const count = element('span', { class: 'tab-count' });
    const tab = button('', () => choose({ ...filters(), status: value || undefined }), { class: 'tab' });
    tab.append(title, count);
    return { value, tab, count };
  });
  const chips = element('div', { class: 'toolbar chips', role: 'group', 'aria-label': 'Active filters' });
  const count = element('p', { class: 'soft count' });
  // Screen readers announce the first count of a query. Later counts change on screen alone.
  const told = element('p', { class: 'visually-hidden', role: 'status' });
  const root = element('div', { class: 'list-top' },
    element('div', { class: 'screen-title' }, element('h1', {}, 'Calls'), count, told, exportMenu(exports)),
    element('div', { class: 'tabs', role: 'group', 'aria-label': 'Status' }, ...tabs.map(({ tab }) => tab)),
    element('search', { class: 'toolbar filters' },
      element('div', { class: 'search-box' }, label('search', 'Search calls', true), search, hint),
      label('category', 'Category', true), category, categories,
      label('range', 'Recorded', true), range, days),
    chips);

  let typing;
  const typed = send => {
    clearTimeout(typing);
    const text = search.value.trim();
    if (text !== (filters().text ?? '')) {
      send({ ...filters(), text: text || undefined });
    }
  };
  search.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => typed(type), TYPING_MILLISECONDS);
  });
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      typed(choose);
    }
    if (event.key === 'Escape' && search.value === '') {
      search.blur();
    }
  });
  category.addEventListener('change', () => choose({ ...filters(), category: category.value.trim() || undefined }));
  range.addEventListener('change', () => {
    days.hidden = range.value !== 'custom';
    if (range.value === 'custom') {
      return from.focus();
    }
    const preset = PRESETS.find(({ name }) => name === range.value);
    choose({ ...filters(), from: undefined, to: undefined, ...(preset ? presetDays(preset.days, new Date()) : {}) });
  });
  for (const day of [from, to]) {
    day.addEventListener('change', () => choose({ ...filters(), from: from.value || undefined,
      to: to.value || undefined }));
  }

  // A field that has the focus keeps what the person types.
  const set = (input, value) => {
    if (document.activeElement !== input) {
      input.value = value ?? '';
    }
  };

  function show() {
    const now = filters();
    clearTimeout(typing);
    set(search, now.text);
    category.value = now.category ?? '';
    set(from, now.from);
    set(to, now.to);
    const preset = presetOf(now, new Date());
    range.value = preset;
    days.hidden = preset !== 'custom';
    for (const { value, tab } of tabs) {
      tab.setAttribute('aria-pressed', String(value === (now.status ?? '')));
    }
    const active = activeFilters(now, new Date());
    chips.hidden = active.length === 0;
    chips.replaceChildren(...active.map(({ title, without }) => button(`${title} ✕`, () => {
      search.value = without.text ?? '';
      choose(without);
    }, { class: 'chip active', 'aria-label': `Remove ${title}` })),
    button('Clear all', clear, { class: 'chip clear' }));
  }

  function clear() {
    search.value = '';
    choose({});
  }

  function showCounts(counts, text) {
    for (const { value, count: place } of tabs) {
      const found = value ? counts[value] : text && sum(Object.values(counts));
      place.textContent = found ? shortText(found) : '';
    }
    if (told.textContent === '' || text === '') {
      told.textContent = text;
      const { tab } = tabs.find(({ value }) => value === (filters().status ?? ''));
      tab.parentElement.scrollLeft = tab.offsetLeft - (tab.parentElement.clientWidth - tab.offsetWidth) / 2;
    }
    if (count.textContent !== text) {
      count.textContent = text;
    }
  }

  return {
    root, show, showCounts, clear,
    forgetCounts: () => showCounts({}, ''),
    focusSearch: () => {
      search.focus();
      search.select();
    },
    offer: names => categories.replaceChildren(...names.map(value => element('option', { value }))),
  };
}

function label(id, text, isHidden = false) {
  return element('label', { for: id, class: isHidden && 'visually-hidden' }, text);
}
