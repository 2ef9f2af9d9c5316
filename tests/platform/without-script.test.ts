import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { answering } from '@/lib/platform/serve/answering.mjs'

let server: Server | undefined
afterEach(() => new Promise<void>((resolve) => {
  if (server === undefined) { resolve(); return }
  server.close(() => resolve())
  server.closeAllConnections()
}))

/** Our server, with somebody who answers as Next does: headers first, then the document in pieces. */
async function behind(answer: RequestListener): Promise<string> {
  server = createServer(answering(answer, () => (server?.address() as AddressInfo).port, 0))
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const EMPTY = ['<!DOCTYPE html><html id="__next_error__"><head></head><body><div hidden=""></div>', '<script nonce="one">fill()</script></body></html>']
const WHOLE = '<!DOCTYPE html><html lang="en-GB"><body><h1>Page not found</h1><script nonce="two"></script></body></html>'

/** Records that are not there, one that breaks, and any other address, which has no page. */
const asNext: RequestListener = (request, response) => {
  const is = (path: string): boolean => request.url?.startsWith(path) === true
  response.statusCode = is('/shown') ? 200 : is('/breaks') ? 500 : 404
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Security-Policy', is('/record') ? "script-src 'nonce-one'" : "script-src 'nonce-two'")
  response.setHeader('Cache-Control', 'no-store')
  response.flushHeaders()
  for (const piece of is('/record') || is('/breaks') ? EMPTY : is('/shown') ? ['<html lang="en-GB">', 'id="__next_error__" typed by somebody', '</html>'] : [WHOLE]) response.write(piece)
  response.end()
}

describe('a document that a script would fill', () => {
  it.each(['gzip', 'identity'])('is the whole page for what is not there, with its status and the policy of its own scripts (%s)', async (encoding) => {
    const origin = await behind(asNext)
    const answer = await fetch(`${origin}/record/1`, { headers: { 'Accept-Encoding': encoding } })
    expect([answer.status, answer.headers.get('content-security-policy'), answer.headers.get('cache-control'), await answer.text()]).toEqual([404, "script-src 'nonce-two'", 'no-store', WHOLE])
  })

  it('says in words that it could not be made, and keeps its script', async () => {
    const origin = await behind(asNext)
    const answer = await fetch(`${origin}/breaks`)
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(text).toMatch(/<noscript><h1>This page could not be made<\/h1>.*<\/noscript><\/body>/)
    expect(text).toContain(`<html lang="en-GB" id="__next_error__">`)
    expect(text).toContain(EMPTY[1]?.slice(0, -'</body></html>'.length))
  })

  it('still says what it is where the whole page cannot be had', async () => {
    const origin = await behind((request, response) => {
      if (request.url === '/record/1') void asNext(request, response)
      else response.destroy()
    })
    const answer = await fetch(`${origin}/record/1`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('<noscript><h1>Page not found</h1>')
  })
})

describe('what is whole', () => {
  it('goes through as it is: a page, an unknown address, a refused act, what a script asked for', async () => {
    const asked: string[] = []
    const origin = await behind((request, response) => { asked.push(`${request.method} ${request.url}`); void asNext(request, response) })
    expect(await (await fetch(`${origin}/shown`)).text()).toBe('<html lang="en-GB">id="__next_error__" typed by somebody</html>')
    expect(await (await fetch(`${origin}/no-such-page`)).text()).toBe(WHOLE)
    expect(await (await fetch(`${origin}/record/1`, { method: 'POST' })).text()).toBe(EMPTY.join(''))
    expect(await (await fetch(`${origin}/record/1`, { headers: { RSC: '1' } })).text()).toBe(EMPTY.join(''))
    // Nobody was asked twice.
    expect(asked).toEqual(['GET /shown', 'GET /no-such-page', 'POST /record/1', 'GET /record/1'])
  })

  it('is sent as it is written: who listens for changes hears each at once', async () => {
    let say: (words: string | null) => void = () => undefined
    const origin = await behind((_, response) => {
      response.setHeader('Content-Type', 'text/event-stream')
      response.flushHeaders()
      say = (words) => { if (words === null) response.end(); else { response.write(words); (response as unknown as { flush(): void }).flush() } }
    })
    const reader = (await fetch(origin)).body?.pipeThrough(new TextDecoderStream()).getReader()
    for (const words of ['data: one\n\n', 'data: two\n\n']) {
      say(words)
      expect((await reader?.read())?.value).toBe(words)
    }
    say(null)
    expect((await reader?.read())?.done).toBe(true)
  })
})
