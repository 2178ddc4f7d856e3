// The empty state of the list: why it is empty, and what to do.
import { button, element } from '../element.js';
import { addressOfFilters } from './filters.js';

export function nothingHere(filters, config, clear) {
  if (addressOfFilters(filters) !== '#') {
    return [element('h2', {}, 'No matching calls'),
      element('p', {}, filters.text ? 'A call must contain every word. Try fewer words.'
        : 'No call matches these filters. Try a wider range of dates or another status.'),
      button('Clear filters', clear, { class: 'button primary' })];
  }
  return [element('h2', {}, 'No calls yet'),
    element('p', {}, 'A recording appears here as soon as it is submitted. Its results follow as they are processed.'),
    config.uploads ? element('a', { class: 'button primary', href: '#upload' }, 'Upload a recording')
      : element('p', {}, 'To add one, publish a message about an audio file to the topic of recordings.')];
}
