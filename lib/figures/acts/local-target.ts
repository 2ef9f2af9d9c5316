import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, invalid, notFound } from '@/lib/acts/outcome'
import { addDays, londonDate, plainDate } from '@/lib/policy/calendar/london'
import { isLooser, LONDON, ownTargetOn } from '@/lib/policy/measures/local-targets'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { boroughWords } from '@/lib/wording/boroughs'
import { bornWords } from '@/lib/wording/london-words'
import type { Tx } from '@/lib/platform/db'
import { localTargetInput, targetWithdrawalInput } from '../input'
import { localTargets, targetedCalled, targetFor, targetWords } from '../targets'

const PAGE = '/figures/targets'
const onlyOne = (tx: Tx, borough: string, measure: string): Promise<number> => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`local target ${borough} ${measure}`}))`
/** Whose it is, in a sentence: 'Merton', 'London'. */
const holder = (borough: string): string => boroughWords(borough)

/**
 * Sets a target of a borough's own, or London's, from a day to come: what was done before it was set is not judged by it. It tightens the catalogue's of
 * that day, and London's, and never loosens them (DESIGN section 2). Without a value: none of their own from that day.
 */
export const setLocalTarget: Act<typeof localTargetInput> = {
  name: 'set-local-target', right: 'set-local-target', input: localTargetInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const { borough, measure, value, reason } = input
    if (borough !== LONDON && !(BOROUGH_CODES as readonly string[]).includes(borough)) throw invalid('borough', 'Choose whose target it is')
    // What all of London is to reach is the lead's; what a borough is to reach beyond it, its manager's.
    if (context.as(borough).role === 'london-lead' && borough !== LONDON) throw forbidden('A borough’s own target is set by who manages the borough. Set London’s: every borough is held to it.')
    const [targeted, from, today] = [targetedCalled(measure), plainDate(input.from), londonDate(now)]
    if (targeted === null) throw invalid('measure', 'Choose the measure')
    if (from <= today) throw invalid('from', 'This would judge what was done before it was set: choose tomorrow or later')
    if (from > addDays(today, 731)) throw invalid('from', 'Choose a day within two years')
    await onlyOne(tx, borough, measure)
    const locals = await localTargets(tx, now)
    const later = locals.find((one) => one.borough === borough && one.measure === measure && one.from >= from)
    if (later !== undefined) throw invalid('from', `Something else is set from ${bornWords(later.from)}: take that back first`)
    if (value === null && ownTargetOn(locals, measure, borough, from) === null) throw invalid('value', `${holder(borough)} has no target of its own here: enter one`)
    // What would stand on that day without it: the catalogue's, and for a borough London's.
    const floor = targetFor(targeted, borough, from, locals.filter((one) => one.borough !== borough))
    if (value !== null && floor !== null && isLooser(targeted.better, value, floor.value)) {
      context.refuse([{
        rule: 'local-target-only-tightens', clause: targeted.clause, field: 'value',
        says: `${targeted.title}: ${floor.by === null ? `the policy asks for ${targetWords(targeted, floor.value)}` : `${targetWords(targeted, floor.value)} is set for London since ${bornWords(floor.by.from)}`}, and ${targetWords(targeted, value)} would loosen it.`,
        wayForward: `Enter ${targetWords(targeted, floor.value)} or ${targeted.better === 'higher' ? 'more' : 'less'}. Without a target of its own ${holder(borough)} is held to ${targetWords(targeted, floor.value)}.`,
      }], { borough, subjects: [] })
    }
    const targetId = randomUUID()
    const words = value === null ? `No target of its own: ${targeted.title}` : `Target set: ${targeted.title}, ${targetWords(targeted, value)}`
    const entryId = context.record({
      ledger: borough, kind: 'policy-changed', heading: `${words}, ${holder(borough)}, from ${bornWords(from)}`, occurredAt: now, subjects: [],
      body: { borough, change: 'local-target', target_id: targetId, measure, value, from, reason },
    })
    await tx.localTarget.createMany({ data: [{ id: targetId, entryId, borough, measure, value, from: new Date(`${from}T00:00:00Z`), reason, recordedAt: now, recordedBy: actor.accountId }] })
    return { goTo: PAGE, says: `${words}, from ${bornWords(from)}. Nothing before that day is judged by it.`, ids: { targetId } }
  },
}

/** Takes back a local target that does not hold yet. One that holds is followed by another, or by none, from a day to come. */
export const withdrawLocalTarget: Act<typeof targetWithdrawalInput> = {
  name: 'withdraw-local-target', right: 'set-local-target', input: targetWithdrawalInput,
  async run(context, { targetId, reason }) {
    const { tx, now, actor } = context
    const row = await tx.localTarget.findUnique({ where: { id: targetId } })
    if (row === null) throw notFound()
    if (context.as(row.borough).role === 'london-lead' && row.borough !== LONDON) throw forbidden('A borough’s own target is taken back by who manages the borough.')
    await onlyOne(tx, row.borough, row.measure)
    const title = targetedCalled(row.measure)?.title ?? row.measure
    if (plainDate(row.from.toISOString().slice(0, 10)) <= londonDate(now)) throw conflict('This target holds already: set another, or none, from a day to come.')
    const entryId = context.record({
      ledger: row.borough, kind: 'policy-changed', heading: `Target taken back: ${title}, ${holder(row.borough)}`, occurredAt: now, subjects: [], corrects: row.entryId,
      body: { borough: row.borough, change: 'local-target-withdrawn', target_id: targetId, reason },
    })
    // One of two who take it back at once: the other is told.
    const { count } = await tx.localTargetWithdrawal.createMany({ data: [{ targetId, entryId, borough: row.borough, reason, recordedAt: now, recordedBy: actor.accountId }], skipDuplicates: true })
    if (count === 0) throw conflict('Somebody took this target back already.')
    return { goTo: PAGE, says: `${title}: the target is taken back before its day.`, ids: { targetId } }
  },
}
