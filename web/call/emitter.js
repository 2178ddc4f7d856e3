// Listeners of one thing. on(listener) answers how to stop listening.
export function emitter() {
  const listeners = new Set();
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(...what) {
      for (const listener of listeners) {
        listener(...what);
      }
    },
  };
}
