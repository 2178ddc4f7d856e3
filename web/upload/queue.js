// Runs at most max pieces of work at once. The others wait in the order they came.
export function queue(max) {
  const waiting = [];
  let running = 0;
  return function enqueue(work) {
    waiting.push(work);
    next();
  };

  function next() {
    while (running < max && waiting.length > 0) {
      running++;
      waiting.shift()().finally(() => {
        running--;
        next();
      });
    }
  }
}
