import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { newReference } from '@/lib/people/reference'
import { writeMails } from '@/lib/platform/mail/outbox'
import { boroughOf, mustReach } from '@/lib/strategy/record-strategy-discussion'
import { instantWords } from '@/lib/wording/london-words'
import { accountsOf } from '../account-of'
import { strategyDiscussion } from '../kinds/strategy-discussion'
import { partsNeeded } from '../quorum-verdict'
import { callInput, type Invited } from './input'
import { laterThanDue } from './later-than-due'
import { timesOf } from './tell-asked'

/** Calls a strategy discussion: when, where, about whom, and who is asked (sd-threshold, sd-quorum). Each of those asked who has an account is told by mail. */
export const callDiscussion: Act<typeof callInput> = {
  name: 'call-discussion',
  right: 'record-strategy-discussion',
  input: callInput,
  async run(context, input) {
    const { tx, actor, now } = context
    const borough = await boroughOf(context, input)
    context.as(borough)
    await mustReach(context, input)
    if (input.meetsAt.getTime() <= now.getTime()) throw invalid('meetsAt', 'This has passed: a discussion that was held is recorded, not called')
    if (input.meetsAt.getTime() > now.getTime() + YEAR) throw invalid('meetsAt', 'Enter a date within a year')
    const childIds = [...new Set(input.children)].sort()
    const invited = input.invited.filter((one): one is Invited => one !== null)
    const [callId, reference] = [randomUUID(), newReference('M')]
    const needed = await partsNeeded(tx, strategyDiscussion, childIds, input.referralId, now)
    await tx.meetingCall.createMany({ data: [{
      id: callId, kind: strategyDiscussion.id, reference, borough, referralId: input.referralId, mode: input.mode, meetsAt: input.meetsAt, place: input.place,
      namesShared: input.namesShared, calledAt: now, calledBy: actor.accountId,
    }] })
    await tx.meetingCallChild.createMany({ data: childIds.map((personId) => ({ callId, personId })) })
    const accounts = await accountsOf(tx, invited, borough, now)
    await tx.meetingInvitation.createMany({ data: invited.map((one, index) => ({
      id: randomUUID(), callId, part: one.part, agency: one.agency, name: one.name, accountId: accounts[index] ?? null,
      required: needed.some((part) => part === one.part || part === `referrer:${one.agency}`),
    })) })
    await writeMails(tx, {
      kind: 'invitation', borough, aboutId: callId, reference, path: callPath(callId), calendar: timesOf(strategyDiscussion, { meetsAt: input.meetsAt, sequence: 0 }),
      toAccounts: accounts.filter((account): account is string => account !== null && account !== actor.accountId),
    }, actor.accountId, now)
    context.record({
      ledger: borough, kind: 'discussion-called', heading: `Strategy discussion called for ${instantWords(input.meetsAt)}`, occurredAt: now, subjects: childIds, referralId: input.referralId,
      body: { call_id: callId, reference, meets_at: input.meetsAt.toISOString(), mode: input.mode, place: input.place, names_shared: input.namesShared, asked: invited.map(({ part, agency, name }) => ({ part, agency, name })) },
    })
    const late = await laterThanDue(tx, actor, childIds, input.meetsAt)
    return {
      goTo: callPath(callId), ids: { callId },
      says: late !== null ? `Called. It comes after the time by which it is due. ${late}` : 'Called. Those asked are listed below with what they answer.',
    }
  },
}

const YEAR = 366 * 24 * 3_600_000
export const callPath = (id: string): string => `/discussions/called/${id}`
