import type { Actor, Membership } from '@/lib/access/actor'
import { mayAs, worksIn } from '@/lib/access/permissions'

interface Attended {
  readonly borough: string
  readonly participants: readonly { readonly agency: string; readonly accountId: string | null }[]
}

/**
 * Under which membership may the actor say what an agency that took part agrees to? A colleague of that agency in that
 * borough; a partner only where they were there in person, for one school does not speak for another. Else null.
 */
export const membershipForPosition = (actor: Actor, meeting: Attended): Membership | null =>
  actor.memberships.find((own) => mayAs(own, 'give-position', { agency: own.agency })
    && meeting.participants.some((participant) => participant.agency === own.agency)
    && (own.role === 'partner' ? meeting.participants.some((participant) => participant.accountId === actor.accountId) : worksIn(own, meeting.borough))) ?? null
