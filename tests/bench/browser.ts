import { Agent, request } from 'node:http'
import { gunzipSync, gzipSync } from 'node:zlib'

/** One who asks over HTTP, as a browser does: compressed, on a connection that stays open, with a cookie. */
export interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly text: string
  /** As it came over the wire. */
  readonly bytes: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export function ask(origin: string, path: string, cookie: string, form?: URLSearchParams): Promise<Answer> {
  const body = form?.toString()
  return new Promise((resolve, reject) => {
    const asking = request(new URL(path, origin), {
      agent, method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, 'accept-encoding': 'gzip', ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body), origin: new URL(origin).origin }) },
    }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('error', reject)
      answer.once('end', () => {
        const raw = Buffer.concat(parts)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: raw.length, text: (answer.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString() })
      })
    })
    asking.once('error', reject)
    asking.end(body)
  })
}

/** @throws Error when nobody signs in with it. */
export async function signIn(origin: string, email: string, password: string): Promise<string> {
  const answer = await ask(origin, '/sign-in/submit', '', new URLSearchParams({ email, password, next: '/' }))
  const cookie = [answer.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0] ?? '').filter((pair) => !pair.endsWith('=')).join('; ')
  if (cookie === '') throw new Error(`${email} could not sign in at ${origin}`)
  return cookie
}

/** Compressed JavaScript that a browser of today loads for this page, in bytes: each file once, those for old browsers left out. */
export async function scriptBytes(origin: string, html: string, known: Map<string, number>): Promise<number> {
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag))
  let sum = 0
  for (const source of new Set(tags.map(([, src]) => src ?? ''))) {
    const size = known.get(source) ?? gzipSync((await ask(origin, source.replaceAll('&amp;', '&'), '')).text).length
    known.set(source, size)
    sum += size
  }
  return sum
}
