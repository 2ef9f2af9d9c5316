/** The web server: Next behind a plain server of Node's, for what Next leaves to a proxy that need not be there. */
import { createServer } from 'node:http'
import next from 'next'
import { answering } from './answering.mjs'

const port = Number(process.env['PORT'])
const proxies = Number(process.env['HOLDFAST_PROXIES'] ?? 0)

const app = next({ dev: false, port })
await app.prepare()
const answer = app.getRequestHandler()

const server = createServer(answering(answer, () => port, proxies))
server.listen(port)

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    server.close(() => void app.close().finally(() => process.exit(0)))
    // What is being answered is finished; a browser that only keeps its line open does not hold us up.
    server.closeIdleConnections()
  })
}
