// Copies texts, and links to a moment of a call.
import { callAddress } from '../addresses.js';
import { button, element } from '../element.js';
import { clock } from '../times.js';

export async function copy(text, said, toast) {
  try {
    await navigator.clipboard.writeText(text);
    toast(said, 'success');
  } catch {
    offer(text);
  }
}

export const copyLink = (moment, toast) =>
  copy(new URL(callAddress(moment), location.href).href, `Link copied (${clock(moment.seconds)})`, toast);

// Where the clipboard is blocked, a dialog shows the text for the person to copy.
function offer(text) {
  const field = element('input', { class: 'field', readonly: true, 'aria-label': 'Text to copy' });
  field.value = text;
  const dialog = element('dialog', { class: 'card copy-dialog', 'aria-labelledby': 'copy-title' },
    element('h2', { id: 'copy-title' }, 'Copy manually'),
    element('p', { class: 'soft' }, 'The browser does not allow this page to use the clipboard. Select the text and copy it.'),
    field, button('Close', () => dialog.close()));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  field.select();
}
