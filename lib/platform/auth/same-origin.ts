import { env } from '../env'

/**
 * Whether a POST comes from a page of ours. Browsers say so in Origin (or Sec-Fetch-Site); a script that sends
 * neither carries no browser's cookies and is let through.
 */
export function fromOurPages(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  if (origin === null) return true
  // A page that withholds where it comes from says "null"; Sec-Fetch-Site still tells.
  if (origin === 'null') return site === 'same-origin'
  return ourHosts(headers).includes(hostOf(origin))
}

function ourHosts(headers: Headers): (string | null)[] {
  const configured = env().HOLDFAST_ORIGIN
  if (configured !== undefined) return [hostOf(configured)]
  return [headers.get('host')]
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** A path of ours to go to after signing in; anything that leads elsewhere becomes the start page. */
export function localPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || asked.startsWith('//') || /[\\\0-\x1f]/.test(asked)) return '/'
  const base = 'http://holdfast.invalid'
  if (!URL.canParse(asked, base)) return '/'
  const url = new URL(asked, base)
  // Resolving dots can leave two slashes in front ("/.//elsewhere"), which a browser takes for another host.
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : '/'
}
