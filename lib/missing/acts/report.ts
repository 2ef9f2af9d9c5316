import 'server-only'
import { randomUUID } from 'node:crypto'
import { usedWithoutOpening } from '@/lib/access/openings/open-record'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { newEntryId } from '@/lib/chronology/new-entry-id'
import { addPeople } from '@/lib/people/add-people'
import { newReference } from '@/lib/people/reference'
import { callerWords, classWords } from '@/lib/wording/missing'
import { ageMustBeKnown } from '../age-known'
import { agreedHours, answered, childToLookFor, episodePage, known, recordOfEpisode } from '../episode'
import { reportInput, type ReportInput } from '../input'
import { absentUntil, packBegunUnder } from '../pack'
import { gradedEntry } from './grade'

const OUT = 'This child is already reported and not back: this call goes beside the first one.'

/**
 * mis-def-missing-2013, mis-def-absent, mis-u13, mis-cse-flag: a call that a child is away. Opens the episode, classes it, and grades it where
 * that is said at once; which class and which grade are open is the policy’s (gates on the entries written here).
 */
export const reportMissing: Act<typeof reportInput> = {
  name: 'report-missing',
  right: 'report-missing',
  input: reportInput,
  async run(context, input) {
    const { tx, now, actor } = context
    if (input.reportedAt.getTime() > now.getTime()) throw invalid('reportedAt', 'This is in the future: enter when the call came')
    if (input.lastSeenAt !== null && input.lastSeenAt.getTime() > input.reportedAt.getTime()) throw invalid('lastSeenAt', 'This is after the call: enter when the child was last seen')
    const { personId, restricted } = await childOf(context, input)
    if (input.as === 'absent') await ageMustBeKnown(context, personId)
    const open = await tx.episode.findFirst({ where: { personId, returnedAt: null }, select: { id: true } })
    if (open !== null) throw conflict(OUT)
    const pack = await packBegunUnder(tx, personId, input.reportedAt, now)
    const [id, entryId, absentFrom] = [randomUUID(), newEntryId(), input.as === 'absent' ? input.reportedAt : null]
    const episode = { id, personId, borough: input.borough }
    const made = await tx.episode.createMany({ skipDuplicates: true, data: [{
      ...episode, reference: newReference('E'), pack: pack.id, reportedAt: input.reportedAt, entryId, recordedAt: now, recordedBy: actor.accountId,
      callerName: input.callerName, callerKind: input.callerKind, callerPhone: input.callerPhone, missingFrom: input.missingFrom, lastSeenAt: input.lastSeenAt, lastSeenWhere: input.lastSeenWhere,
      answers: answered(input.answers), class: input.as, classedAt: input.reportedAt, absentFrom,
      absentUntil: absentFrom === null ? null : absentUntil(pack, absentFrom),
      exFlagReason: input.as === 'absent' && input.reason !== null, grade: input.grade, gradedAt: input.grade === null ? null : input.reportedAt, ...agreedHours(input.interval),
    }] })
    // Two callers at the same moment, two officers: one episode.
    if (made.count === 0) throw conflict(OUT)
    // The borough that looks for the child knows it from now on.
    await tx.personReach.createMany({ data: [{ personId, borough: input.borough, why: 'matter', since: now }], skipDuplicates: true })
    const told = { answers: answered(input.answers), indicators: input.indicators }
    await recordOfEpisode(context, episode, {
      id: entryId, kind: 'missing-reported', heading: `Reported ${classWords(input.as).toLowerCase()} by ${callerWords(input.callerKind).toLowerCase()}`, occurredAt: input.reportedAt, source: callerWords(input.callerKind),
      body: known({
        by: input.callerKind, ...told, missing_from: input.missingFrom, last_seen_at: input.lastSeenAt?.toISOString(), last_seen_where: input.lastSeenWhere,
        appearance: input.appearance, company: input.company, said: input.said, caller: input.callerName, telephone: input.callerPhone,
      }),
    })
    await recordOfEpisode(context, episode, {
      kind: 'episode-classified', heading: `Classed ${classWords(input.as).toLowerCase()}`, occurredAt: input.reportedAt,
      // With what was answered: the class is judged by it, and the report is put on record in the same act.
      body: known({ ...told, as: input.as, ...decidedBy(context), reason: input.reason, agreed_interval_hours: input.interval }),
    })
    if (input.grade !== null) await recordOfEpisode(context, episode, gradedEntry(context, input.reportedAt, input.grade, input.gradeReason, told))
    // After the report, which waits for nobody: the child is looked for at once, and somebody else says afterwards whether it was right to use the record.
    if (restricted) await usedWithoutOpening(context, { personId, purpose: 'missing', reason: `Reported missing by ${callerWords(input.callerKind).toLowerCase()}. Those who look for the child read name, age and borough; the record stays shut.` }, input.borough)
    const alerted = restricted ? ' The record is restricted: a reviewer is told that it was used.' : ''
    return { goTo: episodePage(id), says: `On record as ${classWords(input.as).toLowerCase()}.${alerted}`, ids: { episodeId: id, personId } }
  },
}

/** Who decides, by role and rank: some reasons are an inspector’s or a supervisor’s alone. */
export function decidedBy({ actor }: ActContext): Record<string, unknown> {
  const membership = actor.memberships.find(({ role }) => role === 'despatch-supervisor') ?? actor.memberships[0]
  return known({ by: membership?.role.replaceAll('-', ' '), rank: membership?.rank, supervisor: membership?.role === 'despatch-supervisor' ? true : null })
}

/** The child on record, or one put on record now: looked for first, because a second record hides the flag on the first. */
async function childOf(context: ActContext, input: ReportInput): Promise<{ readonly personId: string; readonly restricted: boolean }> {
  if (input.personId !== null) {
    const is = await childToLookFor(context, 'report-missing', input.personId, input.borough)
    // No apparent risk cannot be said by somebody to whom the record is shut; a refusal by what stands in it would tell of it.
    if (is === 'restricted' && input.as === 'absent') throw invalid('as', 'This record is restricted: what is on it cannot be weighed here, so the child is missing')
    return { personId: input.personId, restricted: is === 'restricted' }
  }
  context.as(input.borough)
  if (!input.searched) throw invalid('child.givenName', 'Look for the child among the people known before a new record is made')
  const [personId] = input.child === null ? [] : await addPeople(context, [{ ...input.child, personId: null }], input.borough, false)
  if (personId === undefined) throw invalid('child.givenName', 'Enter the child’s name, or describe the child if the name is not known')
  return { personId, restricted: false }
}
