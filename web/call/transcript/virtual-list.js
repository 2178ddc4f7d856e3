// A virtual list: only rows near the viewport exist, and the row at the top edge stays in place while heights change.
import { element } from '../../element.js';
import { anchorOf, heights, topOf, topToShow, windowOf } from './virtual-layout.js';

// rowOf(index) creates a row { element }. guess(index, width) estimates its height before it is measured.
export function virtualList({ label, rowOf, guess, onRendered, signal }) {
  const block = element('div', { class: 'rows' });
  const room = element('div', { class: 'room', role: 'list', 'aria-label': label }, block);
  const box = element('div', { class: 'transcript', tabindex: 0, role: 'region', 'aria-label': label }, room);
  const rows = heights();
  const there = new Map();
  let own;
  let width = 0;
  let framed = false;

  function render() {
    framed = false;
    if (signal.aborted || !box.isConnected) {
      return;
    }
    const height = box.clientHeight;
    if (height === 0) {
      return;
    }
    let top = box.scrollTop;
    const anchor = anchorOf(rows, top);
    // Measured heights may bring other rows into the viewport. The second pass handles most, the next frame the rest.
    for (let pass = 0; pass < 2; pass++) {
      const { first, end } = windowOf(rows, top, height);
      place(first, end);
      if (!measure()) {
        break;
      }
      top = topOf(rows, anchor);
    }
    room.style.height = `${rows.total}px`;
    if (Math.abs(top - box.scrollTop) > 0.5) {
      move(top);
    }
    onRendered(there);
  }

  function place(first, end) {
    const focused = box.contains(document.activeElement) && document.activeElement !== box;
    for (const [index, row] of there) {
      if (index >= first && index < end) {
        continue;
      }
      row.element.remove();
      there.delete(index);
    }
    let before = null;
    for (let index = end - 1; index >= first; index--) {
      if (!there.has(index)) {
        const row = rowOf(index);
        there.set(index, row);
        block.insertBefore(row.element, before);
      }
      before = there.get(index).element;
    }
    block.style.transform = `translateY(${rows.offsetOf(first)}px)`;
    if (focused && !box.contains(document.activeElement)) {
      box.focus({ preventScroll: true });
    }
  }

  function measure() {
    let isChanged = false;
    const measured = [...there].map(([index, row]) => [index, row.element.getBoundingClientRect().height]);
    for (const [index, height] of measured) {
      if (height > 0) {
        isChanged = rows.set(index, height) || isChanged;
      }
    }
    if (isChanged) {
      block.style.transform = `translateY(${rows.offsetOf(Math.min(...there.keys()))}px)`;
    }
    return isChanged;
  }

  function move(top) {
    own = Math.round(top);
    box.scrollTop = top;
  }

  function soon() {
    if (framed) {
      return;
    }
    framed = true;
    requestAnimationFrame(render);
  }

  box.addEventListener('scroll', soon, { passive: true });
  const sizes = new ResizeObserver(() => {
    if (box.clientWidth !== width && box.clientWidth > 0) {
      const anchor = anchorOf(rows, box.scrollTop);
      const { count } = rows;
      width = box.clientWidth;
      rows.clear();
      for (let index = 0; index < count; index++) {
        rows.push(guess(index, width));
      }
      room.style.height = `${rows.total}px`;
      if (count > 0) {
        move(topOf(rows, anchor));
      }
    }
    soon();
  });
  sizes.observe(box);
  signal.addEventListener('abort', () => sizes.disconnect());

  return {
    element: box,
    there,
    soon,
    grow(count) {
      for (let index = rows.count; index < count; index++) {
        rows.push(guess(index, width || 700));
      }
      room.style.height = `${rows.total}px`;
      soon();
    },
    // Scrolls a row into the viewport. Unless always is set, a row that is visible already does not move.
    showRow(index, { always = true } = {}) {
      const [top, height] = [box.scrollTop, box.clientHeight];
      const [start, end] = [rows.offsetOf(index), rows.offsetOf(index + 1)];
      if (!always && start >= top + 24 && end <= top + height * 0.7) {
        return;
      }
      move(topToShow(rows, index, height));
      soon();
      // Again with the heights measured at the new position.
      requestAnimationFrame(() => {
        if (signal.aborted) {
          return;
        }
        render();
        move(topToShow(rows, index, box.clientHeight));
        soon();
      });
    },
    isOwn: () => own !== undefined && Math.abs(box.scrollTop - own) < 2,
  };
}
