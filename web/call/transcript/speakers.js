// The speakers of a call: a name and a colour for each. Local storage keeps the names that a person gives.
import { emitter } from '../emitter.js';

const COLOURS = 6;
const MAX_NAME_LENGTH = 60;

export function speakersOf(call, storage = globalThis.localStorage) {
  const key = `call-speakers ${call}`;
  const ids = [];
  const changes = emitter();
  let names = read(storage, key);

  function keep() {
    try {
      storage.setItem(key, JSON.stringify(names));
    } catch {
      // Storage may be full or blocked. The names then last as long as the page.
    }
    changes.emit();
  }

  const nameOf = id => (Object.hasOwn(names, id) ? names[id] : defaultName(id, ids.indexOf(id)));
  return {
    ids,
    nameOf,
    // Summaries name speakers by their labels, such as spk_0.
    namedIn: text => text.replace(/\bspk_\d+\b/gi, id => ids.includes(id.toLowerCase()) ? nameOf(id.toLowerCase()) : id),
    indexOf: id => Math.max(ids.indexOf(id), 0) % COLOURS,
    initialsOf: id => initials(nameOf(id)),
    add(more) {
      const before = ids.length;
      for (const id of more) {
        if (id && !ids.includes(id)) {
          ids.push(id);
        }
      }
      ids.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
      if (ids.length !== before) {
        changes.emit();
      }
    },
    rename(id, name) {
      const given = name.trim().slice(0, MAX_NAME_LENGTH);
      const { [id]: _, ...others } = names;
      names = given === '' ? others : { ...others, [id]: given };
      keep();
    },
    swap(a, b) {
      names = { ...names, [a]: nameOf(b), [b]: nameOf(a) };
      keep();
    },
    on: changes.on,
  };
}

export function initials(name) {
  const words = name.split(/\s+/).filter(word => word !== '');
  return [words[0], words.length > 1 ? words.at(-1) : ''].map(word => [...word ?? ''][0] ?? '').join('').toUpperCase();
}

function defaultName(id, index) {
  const numbered = /^spk_(\d+)$/.exec(id);
  return numbered ? `Speaker ${Number(numbered[1]) + 1}` : id ?? `Speaker ${index + 1}`;
}

function read(storage, key) {
  try {
    const names = JSON.parse(storage.getItem(key) ?? '{}');
    return Object.fromEntries(Object.entries(names).filter(([, name]) => typeof name === 'string'));
  } catch {
    return {};
  }
}
