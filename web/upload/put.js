// Puts a file to its presigned address. XMLHttpRequest, because fetch does not report upload progress.
// An address takes one file: 412 says that an earlier attempt stored it, whose answer was lost.
const IS_THERE = 412;

export function put({ url, headers, file, signal, progress }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const settle = (end, value) => {
      signal.removeEventListener('abort', stop);
      end(value);
    };
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.addEventListener('progress', event => event.lengthComputable && progress(event.loaded / event.total));
    request.addEventListener('load', () => (request.status >= 200 && request.status < 300) || request.status === IS_THERE
      ? settle(resolve)
      : settle(reject, new Error(`The upload was refused: ${request.status} ${request.statusText}`.trim())));
    request.addEventListener('error', () => settle(reject, new Error('The connection was lost during the upload.')));
    request.addEventListener('abort', () => settle(reject, new DOMException('Cancelled', 'AbortError')));
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) {
      stop();
    } else {
      request.send(file);
    }
  });
}
