// Talk time: when each speaker talks, and how much.
export const startOf = segment => segment.start_timestamp_millis ?? 0;
export const voiceOf = segment => segment.speaker;

// Runs of speech of each speaker, joined across short pauses: speaker -> [{from, to}].
export function runsOf(segments, gapMillis) {
  const runs = new Map();
  for (const segment of segments) {
    const [from, to] = [startOf(segment), segment.end_timestamp_millis ?? startOf(segment)];
    const id = voiceOf(segment);
    if (!id) {
      continue;
    }
    if (!runs.has(id)) {
      runs.set(id, []);
    }
    const last = runs.get(id).at(-1);
    if (last && from - last.to <= gapMillis) {
      last.to = Math.max(last.to, to);
    } else {
      runs.get(id).push({ from, to });
    }
  }
  return runs;
}

// Each speaker's share of all speech: speaker -> 0 to 1.
export function talkShares(segments) {
  const millis = new Map();
  for (const segment of segments) {
    const id = voiceOf(segment);
    if (!id) {
      continue;
    }
    const length = Math.max(0, (segment.end_timestamp_millis ?? startOf(segment)) - startOf(segment));
    millis.set(id, (millis.get(id) ?? 0) + length);
  }
  const all = [...millis.values()].reduce((sum, one) => sum + one, 0);
  return new Map([...millis].map(([id, one]) => [id, all === 0 ? 0 : one / all]));
}
