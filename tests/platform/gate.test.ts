import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { letIn } from '@/lib/platform/serve/gate.mjs'

let server: Server | undefined
afterEach(() => new Promise<void>((resolve) => { server ? server.close(() => resolve()) : resolve() }))

/** A server of Node's with our gate in front; what came through it is told. */
async function behindGate(proxies: number): Promise<{ origin: string; seen: IncomingHttpHeaders[] }> {
  const seen: IncomingHttpHeaders[] = []
  server = createServer((request, response) => {
    if (!letIn(request, response, proxies)) return
    seen.push({ ...request.headers })
    request.resume().on('end', () => response.end('in'))
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

describe('before a request reaches a page', () => {
  it('where it comes from is what the line says, whatever the caller wrote, unless a proxy of ours stands before us', async () => {
    for (const [proxies, told] of [[0, '127.0.0.1'], [1, '10.1.1.1']] as const) {
      const { origin, seen } = await behindGate(proxies)
      await fetch(origin, { headers: { 'x-forwarded-for': '10.1.1.1' } })
      expect(seen.map((headers) => headers['x-forwarded-for']), `${proxies} proxies`).toEqual([told])
      await new Promise<void>((resolve) => server?.close(() => resolve()))
    }
  })

  it('a body larger than any form of ours is turned away and never handed on', async () => {
    const { origin, seen } = await behindGate(0)
    const post = (bytes: number) => fetch(origin, { method: 'POST', body: 'x'.repeat(bytes) })
    expect((await post(1_000_000)).status).toBe(200)
    const answer = await post(1_000_001).catch(() => null)
    // The line may be shut on the sender while it still writes: either way nothing went on.
    if (answer !== null) expect(answer.status).toBe(413)
    expect(seen).toHaveLength(1)
  })
})
