// Refuses what pages of other origins make a browser send to the emulators, as emulators/Protocol/CrossOriginProtection.cs
// does in front of the other ports. AWS's clients send none of these headers.
const names = ['127.0.0.1', 'localhost', '[::1]'];
const linkedDestinations = ['document', 'audio', 'video'];

/** @param virtualHosts whether a bucket's name may stand before localhost */
export function protect(server, { virtualHosts = false } = {}) {
  const answer = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const message = refusal(request, virtualHosts);
    if (message) refuse(request, response, message);
    else for (const one of answer) one.call(server, request, response);
  });
}

function refusal({ headers, method, socket }, virtualHosts) {
  const host = headers.host ?? '';
  if (!isOwn(host.toLowerCase(), socket.localPort, virtualHosts))
    return `The host is '${host}', expected 127.0.0.1:${socket.localPort} or localhost:${socket.localPort}.`;
  if (headers.origin !== undefined && headers.origin !== `http://${host}`)
    return `The request comes from '${headers.origin}', expected http://${host}.`;
  const site = headers['sec-fetch-site'] ?? '';
  const isRead = method === 'GET' || method === 'HEAD';
  // A page may play or show an object by its link on S3's port; its scripts cannot read it.
  const isLinked = virtualHosts && linkedDestinations.includes(headers['sec-fetch-dest']);
  return site === '' || site === 'same-origin' || (isRead && (site === 'none' || isLinked))
    ? undefined
    : `The request comes from a page that is '${site}', expected same-origin.`;
}

// A page elsewhere whose name was made to resolve to 127.0.0.1 would otherwise be of this origin; names below localhost
// never leave this machine.
function isOwn(host, port, virtualHosts) {
  const [, name, given = '80'] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host) ?? [];
  return Number(given) === port && (names.includes(name) || (virtualHosts && /^[a-z0-9.-]+\.localhost$/.test(name ?? '')));
}

function refuse(request, response, message) {
  const body = JSON.stringify({ __type: 'AccessDeniedException', message });
  request.resume();
  response.writeHead(403, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
