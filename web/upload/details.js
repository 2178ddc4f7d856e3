// What a person may say of a recording beside its call id: when it was recorded, and what the publisher's metadata would say.

// The text of a datetime-local field, in this browser's time zone; null where it is empty.
export function recordedAt(text) {
  if (!text) {
    return null;
  }
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) {
    throw new Error(`'${text}' is not a date and time.`);
  }
  return moment.toISOString();
}

// One name and one value a line; null where there is none.
export function metadataOf(text) {
  const lines = text.split('\n').map(line => line.trim());
  const members = [];
  for (const [index, line] of lines.entries()) {
    if (!line) {
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (!name) {
      throw new Error(`Line ${index + 1} of the metadata has no name and colon; write it as name: value.`);
    }
    if (members.some(([known]) => known === name)) {
      throw new Error(`The metadata has '${name}' twice.`);
    }
    members.push([name, line.slice(colon + 1).trim()]);
  }
  return members.length > 0 ? Object.fromEntries(members) : null;
}
