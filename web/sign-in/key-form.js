// The form that asks for the API key, with the reason why it asks again.
import { element } from '../element.js';

export function askForKey(place, why) {
  const input = element('input', {
    id: 'key', type: 'password', autocomplete: 'off', required: '', 'aria-describedby': 'why',
    // The characters that a header can carry.
    pattern: '\\s*[\\x21-\\x7E]+\\s*', title: 'Letters, digits and punctuation, without spaces.',
  });
  const form = element('form', {},
    element('p', { id: 'why', role: 'alert' }, why),
    element('label', { for: 'key' }, 'API key'), input,
    element('button', {}, 'Use this key'));
  place.replaceChildren(form);
  input.focus();
  return new Promise(resolve => form.addEventListener('submit', event => {
    event.preventDefault();
    place.replaceChildren();
    resolve(input.value.trim());
  }));
}
