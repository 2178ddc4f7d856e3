// Creates elements with attributes and children. Text becomes text nodes: nothing here parses HTML.
const SVG = 'http://www.w3.org/2000/svg';

// Attributes and children that are null, undefined or false are left out. An attribute that is true has no value.
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
