// At most so many at once; the others wait for their turn.
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
