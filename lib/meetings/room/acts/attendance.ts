import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AGENCIES, RANKS } from '@/lib/access/roles'
import type { Act } from '@/lib/acts/act'
import { notFound } from '@/lib/acts/outcome'
import { id, text } from '@/lib/referrals/input'
import { PARTICIPANT_WORDS } from '@/lib/wording/agencies'
import { counted } from '@/lib/wording/lists'
import { accountsOf } from '../../account-of'
import { meetingToChange } from '../../agenda/find'

const rank = z.enum([...RANKS, ''], { error: 'Choose the rank from the list' }).nullish().transform((value) => value || null)
const canCommit = z.enum(['yes', 'no', ''], { error: 'Say whether they can commit resources' }).nullish().transform((value) => (value === 'yes' ? true : value === 'no' ? false : null))

const markInput = z.object({
  callId: id,
  /** `changed`: otherwise than the page came with it. Only those are written: two who tick at the same time do not undo each other’s ticks. */
  rows: z.array(z.object({ attendanceId: id, changed: z.boolean(), present: z.boolean(), name: text(120, 'Enter the name'), rank, canCommit })).max(80, 'Too many rows'),
})

/** Who is there and who is not, by name, and whether each can commit the agency’s resources (R281). Changed while the meeting is in session. */
export const markAttendance: Act<typeof markInput> = {
  name: 'mark-attendance',
  right: 'convene-map',
  input: markInput,
  async run(context, { callId, rows }) {
    const { tx, actor, now } = context
    const { call, kind } = await meetingToChange(context, callId, 'run', 'open')
    for (const row of rows.filter((one) => one.changed).sort((a, b) => a.attendanceId.localeCompare(b.attendanceId))) {
      const { count } = await tx.meetingAttendance.updateMany({
        where: { id: row.attendanceId, callId: call.id }, data: { present: row.present, name: row.name, rank: row.rank, canCommit: row.canCommit, by: actor.accountId, at: now },
      })
      if (count === 0) throw notFound()
    }
    const here = await tx.meetingAttendance.count({ where: { callId: call.id, present: true } })
    return { goTo: `${kind.path}/${call.id}/room?part=here`, says: `${counted(here, 'person is', 'people are')} here.`, ids: { callId: call.id } }
  },
}

const addInput = z.object({
  callId: id,
  part: z.string({ error: 'Choose the part' }).refine((part) => Object.hasOwn(PARTICIPANT_WORDS, part), 'Choose the part'),
  agency: z.enum(AGENCIES, { error: 'Choose the agency' }),
  name: text(120, 'Enter the name'),
  rank, canCommit,
})

/** Somebody who came and was not asked. */
export const addAttendance: Act<typeof addInput> = {
  name: 'add-attendance',
  right: 'convene-map',
  input: addInput,
  async run(context, said) {
    const { tx, actor, now } = context
    const { call, kind } = await meetingToChange(context, said.callId, 'run', 'open')
    const [accountId = null] = await accountsOf(tx, [said], call.borough, now)
    await tx.meetingAttendance.createMany({ data: [{
      id: randomUUID(), callId: call.id, invitationId: null, part: said.part, agency: said.agency, name: said.name, rank: said.rank, accountId, present: true, canCommit: said.canCommit, by: actor.accountId, at: now,
    }] })
    return { goTo: `${kind.path}/${call.id}/room?part=here`, says: `${said.name} is here.`, ids: { callId: call.id } }
  },
}
