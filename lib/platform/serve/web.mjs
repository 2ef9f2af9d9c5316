/**
 * The web server: Next behind a plain server of Node's, for what Next leaves to a proxy that need not be there. It says where
 * a request came from, and turns away a body that no form of ours has before anything is read of it.
 */
import { createServer } from 'node:http'
import next from 'next'

/** Bytes. The longest form, twenty children with every field full, is a fifth of it. */
const LARGEST_BODY = 1_000_000

const port = Number(process.env['PORT'])
const proxies = Number(process.env['HOLDFAST_PROXIES'] ?? 0)

const app = next({ dev: false, port })
await app.prepare()
const answer = app.getRequestHandler()

const server = createServer((request, response) => {
  // Next keeps what a caller wrote here. Without a proxy of ours nobody else may say where somebody comes from: the limit
  // of attempts from one address would be walked round with a header.
  if (proxies === 0) request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown'
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) {
    response.writeHead(413, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'close' })
    response.end('This is larger than any form of ours. Nothing of it was kept: send less at once.')
    return
  }
  void answer(request, response)
})
server.listen(port)

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    server.close(() => void app.close().finally(() => process.exit(0)))
    // What is being answered is finished; a browser that only keeps its line open does not hold us up.
    server.closeIdleConnections()
  })
}
