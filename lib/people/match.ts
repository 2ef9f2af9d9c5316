import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import { forbidden } from '@/lib/acts/outcome'
import { isEventKind, type EventKind } from '@/lib/policy/events'
import { eventHeading } from '@/lib/wording/events'

/** What is kept for the record it happened to: who opened it, what was done about its duties, what it was called. */
const NOT_TOLD_AGAIN: readonly EventKind[] = [
  'duty-chased', 'duty-escalated', 'duty-reassigned', 'duty-acknowledged', 'duty-annulled', 'duty-breached', 'duty-warned', 'act-refused', 'person-recorded',
  'identity-corrected', 'record-opened', 'record-restricted', 'restriction-lifted', 'entry-corrected', 'referral-claimed', 'referral-released', 'person-matched', 'person-looked-for',
]

/** What was told of the newly made record and the known one did not have: kept beside what stands, and never in its place. */
export interface NewlyTold {
  readonly told_name?: string
  readonly told_born_on?: string
  readonly told_telephone?: string
  readonly told_addresses?: number
}

/**
 * Joins a record that a partner's form made to the known person it is about. Nothing is deleted: the provisional record keeps its
 * entries, its addresses and its place in what was sent, so that the two can be parted again. The caller has locked both and
 * knows that both are open to the actor.
 */
export async function joinTo(context: ActContext, provisionalId: string, knownId: string): Promise<NewlyTold> {
  const { tx, now } = context
  const provisional = await tx.person.findUnique({ where: { id: provisionalId }, include: { addresses: true, names: true, reach: true, flags: { where: { removedAt: null } } } })
  if (provisional === null) throw forbidden('This record is restricted.')
  // The boroughs first: what follows is written and read within the reach that they give.
  await tx.personReach.createMany({ data: provisional.reach.map(({ borough, why }) => ({ personId: knownId, borough, why, since: now })), skipDuplicates: true })
  const known = await tx.person.findUnique({ where: { id: knownId }, include: { addresses: true, names: true, flags: { where: { removedAt: null } } } })
  if (known === null) throw forbidden('This record is restricted.')
  const told: NewlyTold = {
    ...newName(provisional, known), ...(provisional.bornOn !== null && provisional.bornOn.getTime() !== known.bornOn?.getTime() ? { told_born_on: provisional.bornOn.toISOString().slice(0, 10) } : {}),
    ...(provisional.telephone !== null && provisional.telephone !== known.telephone ? { told_telephone: provisional.telephone } : {}),
  }
  if (told.told_name !== undefined) await tx.personName.createMany({ data: [{ id: randomUUID(), personId: knownId, name: told.told_name, kind: 'told' }] })
  if (known.telephone === null && provisional.telephone !== null) await tx.person.updateMany({ where: { id: knownId }, data: { telephone: provisional.telephone } })
  const further = provisional.addresses.filter((one) => !known.addresses.some((own) => sameAddress(one, own)))
  // Since when they live there nobody said: such an address stands behind the one that the record gives as theirs.
  await tx.personAddress.createMany({ data: further.map(({ line, postcode, borough }) => ({ id: randomUUID(), personId: knownId, line, postcode, borough, since: null, createdAt: now })) })
  await tx.flag.createMany({ data: provisional.flags.filter((flag) => !known.flags.some((own) => own.code === flag.code)).map((flag) => ({ ...flag, id: randomUUID(), personId: knownId })) })
  await joinTies(context, provisionalId, knownId)
  await joinMatters(context, provisionalId, knownId)
  await tellAgain(context, provisionalId, knownId)
  await tx.person.updateMany({ where: { id: provisionalId }, data: { matchedTo: knownId } })
  // Without this line whoever may not know of the restricted person would read of them under the name that was sent.
  if (known.restricted) await tx.$queryRaw`SELECT set_restricted(${provisionalId}::uuid, true, ${now}::timestamptz)`
  return { ...told, ...(further.length > 0 ? { told_addresses: further.length } : {}) }
}

interface Named { readonly givenName: string | null; readonly familyName: string | null; readonly names: readonly { name: string }[] }

const fullName = (one: Named): string => [one.givenName, one.familyName].filter(Boolean).join(' ')

/** The name as it was sent, where the known person has no such name: what the sender writes next time finds them. */
function newName(provisional: Named, known: Named): NewlyTold {
  const name = fullName(provisional)
  const own = [fullName(known), ...known.names.map((one) => one.name)].map((one) => one.toLowerCase())
  return name === '' || own.includes(name.toLowerCase()) ? {} : { told_name: name }
}

const plain = (text: string | null): string => (text ?? '').toLowerCase().replaceAll(/[^a-z0-9]/g, '')
const sameAddress = (one: { line: string; postcode: string | null }, other: { line: string; postcode: string | null }): boolean =>
  plain(one.line) === plain(other.line) && plain(one.postcode) === plain(other.postcode)

/** Who is who to them goes on from the known person; the provisional record's ties end today, and stay to be seen. */
async function joinTies({ tx, now }: ActContext, provisionalId: string, knownId: string): Promise<void> {
  const its = { OR: [{ personId: provisionalId }, { otherId: provisionalId }], until: null }
  const ties = await tx.relationship.findMany({ where: its })
  const moved = ties.map(({ personId, otherId, kind }) => ({
    id: randomUUID(), personId: personId === provisionalId ? knownId : personId, otherId: otherId === provisionalId ? knownId : otherId, kind, since: now,
  }))
  await tx.relationship.createMany({ data: moved.filter((tie) => tie.personId !== tie.otherId), skipDuplicates: true })
  await tx.relationship.updateMany({ where: its, data: { until: now } })
}

/** What was sent, discussed and agreed about the provisional record is about the known person. */
async function joinMatters({ tx, actor, now }: ActContext, provisionalId: string, knownId: string): Promise<void> {
  const rows = await tx.referralPerson.findMany({ where: { personId: provisionalId, NOT: { role: 'matched' } }, select: { referralId: true, role: true } })
  await tx.referralPerson.createMany({ data: rows.map((row) => ({ ...row, personId: knownId })), skipDuplicates: true })
  await tx.referralPerson.updateMany({ where: { personId: provisionalId, NOT: { role: 'matched' } }, data: { role: 'matched', lookedAt: now, lookedBy: actor.accountId } })
  const meetings = await tx.meetingChild.findMany({ where: { personId: provisionalId }, select: { meetingId: true } })
  await tx.meetingChild.createMany({ data: meetings.map(({ meetingId }) => ({ meetingId, personId: knownId })), skipDuplicates: true })
  await tx.action.updateMany({ where: { childId: provisionalId }, data: { childId: knownId } })
}

interface HistoryRow {
  id: string
  kind: string
  occurred_at: Date
  recorded_at: Date
  ledger: string
  referral_id: string | null
  body: Record<string, unknown>
}

/**
 * Tells the known person's chronology what the provisional one holds, each thing at the moment it happened, recorded now and saying
 * when it was first recorded: every clock counts from the original receipt.
 */
async function tellAgain(context: ActContext, provisionalId: string, knownId: string): Promise<void> {
  const { tx } = context
  const history = await tx.$queryRaw<HistoryRow[]>`SELECT id, kind, occurred_at, recorded_at, ledger, referral_id, body FROM policy_history(ARRAY[${provisionalId}]::uuid[])`
  const lines = await tx.entry.findMany({ where: { id: { in: history.map((row) => row.id) } }, select: { id: true, heading: true, agency: true, source: true } })
  // What was annulled as started in error starts nothing again.
  const annulled = new Set(history.filter((row) => row.kind === 'duty-annulled').map((row) => row.body['of']))
  for (const row of history) {
    if (!isEventKind(row.kind) || NOT_TOLD_AGAIN.includes(row.kind) || annulled.has(row.id)) continue
    const line = lines.find((one) => one.id === row.id)
    context.record({
      ledger: row.ledger, kind: row.kind, heading: line?.heading ?? eventHeading(row.kind), occurredAt: row.occurred_at, subjects: [knownId], referralId: row.referral_id,
      source: line?.source ?? null, ...(line === undefined ? {} : { agency: line.agency }), toldAgain: true,
      body: { ...row.body, matched_from: provisionalId, told_again_of: row.id, first_recorded_at: row.recorded_at.toISOString() },
    })
  }
}
