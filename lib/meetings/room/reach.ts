import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { boroughsAt } from '@/lib/access/visibility'
import { Prisma } from '@/lib/platform/generated/client'
import type { Tx } from '@/lib/platform/db'
import { callInReach } from '../calls/queries'
import { agendaKind } from '../kinds'

/** The meeting of a room, as far as this actor may be in it. Null: there is none for them. */
export async function roomOf(tx: Tx, actor: Actor, id: string) {
  const call = await tx.meetingCall.findFirst({ where: { AND: [{ id }, callInReach(actor)] } })
  const kind = call === null ? null : agendaKind(call.kind)
  if (call === null || kind === null) return null
  const boroughs = boroughsAt(actor, 'record')
  const works = mayEver(actor, 'see-agenda') && (boroughs.includes('*') || boroughs.includes(call.borough))
  const asked = works || await tx.meetingInvitation.count({ where: { callId: id, OR: [{ accountId: actor.accountId }, { answers: { some: { insteadAccount: actor.accountId } } }] } }) > 0
  if (!asked) return null
  const state = call.calledOffAt !== null ? 'off' as const : call.meetingId !== null ? 'ended' as const : call.openedAt === null ? 'to-come' as const : 'open' as const
  return { call, kind, works, state, mayRun: membershipFor(actor, kind.agenda.rights.run, call.borough) !== null && membershipFor(actor, 'convene-map', call.borough) !== null }
}

/**
 * One word for all of a room but its minutes: who is there, what is listed, closed, considered, brought, agreed and taken up, as far as it is
 * there for this reader. It changes when any of them does.
 */
export async function markOf(tx: Tx, callId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ mark: string }[]>(Prisma.sql`
    SELECT md5(concat_ws('|',
      (SELECT string_agg(concat_ws(',', id, present, can_commit, name, rank), ';' ORDER BY id) FROM meeting_attendance WHERE call_id = ${callId}::uuid),
      (SELECT string_agg(concat_ws(',', id, position, closed_at, shared_with), ';' ORDER BY id) FROM meeting_item WHERE call_id = ${callId}::uuid),
      (SELECT concat_ws(',', count(*), max(at)) FROM item_option WHERE item_id IN (SELECT id FROM meeting_item WHERE call_id = ${callId}::uuid)),
      (SELECT concat_ws(',', count(*), max(at)) FROM item_research WHERE item_id IN (SELECT id FROM meeting_item WHERE call_id = ${callId}::uuid)),
      (SELECT concat_ws(',', count(*), max(set_at), count(done_at), count(carried_at)) FROM action WHERE call_id = ${callId}::uuid),
      (SELECT count(*) FROM action_review WHERE call_id = ${callId}::uuid),
      (SELECT concat_ws(',', opened_at, meeting_id, called_off_at) FROM meeting_call WHERE id = ${callId}::uuid))) AS mark`)
  return row?.mark ?? ''
}

/** How long a screen that brings itself up to date counts as one opening of what it shows. */
const VISIT_MS = 2 * 3_600_000

/**
 * Writes who is looked at in the room to the reading log. A page that somebody opens is an opening each time; a screen that asks for itself what
 * has changed is one for as long as it stands, and is written down again after two hours.
 */
export async function logRoom(tx: Tx, actor: Actor, reading: { readonly personIds: readonly string[]; readonly by: 'person' | 'screen' }, now: Date): Promise<void> {
  const people = [...new Set(reading.personIds)]
  if (people.length === 0) return
  const membership = actor.memberships[0]?.id ?? null
  const since = new Date(now.getTime() - VISIT_MS)
  await tx.$executeRaw`
    INSERT INTO reading_log (id, at, account_id, membership_id, person_id, depth, page)
    SELECT uuidv7(), ${now}::timestamptz, ${actor.accountId}::uuid, ${membership}::uuid, read.person_id, 'narrative', 'meeting room'
    FROM unnest(${people}::uuid[]) AS read (person_id)
    WHERE ${reading.by === 'person'} OR NOT EXISTS (SELECT 1 FROM reading_log earlier
      WHERE earlier.account_id = ${actor.accountId}::uuid AND earlier.at > ${since}::timestamptz AND earlier.person_id = read.person_id AND earlier.page = 'meeting room')`
}
