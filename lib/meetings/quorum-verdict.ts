import 'server-only'
import { policyHistories } from '@/lib/deadlines/histories'
import type { Tx } from '@/lib/platform/db'
import type { PolicyEvent } from '@/lib/policy/events'
import { unknownTo } from './agenda/about-nobody'
import type { MeetingKind } from './kind'

export interface Verdict {
  /** Null when who took part is not known. */
  readonly quorate: boolean | null
  /** Parts that nobody filled, for any of the children: 'health', 'referrer:education'. */
  readonly missing: readonly string[]
  /** Police and social care alone: the 24-hour target stops, the full meeting is asked for. */
  readonly twoAgencyCall: boolean
  /** By whose rules, by id; several where the children's boroughs follow different ones. */
  readonly pack: string
}

interface Asked {
  readonly childIds: readonly string[]
  readonly borough: string
  readonly referralId: string | null
  /** The event as it will stand in the chronology. */
  readonly entryId: string
  readonly heldAt: Date
  readonly detail: Readonly<Record<string, unknown>>
}

/** Was it quorate for every child it was about? Each child has an own history: one looked after, another not. */
export async function verdictOf(tx: Tx, kind: MeetingKind, asked: Asked, now: Date): Promise<Verdict> {
  const histories = await policyHistories(tx, asked.childIds, now, asked.referralId === null ? [] : [{ referralId: asked.referralId, borough: asked.borough }])
  const event: PolicyEvent = {
    id: asked.entryId, kind: kind.entry, at: asked.heldAt, recordedAt: now, order: Number.MAX_SAFE_INTEGER, referralId: asked.referralId, detail: asked.detail,
  }
  // A monthly meeting whose agenda named no child has its attendance all the same.
  if (asked.childIds.length === 0) {
    const nobody = await unknownTo(tx, asked.borough, now)
    const { quorate, missing, twoAgencyCall } = kind.quorum.of(event, nobody)
    return { quorate, missing, twoAgencyCall, pack: nobody.packAt(event).id }
  }
  const each = asked.childIds.flatMap((childId) => {
    const history = histories.get(childId)
    return history === undefined ? [] : [kind.quorum.of(event, history)]
  })
  const packs = new Set([...histories.values()].map((history) => history.packAt(event).id))
  const known = each.every((one) => one.quorate !== null)
  return {
    quorate: known ? each.every((one) => one.quorate === true) : null, missing: [...new Set(each.flatMap((one) => one.missing))],
    twoAgencyCall: each.some((one) => one.twoAgencyCall), pack: [...packs].join(', '),
  }
}

/** Who has to take part for these children, before anybody has: what the form asks for. `referralId`: what it is held about. */
export async function partsNeeded(tx: Tx, kind: MeetingKind, childIds: readonly string[], referralId: string | null, now: Date): Promise<string[]> {
  const histories = await policyHistories(tx, childIds, now)
  const event: PolicyEvent = { id: '', kind: kind.entry, at: now, recordedAt: now, order: Number.MAX_SAFE_INTEGER, referralId, detail: { participants: [] } }
  return [...new Set([...histories.values()].flatMap((history) => kind.quorum.parts(event, history)))]
}
