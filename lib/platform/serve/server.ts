import { createServer } from 'node:net'
import type { OpenDatabase } from '../postgres/open'
import { startChild, type Child } from './children'

const next = 'node_modules/next/dist/bin/next'

/** What the web server is told. The owner's address is not in it: a server that is broken into must not be able to alter tables. */
function serverEnvironment(database: OpenDatabase): Record<string, string | undefined> {
  return {
    HOLDFAST_APP_URL: database.urls.app,
    HOLDFAST_SECRET: database.secret,
    HOLDFAST_OWNER_URL: undefined,
    HOLDFAST_WORKER_URL: undefined,
    DATABASE_URL: undefined,
    // Pages say whether mail leaves; its password is the worker's.
    HOLDFAST_SMTP_URL: undefined,
    HOLDFAST_MAIL: process.env['HOLDFAST_SMTP_URL'] ? 'set' : undefined,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** Each page leaves some megabytes behind; with Node's own 16 MB for what is young they are swept every few pages, an eighth of the time of each. */
const NODE = ['--max-semi-space-size=64']

export function startServer(database: OpenDatabase, port: number, development = false): Child {
  return startChild('The web server', development ? [next, 'dev', '-p', String(port)] : [...NODE, 'lib/platform/serve/web.mjs'], {
    ...serverEnvironment(database),
    NODE_ENV: development ? 'development' : 'production',
    PORT: String(port),
    // Next-auth takes its own address from here, never from a header that a caller writes.
    NEXTAUTH_URL: process.env['HOLDFAST_ORIGIN'] ?? `http://localhost:${port}`,
  })
}

/** The worker acts in its own role, which it finds where the app finds the app's. */
export function startWorker(database: OpenDatabase): Child {
  return startChild('The worker', ['--import', 'tsx', 'lib/platform/cli/worker.ts'], {
    HOLDFAST_APP_URL: database.urls.worker,
    HOLDFAST_WORKER_URL: database.urls.worker,
    HOLDFAST_SECRET: database.secret,
    HOLDFAST_OWNER_URL: undefined,
    DATABASE_URL: undefined,
  })
}

/** @throws Error when something already listens there. */
export async function requireFreePort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => reject(new Error(`Port ${port} is taken: end what listens there, or choose another with PORT=…`)))
    probe.listen(port, () => probe.close(() => resolve()))
  })
}

export async function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Resolves when the server answers with its database there. @throws Error when it ends before or takes too long. */
export async function untilHealthy(origin: string, server: Child): Promise<void> {
  let gone: string | undefined
  void server.ended.then((how) => (gone = how))
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (gone !== undefined) throw new Error(gone)
    const ok = await fetch(`${origin}/api/health`).then((answer) => answer.ok, () => false)
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The web server does not answer.')
}
