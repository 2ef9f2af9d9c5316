import { afterEach, describe, expect, it, vi } from 'vitest'
import { addressOf } from '@/lib/platform/auth/address'
import { fromOurPages, localPath } from '@/lib/platform/auth/same-origin'

afterEach(() => vi.unstubAllEnvs())

describe('a POST comes from our own pages', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['same host', { host: 'holdfast.example', origin: 'https://holdfast.example' }, true],
    ['another host', { host: 'holdfast.example', origin: 'https://evil.example' }, false],
    ['another port', { host: 'localhost:3000', origin: 'http://localhost:4000' }, false],
    ['a host that begins with ours', { host: 'holdfast.example', origin: 'https://holdfast.example.evil.example' }, false],
    ['no origin: a script with a cookie jar', { host: 'holdfast.example' }, true],
    ['no origin, but the browser says another site', { host: 'holdfast.example', 'sec-fetch-site': 'cross-site' }, false],
    ['our host, but the browser says a sibling site', { host: 'holdfast.example', origin: 'https://holdfast.example', 'sec-fetch-site': 'same-site' }, false],
    ['a withheld origin on our own page', { host: 'holdfast.example', origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
    ['a withheld origin from nowhere', { host: 'holdfast.example', origin: 'null' }, false],
    ['an origin that is no address', { host: 'holdfast.example', origin: 'nonsense' }, false],
    ['a host header written by the caller', { host: 'holdfast.example', 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' }, false],
  ])('%s', (_what, headers, ours) => {
    expect(fromOurPages(new Headers(headers))).toBe(ours)
  })

  it('goes by the configured address when there is one', () => {
    vi.stubEnv('HOLDFAST_ORIGIN', 'https://holdfast.example')
    expect(fromOurPages(new Headers({ host: '10.0.0.5:3000', origin: 'https://holdfast.example' }))).toBe(true)
    expect(fromOurPages(new Headers({ host: '10.0.0.5:3000', origin: 'http://10.0.0.5:3000' }))).toBe(false)
  })
})

describe('where to go after signing in', () => {
  it.each([
    ['/queue', '/queue'], ['/people/1?tab=time#x', '/people/1?tab=time#x'], ['', '/'], [null, '/'], [undefined, '/'],
    ['https://evil.example', '/'], ['//evil.example', '/'], ['/\\evil.example', '/'], ['/\t/evil.example', '/'],
    ['/%2f/evil.example', '/%2f/evil.example'], ['javascript:alert(1)', '/'], ['/a/../../queue', '/queue'], ['/.//evil.example', '/'], ['/x/..//evil.example', '/'],
  ])('%j leads to %s', (asked, to) => {
    expect(localPath(asked)).toBe(to)
  })
})

describe('the address of a caller', () => {
  it('is what the server saw, when no proxy stands before it', () => {
    expect(addressOf(new Headers({ 'x-forwarded-for': '192.0.2.7' }))).toBe('192.0.2.7')
    expect(addressOf(new Headers())).toBe('unknown')
  })

  it('is what the outermost of our proxies saw, whatever the caller wrote before', () => {
    vi.stubEnv('HOLDFAST_PROXIES', '2')
    expect(addressOf(new Headers({ 'x-forwarded-for': '203.0.113.9, 192.0.2.7, 10.0.0.2' }))).toBe('192.0.2.7')
  })
})
