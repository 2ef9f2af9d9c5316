import { cookieOptions } from './cookie'

/** What was typed on a sign-in that failed, for the next try. In a cookie for some minutes: an address would stand in logs. */
const name = 'holdfast-typed-email'

interface Jar {
  get: (name: string) => { value: string } | undefined
}

interface WritableJar extends Jar {
  set: (name: string, value: string, options: object) => unknown
  delete: (name: string) => unknown
}

export function keepTypedEmail(jar: WritableJar, email: string): void {
  jar.set(name, email.slice(0, 254), { ...cookieOptions(), path: '/sign-in', maxAge: 300 })
}

export function forgetTypedEmail(jar: WritableJar): void {
  jar.set(name, '', { ...cookieOptions(), path: '/sign-in', maxAge: 0 })
}

export function typedEmail(jar: Jar): string {
  return jar.get(name)?.value ?? ''
}
