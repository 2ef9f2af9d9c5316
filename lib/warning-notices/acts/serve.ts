import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import type { IndexCard } from '@/lib/people/card'
import { ledgerOf, standingOf } from '@/lib/people/standing'
import { personToChange } from '@/lib/people/worked-person'
import { londonDate, startOfLondonDay } from '@/lib/policy/calendar/london'
import { known, notAhead } from '@/lib/protection/acts/standing'
import { bornWords } from '@/lib/wording/london-words'
import { considerInput, serveInput } from '../input'
import { groundInRecord, noticeEnds, noticeGround, noticeStands } from '../eligibility'
import { childThen, dayOf, noonless, noticesPage } from './of'

const serveForm = (adultId: string, childId: string): string => `/adults/${adultId}/notice?child=${childId}`

/** cawn-consider: whether a notice is used about this child and this adult, or not and why. Also outside a meeting. */
export const considerNotice: Act<typeof considerInput> = {
  name: 'consider-notice',
  right: 'warning-notice',
  input: considerInput,
  async run(context, input) {
    const { ledger } = await personToChange(context, 'warning-notice', input.childId)
    await adultOf(context, input.adultId, input.childId)
    const used = input.used === 'yes'
    const entryId = context.record({
      ledger, kind: 'option-considered', heading: used ? 'Child abduction warning notice considered: to be served' : 'Child abduction warning notice considered and not used', occurredAt: context.now, subjects: [input.childId],
      body: { option: 'cawn', used, why: input.why, suspect: input.adultId, suspect_ids: [input.adultId] },
    })
    return { goTo: used ? serveForm(input.adultId, input.childId) : noticesPage(input.adultId), ids: { entryId, adultId: input.adultId }, says: used ? 'Put on the record. Record the service here once it is served.' : 'That it was considered and not used is on the record, with the reason.' }
  },
}

/** A notice was served. Age and care are judged as they stood in London on the day of service; what does not allow it is refused by its clause. */
export const serveNotice: Act<typeof serveInput> = {
  name: 'serve-notice',
  right: 'warning-notice',
  input: serveInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const { ledger } = await personToChange(context, 'warning-notice', input.childId)
    await adultOf(context, input.adultId, input.childId)
    notAhead(context, 'servedAt', input.servedAt)
    const child = await childThen(context, input.childId, input.servedAt)
    const eligible = noticeGround(input.ground, child, input.servedAt)
    if (eligible.may === 'ask') throw invalid('ground', eligible.what)
    if (eligible.may === 'no') context.refuse([eligible.refusal], { borough: ledger, subjects: [input.childId] })
    // The care of a power that runs out by itself ends with it, unless something else is stated.
    const kept = input.ground === 'police-protection' || input.ground === 'emergency-protection-order' ? child.keptUntil : null
    const careEndsOn = input.ground === 'under-16' ? null : input.careEndsOn ?? (kept === null ? null : londonDate(kept))
    if (careEndsOn !== null && careEndsOn < londonDate(input.servedAt)) throw invalid('careEndsOn', 'The care ended before the notice was served')
    await tx.$executeRaw`SELECT lock_people(${[input.childId, input.adultId].sort()}::uuid[])`
    await endWhatHasEnded(context, input, child.bornOn)
    const [noticeId, ends] = [randomUUID(), noticeEnds({ ground: input.ground, careEndsOn }, child.bornOn, input.servedAt)]
    const entryId = context.record({
      ledger, kind: 'suspect-action', heading: 'Child abduction warning notice served', occurredAt: input.servedAt, subjects: [input.childId],
      body: known({ action: 'cawn-served', notice_id: noticeId, served_at: input.servedAt.toISOString(), ends_on: ends, ground: groundInRecord(input.ground), suspect: input.adultId, suspect_ids: [input.adultId], officer: `${input.servedRank} ${input.servedBy}` }),
    })
    await tx.warningNotice.createMany({ data: [{
      id: noticeId, adultId: input.adultId, childId: input.childId, borough: ledger, ground: input.ground, noteRead: input.noteRead, careEndsOn: noonless(careEndsOn), servedAt: input.servedAt, servedBy: input.servedBy,
      servedRank: input.servedRank, place: input.place, conditions: input.conditions, recordedAt: now, recordedBy: actor.accountId, entryId,
    }] })
    await tieOf(context, input)
    context.record({ ledger: await ledgerOf(tx, input.adultId), kind: 'adult-linked', heading: 'Child abduction warning notice served on this person', occurredAt: input.servedAt, subjects: [input.adultId], body: { notice_id: noticeId, how: 'notice' } })
    return { goTo: noticesPage(input.adultId), ids: { noticeId, adultId: input.adultId, childId: input.childId }, says: ends === null ? 'The notice is on the record.' : `The notice is on the record. It ends by itself on ${bornWords(ends)}; you are told 28 days before.` }
  },
}

/** An adult whom the actor can find, never a restricted one that was not opened, and no child. */
async function adultOf({ tx, actor, now }: ActContext, adultId: string, childId: string): Promise<IndexCard> {
  const standing = adultId === childId ? null : await standingOf(tx, actor, adultId, now)
  if (standing === null) throw invalid('adultId', 'Choose an adult who is on record')
  if (standing.card.masked) throw invalid('adultId', 'This person is restricted: open the record first')
  return standing.card
}

/** A notice that has ended by itself stands in nobody’s way; one that still stands does. */
async function endWhatHasEnded({ tx, actor, now }: ActContext, { adultId, childId }: { adultId: string; childId: string }, bornOn: Parameters<typeof noticeEnds>[1]): Promise<void> {
  const earlier = await tx.warningNotice.findFirst({ where: { adultId, childId, endedAt: null } })
  if (earlier === null) return
  const facts = { ground: earlier.ground, careEndsOn: dayOf(earlier.careEndsOn), servedAt: earlier.servedAt, endedAt: null }
  if (noticeStands(facts, bornOn, now)) throw conflict('A notice to this adult about this child stands already: open it to record a breach, or end it first.')
  const ends = noticeEnds(facts, bornOn, now)
  await tx.warningNotice.updateMany({ where: { id: earlier.id, endedAt: null }, data: { endedAt: ends === null ? now : startOfLondonDay(ends), endedWhy: 'Ended by itself', endedBy: actor.accountId } })
}

/** Whoever was given a notice is a person of concern to the child, and known where the child is. */
async function tieOf({ tx, now, household }: ActContext, { adultId, childId }: { adultId: string; childId: string }): Promise<void> {
  const there = await tx.relationship.findFirst({ where: { personId: adultId, otherId: childId, kind: { startsWith: 'suspect' }, until: null }, select: { id: true } })
  if (there === null) await tx.relationship.createMany({ data: [{ id: randomUUID(), personId: adultId, otherId: childId, kind: 'suspect', since: now }], skipDuplicates: true })
  household(adultId)
  await tx.personReach.createMany({ data: [{ personId: adultId, borough: await ledgerOf(tx, childId), why: 'matter', since: now }], skipDuplicates: true })
}
