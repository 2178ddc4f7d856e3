// Addresses that lead from one screen to another.

// at: the recording, by its epoch seconds. seconds and find: the moment to play from and the words to find there.
export function callAddress({ hash, at, seconds, find }) {
  const query = new URLSearchParams({ at });
  if (seconds !== undefined) {
    query.set('t', Math.floor(seconds));
  }
  if (find) {
    query.set('find', find);
  }
  return `#call/${hash}?${query}`;
}

export function executionAddress(config, arn) {
  return config.executionAddress && arn ? config.executionAddress.replace('{arn}', encodeURIComponent(arn)) : undefined;
}

// The page of all executions, which one machine serves beside this page. Elsewhere the AWS console has it.
export function executionsAddress({ executionAddress = '' }, location = globalThis.location) {
  const [page] = executionAddress.split('#');
  return page && new URL(page, location.href).origin === location.origin ? page : undefined;
}
