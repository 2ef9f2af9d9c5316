import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { listForMeeting } from '@/lib/meetings/agenda/acts/list-for-meeting'
import { openMeeting } from '@/lib/meetings/agenda/acts/open-meeting'
import { addAttendance } from '@/lib/meetings/room/acts/attendance'
import type { z } from 'zod'
import { aMashOfficer, anActor } from './actors'
import type { TestDatabase } from './database'
import { childrenOf } from './recorded-discussions'
import { aReferral } from './referrals'

type Input = Record<string, unknown>

/** Does an act that the situation needs; throws where it is not accepted. */
export async function done<Schema extends z.ZodType>(act: Act<Schema>, actor: Actor, input: Input, now: Date): Promise<Readonly<Record<string, string>>> {
  const outcome = await perform(act, actor, input, { key: randomUUID(), now })
  if (!outcome.ok) throw new Error(`${act.name}: ${JSON.stringify(outcome)}`)
  return outcome.result.ids
}

export const aChair = (database: TestDatabase, name = 'DI Rosalind Thackeray', borough = 'bromley'): Promise<Actor> =>
  anActor(database, { role: 'mase-chair', agency: 'police', boroughs: [borough], rank: 'inspector', name })

/** Bromley’s MASE in session, with a child and a theme on its agenda, a school and the police asked to it, and two chairs who take notes. */
export async function aRoom(database: TestDatabase, now: Date, named: Input = {}) {
  const [ada, ben] = [await aChair(database, 'Ada Byron'), await aChair(database, 'Ben Tolliver')]
  const { referralId } = await aReferral(await aMashOfficer(database), { children: [{ givenName: 'Tamsin', familyName: 'Brackwater', bornOn: '2001-03-27', ...named }] })
  const [personId = ''] = await childrenOf(database, referralId)
  const listed = await done(listForMeeting, ada, { kind: 'victim', personId, why: 'Seen twice with the same man', override: 'Listed before the discussion of this afternoon' }, now)
  const { itemId = '', callId = '' } = listed
  const { itemId: themeId = '' } = await done(listForMeeting, ada, { callId, kind: 'theme', title: 'Hotels by the station', why: 'Three calls in a week' }, now)
  // A MASE is opened on its day: this one is moved to the hour of the test.
  await database.admin('UPDATE meeting_call SET meets_at = $2 WHERE id = $1', [callId, new Date(now.getTime() + 600_000)])
  const school = await anActor(database, { role: 'partner', agency: 'education', boroughs: ['bromley'], name: 'Ms Rowan Teal' })
  await database.admin('INSERT INTO meeting_invitation (id, call_id, part, agency, name, account_id, required) VALUES ($1, $2, $3, $4, $5, $6, true)', [randomUUID(), callId, 'education', 'education', school.name, school.accountId])
  await done(openMeeting, ada, { callId, chairName: 'DI Rosalind Thackeray', chairAgency: 'police', chairRank: 'inspector' }, now)
  const [attendance] = await database.admin<{ id: string }>('SELECT id FROM meeting_attendance WHERE call_id = $1', [callId])
  return { ada, ben, school, personId, itemId, themeId, callId, attendanceId: attendance?.id ?? '' }
}

/** What the forms of the room would send, by act: good input. */
export async function inputsAboutRooms(database: TestDatabase, now: Date): Promise<Record<string, Input>> {
  const { ada, itemId, callId, attendanceId } = await aRoom(database, now)
  await done(addAttendance, ada, { callId, part: 'health', agency: 'health', name: 'Dr Mabel Nkemelu' }, now)
  return {
    'save-minute': { itemId, fields: [{ field: 'analysis', base: 0, text: 'She is afraid of him.' }] },
    'consider-option': { itemId, options: [{ option: 'cawn', used: 'no', why: 'He is not known by name.' }] },
    'agree-action': { itemId, what: 'Visit the hotel', ownerAgency: 'police', ownerName: 'PC Imogen Wray', dueOn: '2016-06-20' },
    'take-up-action': { callId, actionId: itemId, outcome: 'done', evidence: 'Visited' },
    'mark-attendance': { callId, rows: [{ attendanceId, changed: true, present: true, name: 'Ms Rowan Teal', canCommit: 'yes' }] },
    'add-attendance': { callId, part: 'camhs', agency: 'health', name: 'Dr Ines Quill' },
  }
}
