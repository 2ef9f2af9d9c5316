import type { TestDatabase } from './database'
import { anActor, aSocialWorker } from './actors'
import { aChair, aChildAtRisk, aListedChild, aMap, asked, done, hourOf, HOUR, mapOf, opened } from './agendas'
import { listForMeeting } from '@/lib/meetings/agenda/acts/list-for-meeting'
import { endMeeting } from '@/lib/meetings/agenda/acts/end-meeting'

/** What the forms of MAP and MASE would send, by act: good input about meetings of Bromley. */
export async function inputsAboutAgendas(database: TestDatabase, now: Date): Promise<Record<string, Record<string, unknown>>> {
  const [chair, worker] = [await aChair(database), await aSocialWorker(database)]
  const { callId, itemId } = await aListedChild(database, chair, now)
  const plan = await aMap(database, worker, now)
  const doctor = await anActor(database, { role: 'partner', agency: 'health', boroughs: ['bromley'], name: 'Dr Ottilie Quill' })
  await asked(worker, plan.callId, [{ part: 'health', agency: 'health', name: doctor.name }], now)
  // One that was held: of the same borough, a month before.
  const early = new Date(now.getTime() - 62 * 24 * HOUR)
  const held = await done(listForMeeting, chair, { kind: 'theme', title: 'Lifts', why: 'Three schools', borough: 'bromley' }, early)
  const heldId = held['callId'] ?? ''
  const at = await opened(database, chair, heldId, { chairRank: 'sergeant' })
  await done(endMeeting, chair, { callId: heldId }, at)
  const [other, another] = [await aChildAtRisk(database, now), await aChildAtRisk(database, now)]
  const when = await hourOf(database, callId)
  return {
    'list-for-meeting': { kind: 'victim', personId: other, why: 'Seen twice with the same man' }, 'call-map': mapOf(another, now),
    'ask-to-meeting': { callId, invited: [{ part: 'health', agency: 'health', name: 'Dr Ines Ames' }] }, 'move-meeting': { callId, meetsAt: when.toISOString(), mode: 'meeting', place: 'Room 4' },
    'call-off-meeting': { callId, reason: 'The building is shut' }, 'bring-research': { itemId, agency: 'police', found: 'nothing' }, 'order-agenda': { itemId, way: 'up' }, 'share-item': { itemId, sharedWith: ['police', 'csc'] },
    'open-meeting': { callId, chairName: 'DI Thackeray', chairAgency: 'police', chairRank: 'inspector' }, 'close-item': { itemId, riskLevel: 'high' }, 'end-meeting': { callId },
    'sign-off-meeting': { callId: heldId }, 'except-chair': { callId: heldId, reason: 'The inspector was at court' }, 'issue-minutes': { callId: heldId }, 'confirm-minutes': { callId: heldId },
    'raise-with-board': { callId: heldId, agency: 'housing', reason: 'Two families wait' }, 'answer-of-board': { escalationId: heldId, answer: 'They will come' },
  }
}
