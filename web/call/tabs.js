// Tabs for the two views of a call on a narrow screen. Wide screens show both views and hide the tabs.
import { element } from '../element.js';

export function tabs(views) {
  const bar = element('div', { class: 'call-tabs', role: 'tablist', 'aria-label': 'Views of the call' });
  const made = views.map(([name, view], index) => {
    view.id = `call-view-${index}`;
    const tab = element('button', { type: 'button', role: 'tab', id: `call-tab-${index}`, 'aria-controls': view.id }, name);
    tab.addEventListener('click', () => pick(index));
    return tab;
  });

  function pick(index) {
    made.forEach((tab, other) => {
      tab.setAttribute('aria-selected', String(other === index));
      tab.tabIndex = other === index ? 0 : -1;
      views[other][1].classList.toggle('behind', other !== index);
    });
  }

  bar.addEventListener('keydown', event => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const index = (made.indexOf(document.activeElement) + step + made.length) % made.length;
    pick(index);
    made[index].focus();
  });
  bar.append(...made);
  pick(0);
  return { bar };
}
