// Random numbers from a seed, so that a test repeats them.
export function seededRandom(seed) {
  let state = seed * 2654435761 % 2147483647 || 1;
  const next = () => {
    state = state * 16807 % 2147483647;
    return (state - 1) / 2147483646;
  };
  return { below: max => Math.floor(next() * max), oneOf: values => values[Math.floor(next() * values.length)] };
}
