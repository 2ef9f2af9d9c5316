/** Bytes. The longest form, twenty children with every field full, is a fifth of it. */
const LARGEST_BODY = 1_000_000

/**
 * What our own server does before Next sees a request: it says where the request came from, and turns away a body that no
 * form of ours has before anything is read of it.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} proxies how many proxies of ours stand before it
 * @returns {boolean} whether it goes on to Next; false where it was answered here
 */
export function letIn(request, response, proxies) {
  // Next keeps what a caller wrote here. Without a proxy of ours nobody else may say where somebody comes from: the limit
  // of attempts from one address would be walked round with a header.
  if (proxies === 0) request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown'
  if (Number(request.headers['content-length'] ?? 0) <= LARGEST_BODY) return true
  response.writeHead(413, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'close' })
  response.end('This is larger than any form of ours. Nothing of it was kept: send less at once.')
  return false
}
