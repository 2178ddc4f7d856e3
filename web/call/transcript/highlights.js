// Highlights by the CSS Custom Highlight API, without an element for each word. A browser without it marks segments only.
const NAMES = { word: 'call-word', find: 'call-find', found: 'call-found', sensitive: 'call-sensitive' };
const isThere = globalThis.CSS?.highlights !== undefined && globalThis.Highlight !== undefined;

export function highlights(signal) {
  const kinds = {};
  if (isThere) {
    for (const [kind, name] of Object.entries(NAMES)) {
      kinds[kind] = new Highlight();
      CSS.highlights.set(name, kinds[kind]);
    }
    kinds.found.priority = 1;
    kinds.word.priority = 2;
    signal.addEventListener('abort', () => Object.values(NAMES).forEach(name => CSS.highlights.delete(name)));
  }
  // ranges: [{ node, from, to }] in text nodes of the document.
  return function mark(kind, ranges) {
    if (!isThere) {
      return;
    }
    kinds[kind].clear();
    for (const { node, from, to } of ranges) {
      const range = new Range();
      range.setStart(node, Math.min(from, node.length));
      range.setEnd(node, Math.min(to, node.length));
      kinds[kind].add(range);
    }
  };
}

// The text node and offset at a point of the viewport.
export function caretAt(x, y) {
  const position = document.caretPositionFromPoint?.(x, y);
  if (position) {
    return { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
