// One element with its text and children. Text stays text: nothing here ever parses HTML.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.map(child => child instanceof Node ? child : document.createTextNode(child)));
  return made;
}

export function moment(epochSeconds) {
  return new Date(epochSeconds * 1000).toLocaleString();
}
