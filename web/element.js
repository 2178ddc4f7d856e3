// One element with its text and children. Text stays text: nothing here ever parses HTML.
const SVG = 'http://www.w3.org/2000/svg';

// An attribute that is null, undefined or false is left out, true is there without a value; so are children.
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

export function button(text, onClick, attributes = {}) {
  const made = element('button', { type: 'button', class: 'button', ...attributes }, text);
  made.addEventListener('click', onClick);
  return made;
}

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    made.setAttribute(key, value === true ? '' : value);
  }
  const there = children.filter(child => child !== null && child !== undefined && child !== false);
  made.append(...there.map(child => child instanceof Node ? child : document.createTextNode(child)));
  return made;
}
