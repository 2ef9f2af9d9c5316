import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { membershipFor } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { inReach, personInReach } from '@/lib/access/visibility'
import { referralWords } from '@/lib/access/words'
import { childrenOf } from '@/lib/deadlines/children'
import { policyHistories } from '@/lib/deadlines/histories'
import { expectedFromCall } from '@/lib/meetings/calls/expected'
import { strategyDiscussion } from '@/lib/meetings/kinds/strategy-discussion'
import { clauseView } from '@/lib/meetings/queries'
import { partsNeeded } from '@/lib/meetings/quorum-verdict'
import { partWords } from '@/lib/meetings/words'
import type { Tx } from '@/lib/platform/db'
import { specialistsFor } from '@/lib/policy/rules/strategy-discussion/specialists'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { agencyWords, senderWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import type { ExpectedParticipant, NewDiscussion } from './view'

interface Asked {
  readonly referral?: string | undefined
  readonly child?: string | undefined
  /** A called discussion that was held. */
  readonly call?: string | undefined
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What the form to record a discussion starts from: the children, and who has to take part. Null where it is out of reach. */
export function newDiscussion(actor: Actor, asked: Asked, now: Date): Promise<NewDiscussion | null> {
  return readAs(actor, async (tx) => {
    const referral = asked.referral !== undefined && UUID.test(asked.referral)
      ? await tx.referral.findFirst({ where: { id: asked.referral, ...inReach(actor, 'record') }, include: { people: { where: { role: 'child' } } } })
      : null
    const single = referral === null && asked.child !== undefined && UUID.test(asked.child)
      ? await tx.person.findFirst({ where: { AND: [{ id: asked.child }, personInReach(actor, 'record')] }, select: { id: true, homeBorough: true } })
      : null
    const main = referral?.people.map((person) => person.personId) ?? (single === null ? [] : [single.id])
    const borough = referral?.borough ?? boroughFor(actor, single?.homeBorough ?? null)
    if (main.length === 0 || borough === null || membershipFor(actor, 'record-strategy-discussion', borough) === null) return null
    const referrer = referral === null ? null : (await referralWords(tx, [referral.id]))(referral.id).referrerName
    const call = asked.call !== undefined && UUID.test(asked.call)
      ? await tx.meetingCall.findFirst({ where: { id: asked.call, kind: strategyDiscussion.id, borough, meetingId: null, calledOffAt: null }, include: { children: true } })
      : null
    const about = new Set(call === null ? main : call.children.map((child) => child.personId))
    const linked = await childrenNamedWith(tx, actor, main)
    const childOf = await childrenOf(tx, actor, [...main, ...linked], now)
    await logReading(tx, actor, { personIds: [...main, ...linked], depth: 'record', page: 'new discussion' }, now)
    const firstName = childOf(main[0] ?? '').name
    const boroughs = boroughsOf(actor)
    const expected = await expectedAt(tx, main, referral?.id ?? null, referral === null ? null : { from: referral.fromWords, name: referrer }, now)
    return {
      page: `${referral === null ? `/discussions/new?child=${main[0]}` : `/discussions/new?referral=${referral.id}`}${call === null ? '' : `&call=${call.id}`}`, callId: call?.id ?? null,
      referral: referral === null ? null : { id: referral.id, reference: referral.reference, from: [senderWords(referral.fromWords), referrer].filter(Boolean).join(', ') },
      borough: referral !== null || boroughs.length === 1 ? { code: borough, words: boroughWords(borough) } : null,
      boroughs: boroughs.map((code) => ({ value: code, label: boroughWords(code) })), boroughFirst: borough,
      children: [
        ...main.map((id) => ({ ...pick(childOf(id)), chosen: about.has(id), why: referral === null ? 'From the child’s page' : 'Named in the referral' })),
        ...linked.map((id) => ({ ...pick(childOf(id)), chosen: about.has(id), why: `Named with ${firstName}` })),
      ],
      expected: call === null ? expected : await expectedFromCall(tx, call.id, expected),
      quorumClause: clauseView(strategyDiscussion.quorum.clause), specialistsClause: clauseView('sd-specialists'), recordClause: clauseView(strategyDiscussion.record.clause),
      colleagues: await colleaguesIn(tx, borough, now), chairSays: strategyDiscussion.chair.says,
    }
  })
}

const pick = ({ id, name, age }: { id: string; name: string; age: string | null }) => ({ id, name, age })

const boroughsOf = (actor: Actor): string[] =>
  BOROUGH_CODES.filter((code) => membershipFor(actor, 'record-strategy-discussion', code) !== null)

/** Where the child lives, if that is the actor's; else the first of the actor's own. */
function boroughFor(actor: Actor, home: string | null): string | null {
  const own = boroughsOf(actor)
  return home !== null && own.includes(home) ? home : own[0] ?? null
}

/** Children recorded beside these: siblings, and whoever was named in one referral with them. */
async function childrenNamedWith(tx: Tx, actor: Actor, ids: readonly string[]): Promise<string[]> {
  const ties = await tx.relationship.findMany({
    where: { kind: { in: ['named with', 'sibling', 'brother', 'sister', 'half-sibling'] }, until: null, OR: [{ personId: { in: [...ids] } }, { otherId: { in: [...ids] } }] },
    select: { personId: true, otherId: true }, take: 40,
  })
  const others = [...new Set(ties.flatMap((tie) => [tie.personId, tie.otherId]))].filter((id) => !ids.includes(id))
  const seen = await tx.person.findMany({ where: { AND: [{ id: { in: others } }, personInReach(actor, 'record')] }, select: { id: true } })
  return seen.map((person) => person.id)
}

/** The quorum for these children, then whom else to ask: each once, with what asks for them. */
async function expectedAt(tx: Tx, childIds: readonly string[], referralId: string | null, referrer: { from: string; name: string | null } | null, now: Date): Promise<ExpectedParticipant[]> {
  const parts = await partsNeeded(tx, strategyDiscussion, childIds, referralId, now)
  const required = parts.map((part): ExpectedParticipant => {
    const agency = part.startsWith('referrer:') ? part.slice('referrer:'.length) : null
    if (agency === null) return { part, agency: AGENCY_OF[part] ?? part, title: partWords(part), why: WHY[part] ?? 'part of the quorum', required: true }
    const who = referrer === null ? agencyWords(agency) : [referrer.name, senderWords(referrer.from)].filter(Boolean).join(', ')
    return { part: 'referrer', agency, title: partWords(part), why: `because the referral came from ${who}`, required: true }
  })
  const [histories, unborn] = [
    await policyHistories(tx, childIds, now),
    new Set((await tx.person.findMany({ where: { id: { in: [...childIds] }, unborn: true }, select: { id: true } })).map((person) => person.id)),
  ]
  const asked = [...histories.values()].flatMap((history) => specialistsFor(history, unborn.has(history.child.id)))
  const expected = [...required]
  for (const { part, agency, title, why } of asked) {
    if (expected.some((known) => known.title === title || (known.agency === agency && agency === 'education'))) continue
    expected.push({ part, agency, title, why, required: false })
  }
  return expected
}

const AGENCY_OF: Readonly<Record<string, string>> = { 'social-worker': 'csc', 'social-work-manager': 'csc', fostering: 'csc' }
const WHY: Readonly<Record<string, string>> = {
  'social-worker': 'always', 'social-work-manager': 'always, and somebody other than the social worker', health: 'always', police: 'always',
  fostering: 'because the child is looked after',
}

async function colleaguesIn(tx: Tx, borough: string, now: Date): Promise<string[]> {
  const accounts = await tx.account.findMany({
    where: {
      OR: [{ disabledAt: null }, { disabledAt: { gt: now } }],
      memberships: { some: { since: { lte: now }, role: { notIn: ['administrator', 'auditor'] }, OR: [{ endedAt: null }, { endedAt: { gt: now } }], team: { boroughs: { has: borough } } } },
    },
    select: { name: true }, orderBy: { name: 'asc' }, take: 200,
  })
  return [...new Set(accounts.map((account) => account.name))]
}
