import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { instantWords } from '@/lib/wording/london-words'
import { roleWords } from '@/lib/wording/roles'

export interface RotaLine { readonly id: string; readonly name: string; readonly from: string; readonly until: string; readonly now: boolean; readonly note: string }
export interface RotaView {
  readonly teams: readonly { readonly value: string; readonly label: string }[]
  readonly team: { readonly id: string; readonly name: string } | null
  readonly people: readonly { readonly value: string; readonly label: string }[]
  readonly shifts: readonly RotaLine[]
  readonly absences: readonly RotaLine[]
  readonly onDuty: readonly string[]
}

const AHEAD = 42 * 24 * 3_600_000

/** The rota of one of the actor's teams: who is on duty now, the shifts and absences to come. Null for whoever arranges none. */
export async function rotaOf(actor: Actor, teamId: string | undefined, now: Date): Promise<RotaView | null> {
  if (!mayEver(actor, 'manage-rota')) return null
  return readAs(actor, async (tx) => {
    const boroughs = [...new Set(actor.memberships.flatMap((membership) => membership.boroughs))]
    const known = await tx.team.findMany({ where: { boroughs: { hasSome: boroughs } }, orderBy: { name: 'asc' }, take: 200 })
    const teams = known.filter((team) => team.boroughs.every((borough) => membershipFor(actor, 'manage-rota', borough, { agency: team.agency }) !== null))
    const team = teams.find((one) => one.id === teamId) ?? teams.find((one) => actor.memberships.some((membership) => membership.teamId === one.id)) ?? teams[0] ?? null
    const labels = teams.map((one) => ({ value: one.id, label: one.name }))
    if (team === null) return { teams: labels, team: null, people: [], shifts: [], absences: [], onDuty: [] }
    const to = { endedAt: null, endsAt: { gt: now }, startsAt: { lt: new Date(now.getTime() + AHEAD) } }
    const [members, shifts, absences] = await Promise.all([
      tx.membership.findMany({ where: { teamId: team.id, account: { disabledAt: null }, OR: [{ endedAt: null }, { endedAt: { gt: now } }] }, include: { account: { select: { name: true } } }, orderBy: { account: { name: 'asc' } } }),
      tx.shift.findMany({ where: { teamId: team.id, ...to }, orderBy: { startsAt: 'asc' }, take: 200 }),
      tx.absence.findMany({ where: { teamId: team.id, ...to }, orderBy: { startsAt: 'asc' }, take: 100 }),
    ])
    const nameOf = (id: string): string => members.find((member) => member.accountId === id)?.account.name ?? 'Somebody who has left the team'
    const line = (row: { id: string; accountId: string; startsAt: Date; endsAt: Date }, note: string): RotaLine =>
      ({ id: row.id, name: nameOf(row.accountId), from: instantWords(row.startsAt), until: instantWords(row.endsAt), now: row.startsAt <= now, note })
    const awayNow = absences.filter((absence) => absence.startsAt <= now)
    return {
      teams: labels, team: { id: team.id, name: team.name },
      people: members.map((member) => ({ value: member.accountId, label: `${member.account.name}, ${roleWords(member.role)}` })),
      shifts: shifts.map((shift) => line(shift, absences.some((absence) => absence.accountId === shift.accountId && absence.startsAt < shift.endsAt && absence.endsAt > shift.startsAt) ? 'away in that time' : '')),
      absences: absences.map((absence) => line(absence, absence.coverId === null ? 'nobody stands in' : `${nameOf(absence.coverId)} stands in`)),
      onDuty: shifts.filter((shift) => shift.startsAt <= now).map((shift) => {
        const absence = awayNow.find((one) => one.accountId === shift.accountId)
        return absence === undefined ? nameOf(shift.accountId) : absence.coverId === null ? `${nameOf(shift.accountId)} is away and nobody stands in` : `${nameOf(absence.coverId)}, for ${nameOf(shift.accountId)}`
      }),
    }
  })
}
