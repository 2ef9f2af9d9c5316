import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Actor } from '@/lib/access/actor'
import { systemNow } from '../clock'
import { currentSession, type CurrentSession } from './session'

export interface PageActor {
  readonly actor: Actor
  readonly session: Omit<CurrentSession, 'actor'>
  readonly now: Date
}

/** Who asks for this page, with rights re-read now; whoever is not signed in is sent to sign in and brought back. */
export async function pageActor(path?: string): Promise<PageActor> {
  const now = systemNow()
  const asked = await headers()
  const session = await currentSession(now, !bringsItselfUpToDate(asked))
  const next = path ?? asked.get('x-holdfast-path') ?? '/'
  if (session === null) redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  if ('ended' in session) redirect(`/sign-in?problem=ended&next=${encodeURIComponent(next)}`)
  if (session.actor === null) redirect('/sign-in?problem=ended')
  return { actor: session.actor, session, now }
}

/**
 * A page that a script asks for is a list bringing itself up to date: nobody need be sitting there, and without this line an
 * open queue would keep its session alive all night. The browser says so itself; our pages link by plain links only.
 */
export const bringsItselfUpToDate = (asked: Pick<Headers, 'get'>): boolean => asked.get('sec-fetch-dest') === 'empty'
