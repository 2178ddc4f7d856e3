// What an empty list says, and what to do about it.
import { button, element } from '../element.js';
import { addressOfFilters } from './filters.js';

export function nothingHere(filters, config, clear) {
  if (addressOfFilters(filters) !== '#') {
    return [element('h2', {}, 'Nothing matches'),
      element('p', {}, filters.text ? 'Every word has to occur in a call. Fewer words find more.'
        : 'No call is like that. A wider range of dates, or another status, may find some.'),
      button('Clear filters', clear, { class: 'button primary' })];
  }
  return [element('h2', {}, 'No calls yet'),
    element('p', {}, 'A recording appears here as soon as it is announced, and fills in while it is worked on.'),
    config.uploads ? element('a', { class: 'button primary', href: '#upload' }, 'Upload a recording')
      : element('p', {}, 'To make one, publish a message about an audio file to the topic of recordings.')];
}
