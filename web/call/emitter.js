// An event emitter for one event. on(listener) returns a function that removes the listener.
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
