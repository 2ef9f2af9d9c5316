import { gzipSync } from 'node:zlib'

/**
 * The working pages over HTTP, on a server that runs already with the demonstration: how long each takes beside an empty page
 * of the same server, and what JavaScript it sends, compressed, beside that page. Reading is logged there as for anybody.
 */
export interface PageTaken {
  readonly name: string
  /** Milliseconds, the middle of all turns. */
  readonly ms: number
  /** Times the empty page. */
  readonly toEmpty: number
  /** Compressed JavaScript, kB, and how much of it the empty page does not send. */
  readonly scriptKb: number
  readonly overFloorKb: number
  readonly htmlKb: number
}

/** Answered 404 by the framework within our layout: the least page that this server renders. */
const EMPTY = '/there-is-no-such-page'

export async function measurePages(origin: string, turns: number, password: string): Promise<PageTaken[]> {
  const worker = await signIn(origin, 'social-worker.bromley@holdfast.invalid', password)
  const supervisor = await signIn(origin, 'cait-supervisor.bromley@holdfast.invalid', password)
  const queue = await get(origin, '/queue', worker)
  const child = /href="(\/people\/[0-9a-f-]{36})"/.exec(queue)?.[1]
  if (child === undefined) throw new Error('The queue shows no child: is this the demonstration, and did the sign-in work?')
  const pages = [
    { name: 'Empty page', path: EMPTY, cookie: worker }, { name: 'MASH queue', path: '/queue', cookie: worker },
    { name: 'Child’s page', path: child, cookie: worker }, { name: 'Overdue board', path: '/strategy', cookie: supervisor },
  ]
  const taken = pages.map((page) => ({ ...page, times: [] as number[], html: '' }))
  // By turns, so that what else the machine does falls on all of them; the first fifth warms up.
  for (let turn = 0; turn < turns; turn += 1) {
    for (const page of taken) {
      const began = performance.now()
      page.html = await get(origin, page.path, page.cookie)
      if (turn >= turns / 5) page.times.push(performance.now() - began)
    }
  }
  const sizes = new Map<string, number>()
  const measured = []
  for (const page of taken) measured.push({ name: page.name, ms: middle(page.times), script: await scripts(origin, page.html, sizes), htmlKb: kb(gzipSync(page.html).length) })
  const floor = measured[0]
  if (floor === undefined) return []
  return measured.map(({ name, ms, script, htmlKb }) =>
    ({ name, ms, htmlKb, toEmpty: Math.round((ms / floor.ms) * 100) / 100, scriptKb: kb(script), overFloorKb: kb(script - floor.script) }))
}

const kb = (bytes: number): number => Math.round(bytes / 100) / 10

function middle(times: readonly number[]): number {
  return Math.round(([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0) * 10) / 10
}

async function get(origin: string, path: string, cookie: string): Promise<string> {
  const answer = await fetch(new URL(path, origin), { headers: { cookie }, redirect: 'manual' })
  if (answer.status !== (path === EMPTY ? 404 : 200)) throw new Error(`${path} answered ${answer.status}`)
  return answer.text()
}

/** What a browser of today loads for this page: each file once, those for old browsers left out. */
async function scripts(origin: string, html: string, sizes: Map<string, number>): Promise<number> {
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag))
  let sum = 0
  for (const source of new Set(tags.map(([, src]) => src ?? ''))) {
    const size = sizes.get(source) ?? gzipSync(await (await fetch(new URL(source.replaceAll('&amp;', '&'), origin))).text()).length
    sizes.set(source, size)
    sum += size
  }
  return sum
}

async function signIn(origin: string, email: string, password: string): Promise<string> {
  const answer = await fetch(new URL('/sign-in/submit', origin), {
    method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ email, password, next: '/' }).toString(),
  })
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '').filter((pair) => !pair.endsWith('=')).join('; ')
  if (cookie === '') throw new Error(`${email} could not sign in at ${origin}`)
  return cookie
}
