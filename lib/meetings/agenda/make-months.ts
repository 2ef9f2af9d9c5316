import { withTransaction } from '@/lib/platform/db'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { AGENDA_KINDS } from '../kinds'
import { ensureMonth } from './ensure-month'
import { monthOf, nextMonth } from './month'

/** The account under which the timed work is recorded (migration worker). */
const BY = '00000000-0000-4000-8000-000000000001'
const REACH = { 'app.account': BY, 'app.record_boroughs': '*' } as const

/** Each borough has its meeting of this month and of the next one, called by nobody (mase-monthly). Done again it finds them. Gives how many there are. */
export async function makeMonths(now: Date): Promise<number> {
  const month = monthOf(now)
  return withTransaction(REACH, async (tx) => {
    let made = 0
    for (const kind of AGENDA_KINDS.filter((one) => one.agenda.rhythm === 'monthly')) {
      const there = new Set((await tx.meetingCall.findMany({ where: { kind: kind.id, month: { in: [month, nextMonth(month)] } }, select: { borough: true, month: true } })).map((one) => `${one.borough} ${one.month}`))
      for (const borough of BOROUGH_CODES) {
        for (const each of [month, nextMonth(month)]) {
          if (there.has(`${borough} ${each}`)) continue
          await ensureMonth(tx, kind, { borough, month: each, by: BY, now })
          made += 1
        }
      }
    }
    return made
  })
}
