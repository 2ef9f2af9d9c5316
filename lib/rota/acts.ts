import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { id, instant } from '@/lib/referrals/input'
import { instantWords } from '@/lib/wording/london-words'

const DAY = 24 * 3_600_000
const hoursOf = { startsAt: instant('Enter when it begins'), endsAt: instant('Enter when it ends') }

/** The team whose rota it is: the actor supervises every borough it covers, in its own agency. */
async function teamOf(context: ActContext, teamId: string): Promise<{ name: string; boroughs: readonly string[] }> {
  const team = await context.tx.team.findUnique({ where: { id: teamId } })
  if (team === null) throw notFound()
  for (const borough of team.boroughs.length === 0 ? ['london'] : team.boroughs) context.as(borough, { agency: team.agency })
  // Hours of one team are written one after the other, so that two supervisors do not put one person on twice.
  await context.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`rota ${teamId}`}))`
  return team
}

async function memberOf(context: ActContext, teamId: string, accountId: string, at: Date, field: string): Promise<string> {
  const found = await context.tx.membership.findFirst({
    where: { teamId, accountId, since: { lte: at }, OR: [{ endedAt: null }, { endedAt: { gt: at } }], account: { disabledAt: null } }, select: { account: { select: { name: true } } },
  })
  if (found === null) throw invalid(field, 'Choose somebody who is in this team then')
  return found.account.name
}

function checkHours({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date, longest: number, words: string): void {
  if (endsAt <= startsAt) throw invalid('endsAt', 'It must end after it begins')
  if (endsAt <= now) throw invalid('endsAt', 'This is over already')
  if (endsAt.getTime() - startsAt.getTime() > longest) throw invalid('endsAt', words)
}

const note = (context: ActContext, heading: string, body: Readonly<Record<string, unknown>>): void => {
  context.record({ ledger: 'london', kind: 'rota-changed', heading, occurredAt: context.now, subjects: [], body })
}

const shiftInput = z.object({ teamId: id, accountId: id, ...hoursOf, weeks: z.coerce.number({ error: 'Choose for how many weeks' }).int().min(1).max(12, 'At most twelve weeks at once').default(1) })

/** Puts somebody on duty, the same hours each week for so many weeks. */
export const addShift: Act<typeof shiftInput> = {
  name: 'add-shift', right: 'manage-rota', input: shiftInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const team = await teamOf(context, input.teamId)
    checkHours(input, now, DAY, 'A shift lasts 24 hours at most')
    const name = await memberOf(context, input.teamId, input.accountId, input.startsAt > now ? input.startsAt : now, 'accountId')
    const shifts = Array.from({ length: input.weeks }, (_, week) => ({ startsAt: weeksOn(input.startsAt, week), endsAt: weeksOn(input.endsAt, week) }))
    const standing = await tx.shift.findMany({ where: { teamId: input.teamId, accountId: input.accountId, endedAt: null, endsAt: { gt: now } }, select: { startsAt: true, endsAt: true } })
    if (shifts.some((shift) => standing.some((other) => other.startsAt < shift.endsAt && other.endsAt > shift.startsAt))) throw invalid('startsAt', `${name} is on duty at that time already`)
    const rows = shifts.map((shift) => ({ id: randomUUID(), teamId: input.teamId, accountId: input.accountId, ...shift, madeAt: now, madeBy: actor.accountId }))
    await tx.shift.createMany({ data: rows })
    note(context, `On duty for ${team.name}: ${name}, ${instantWords(input.startsAt)} to ${instantWords(input.endsAt)}${input.weeks === 1 ? '' : `, ${input.weeks} weeks`}`, { change: 'shift-added', team: input.teamId, account: input.accountId, shifts: rows.map((row) => row.id) })
    return { goTo: `/rota?team=${input.teamId}`, says: `${name} is on duty from ${instantWords(input.startsAt)}.`, ids: { shiftId: rows[0]?.id ?? '' } }
  },
}

/** The same London clock time so many weeks on: a shift from 08:00 is from 08:00 after the clocks have changed too. */
function weeksOn(at: Date, weeks: number): Date {
  const moved = new Date(at.getTime() + weeks * 7 * DAY)
  const clock = (instant: Date): number => {
    const [hour = 0, minute = 0] = CLOCK.format(instant).split(':').map(Number)
    return (hour % 24) * 60 + minute
  }
  const drift = ((clock(moved) - clock(at) + 36 * 60) % (24 * 60)) - 12 * 60
  return new Date(moved.getTime() - drift * 60_000)
}
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

const endShiftInput = z.object({ shiftId: id })

export const endShift: Act<typeof endShiftInput> = {
  name: 'end-shift', right: 'manage-rota', input: endShiftInput,
  async run(context, { shiftId }) {
    const { tx, now, actor } = context
    const shift = await tx.shift.findUnique({ where: { id: shiftId } })
    if (shift === null) throw notFound()
    const team = await teamOf(context, shift.teamId)
    if (shift.endsAt <= now) throw conflict('This shift is over.')
    const { count } = await tx.shift.updateMany({ where: { id: shiftId, endedAt: null }, data: { endedAt: now, endedBy: actor.accountId } })
    if (count === 0) throw conflict('This shift was taken off the rota already.')
    note(context, `Taken off the rota of ${team.name}: the shift of ${instantWords(shift.startsAt)}`, { change: 'shift-ended', team: shift.teamId, account: shift.accountId, shift: shiftId })
    return { goTo: `/rota?team=${shift.teamId}`, says: 'The shift is off the rota.', ids: { shiftId } }
  },
}

const absenceInput = z.object({ teamId: id, accountId: id, ...hoursOf, coverId: z.union([id, z.literal('')]).nullish().transform((value) => (value ? value : null)) })

/** Somebody is away; whoever covers is told in their place. Why they are away is not asked. */
export const recordAbsence: Act<typeof absenceInput> = {
  name: 'record-absence', right: 'manage-rota', input: absenceInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const team = await teamOf(context, input.teamId)
    checkHours(input, now, 366 * DAY, 'At most a year at once')
    const at = input.startsAt > now ? input.startsAt : now
    const name = await memberOf(context, input.teamId, input.accountId, at, 'accountId')
    if (input.coverId === input.accountId) throw invalid('coverId', 'Somebody else stands in')
    // Of the same team: whoever stands in must be allowed to open what they are told of.
    const cover = input.coverId === null ? null : await memberOf(context, input.teamId, input.coverId, at, 'coverId')
    const overlaps = await tx.absence.count({ where: { accountId: input.accountId, endedAt: null, startsAt: { lt: input.endsAt }, endsAt: { gt: input.startsAt } } })
    if (overlaps > 0) throw invalid('startsAt', `${name} is away at that time already: take that off first`)
    const absenceId = randomUUID()
    await tx.absence.createMany({ data: [{ id: absenceId, teamId: input.teamId, accountId: input.accountId, coverId: input.coverId, startsAt: input.startsAt, endsAt: input.endsAt, madeAt: now, madeBy: actor.accountId }] })
    note(context, `Away from ${team.name}: ${name}, ${instantWords(input.startsAt)} to ${instantWords(input.endsAt)}${cover === null ? '' : `, covered by ${cover}`}`, { change: 'absence', team: input.teamId, account: input.accountId, cover: input.coverId, absence: absenceId })
    return { goTo: `/rota?team=${input.teamId}`, says: `${name} is away${cover === null ? '' : `; ${cover} stands in`}.`, ids: { absenceId } }
  },
}

const endAbsenceInput = z.object({ absenceId: id })

export const endAbsence: Act<typeof endAbsenceInput> = {
  name: 'end-absence', right: 'manage-rota', input: endAbsenceInput,
  async run(context, { absenceId }) {
    const { tx, now, actor } = context
    const absence = await tx.absence.findUnique({ where: { id: absenceId } })
    if (absence === null) throw notFound()
    const team = await teamOf(context, absence.teamId)
    const { count } = await tx.absence.updateMany({ where: { id: absenceId, endedAt: null, endsAt: { gt: now } }, data: { endedAt: now, endedBy: actor.accountId } })
    if (count === 0) throw conflict('This absence is over already.')
    note(context, `Back in ${team.name} earlier than planned`, { change: 'absence-ended', team: absence.teamId, account: absence.accountId, absence: absenceId })
    return { goTo: `/rota?team=${absence.teamId}`, says: 'The absence is taken off.', ids: { absenceId } }
  },
}
