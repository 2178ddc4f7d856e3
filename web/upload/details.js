// Optional details of a recording: when it was recorded, and the metadata that a publisher would send.

// ISO text of a datetime-local field in this browser's time zone, or null for an empty field.
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

// One name and one value on each line, or null without any.
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
