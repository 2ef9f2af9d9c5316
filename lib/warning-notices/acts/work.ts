import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { ledgerOf } from '@/lib/people/standing'
import type { WarningNotice } from '@/lib/platform/generated/client'
import { notAhead } from '@/lib/protection/acts/standing'
import { bornWords } from '@/lib/wording/london-words'
import { ENDED_WORDS } from '@/lib/wording/warning-notices'
import { breachInput, endInput } from '../input'
import { noticeEnds, noticeStands } from '../eligibility'
import { childThen, dayOf, noticesPage, noticeToChange } from './of'

/** The adult did what the notice forbids: on the child’s record at once, with what was done about it. */
export const recordBreach: Act<typeof breachInput> = {
  name: 'record-notice-breach',
  right: 'warning-notice',
  input: breachInput,
  async run(context, input) {
    const notice = await noticeToChange(context, input.noticeId)
    notAhead(context, 'at', input.at)
    if (input.at.getTime() < notice.servedAt.getTime()) throw invalid('at', 'This is before the notice was served')
    if (!(await stands(context, notice, input.at))) throw invalid('at', 'The notice no longer stood then: record it as information about the child instead')
    const entryId = context.record({
      ledger: await ledgerOf(context.tx, notice.childId), kind: 'notice-breached', heading: 'Child abduction warning notice breached', occurredAt: input.at, subjects: [notice.childId],
      body: { notice_id: notice.id, suspect_ids: [notice.adultId] },
    })
    await context.tx.noticeBreach.createMany({ data: [{ id: randomUUID(), noticeId: notice.id, at: input.at, what: input.what, done: input.done, recordedAt: context.now, recordedBy: context.actor.accountId, entryId }] })
    return { goTo: noticesPage(notice.adultId), ids: { noticeId: notice.id, entryId }, says: 'The breach is on the child’s record. It is no offence by itself: see below what it supports.' }
  },
}

/** Ended before its day, with why. */
export const endNotice: Act<typeof endInput> = {
  name: 'end-notice',
  right: 'warning-notice',
  input: endInput,
  async run(context, input) {
    const notice = await noticeToChange(context, input.noticeId)
    if (notice.endedAt !== null) throw conflict('This notice has ended already: open the page again to see when and why.')
    if (!(await stands(context, notice, context.now))) throw conflict(`This notice has ended by itself${await endedOn(context, notice)}.`)
    const why = `${ENDED_WORDS[input.why]}. ${input.note}`
    const done = await context.tx.warningNotice.updateMany({ where: { id: notice.id, endedAt: null }, data: { endedAt: context.now, endedWhy: why, endedBy: context.actor.accountId } })
    if (done.count === 0) throw conflict('Somebody has ended this notice: open the page again to see why.')
    context.record({
      ledger: await ledgerOf(context.tx, notice.childId), kind: 'notice-ended', heading: 'Child abduction warning notice ended', occurredAt: context.now, subjects: [notice.childId],
      body: { notice_id: notice.id, why: input.why, suspect_ids: [notice.adultId] },
    })
    return { goTo: noticesPage(notice.adultId), ids: { noticeId: notice.id }, says: 'The notice has ended. Tell the adult, and whoever works with the child.' }
  },
}

const factsOf = (notice: WarningNotice) => ({ ground: notice.ground, careEndsOn: dayOf(notice.careEndsOn), servedAt: notice.servedAt, endedAt: notice.endedAt })

async function stands(context: ActContext, notice: WarningNotice, at: Date): Promise<boolean> {
  const { bornOn } = await childThen(context, notice.childId, at)
  return noticeStands(factsOf(notice), bornOn, at)
}

async function endedOn(context: ActContext, notice: WarningNotice): Promise<string> {
  const { bornOn } = await childThen(context, notice.childId, context.now)
  const ends = noticeEnds(factsOf(notice), bornOn, context.now)
  return ends === null ? '' : ` on ${bornWords(ends)}`
}
