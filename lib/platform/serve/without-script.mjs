import { request as ask } from 'node:http'

/** An address that no page has: what is answered there is the page for what is not there, whole. */
const NOWHERE = '/nothing-is-at-this-address'
/** How Next begins a document that a script is to fill. */
const EMPTY = 'id="__next_error__"'

/** What is said where a page could not be made and no script shows why (app/error.tsx says it to everybody else). */
const FAILED = `<noscript><h1>This page could not be made</h1><p>What was saved before is still there. The fault has been noted. Try again; if you need something from it now, ring the team that holds the record.</p><p><a href="/">Back to work</a></p></noscript>`

/**
 * When a page finds nothing to show, or breaks, Next answers an empty document that its script fills: whoever has none would look at a white page at four
 * in the morning. Where nothing is there, the whole page that an unknown address gets is sent in its place, with the same status; where a page broke,
 * words without a script are put into it.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} port our own
 */
export function seenWithoutScript(request, response, port) {
  if (request.method !== 'GET' || request.headers['rsc'] !== undefined || request.url === NOWHERE) return
  const { write, end, flushHeaders } = response
  const held = /** @type {Buffer[]} */ ([])
  let mode = /** @type {'unknown' | 'passing' | 'holding'} */ ('unknown')
  const fails = () => response.statusCode >= 400 && !response.headersSent && String(response.getHeader('content-type') ?? '').startsWith('text/html')
  // Headers wait for the first words: by them it is known what is sent.
  response.flushHeaders = () => { if (!fails()) flushHeaders.call(response) }
  response.write = /** @type {typeof write} */ ((chunk, ...rest) => {
    if (mode === 'unknown') mode = fails() && Buffer.from(chunk).includes(EMPTY) ? 'holding' : 'passing'
    if (mode === 'passing') return write.call(response, chunk, ...rest)
    held.push(Buffer.from(chunk))
    return true
  })
  response.end = /** @type {typeof end} */ ((...rest) => {
    if (mode !== 'holding') return end.apply(response, rest)
    mode = 'passing'
    const send = (/** @type {Buffer | string} */ whole) => void end.call(response, whole)
    const empty = Buffer.concat(held).toString().replace('<html ', '<html lang="en-GB" ')
    if (response.statusCode !== 404) send(empty.replace('</body>', `${FAILED}</body>`))
    else wholePage(request, port).then(({ headers, body }) => {
      // Its scripts carry the number that its own policy allows.
      response.setHeader('Content-Security-Policy', headers['content-security-policy'] ?? "default-src 'none'")
      send(body)
    }, () => send(empty.replace('</body>', `<noscript><h1>Page not found</h1><p><a href="/">Back to work</a></p></noscript></body>`)))
    return response
  })
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {number} port
 * @returns {Promise<{ headers: import('node:http').IncomingHttpHeaders, body: Buffer }>}
 */
function wholePage(request, port) {
  return new Promise((resolve, reject) => {
    const asking = ask({ port, path: NOWHERE, headers: { host: request.headers.host ?? 'localhost' }, timeout: 5_000 }, (answer) => {
      const parts = /** @type {Buffer[]} */ ([])
      answer.on('data', (part) => parts.push(part))
      answer.once('error', reject)
      answer.once('end', () => resolve({ headers: answer.headers, body: Buffer.concat(parts) }))
    })
    asking.once('timeout', () => asking.destroy(new Error('it took too long')))
    asking.once('error', reject)
    asking.end()
  })
}
