import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AGENCIES } from '@/lib/access/roles'
import { coverAt } from '@/lib/access/team-cover'
import type { Act } from '@/lib/acts/act'
import { forbidden, invalid, notFound } from '@/lib/acts/outcome'
import { sameName } from '@/lib/platform/like'
import { borough, id, text } from '@/lib/referrals/input'
import { boroughWords } from '@/lib/wording/boroughs'
import { joined } from '@/lib/wording/lists'
import { instantWords } from '@/lib/wording/london-words'
import { day } from '../input'
import { notHeldThere } from '../rights-of-roles'
import { TEAM_KIND_CODES } from '../words'
import { asAdministrator } from '../who-may'
import { isRole } from '@/lib/access/roles'
import { note } from './accounts'

export const teamPage = (teamId: string): string => `/admin/teams/${teamId}`
const boroughs = z.array(borough, { error: 'Choose the boroughs' }).max(33).transform((codes) => [...new Set(codes)].sort())
const coverWords = (codes: readonly string[]): string => (codes.length === 0 ? 'all of London' : joined(codes.map((code) => boroughWords(code))))

const addInput = z.object({
  name: text(120, 'Enter the team’s name'), agency: z.enum(AGENCIES, { error: 'Choose the agency' }), kind: z.enum(TEAM_KIND_CODES, { error: 'Choose what the team does' }), boroughs,
})

/** A team keeps its name for good: duties that were given to it are kept under that name. */
export const addTeam: Act<typeof addInput> = {
  name: 'add-team', right: 'manage-accounts', input: addInput,
  async run(context, input) {
    const { tx, now, actor } = context
    asAdministrator(context, input.boroughs)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('teams'))`
    // A duty is given to a team by its name: two of one name would each see the other's.
    if ((await tx.team.count({ where: { name: sameName(input.name) } })) > 0) throw invalid('name', 'There is a team of this name already')
    const teamId = randomUUID()
    const code = `${input.kind}-${teamId.slice(0, 8)}`
    await tx.team.createMany({ data: [{ id: teamId, code, name: input.name, agency: input.agency, kind: input.kind, boroughs: input.boroughs }] })
    await tx.teamCover.createMany({ data: [{ id: randomUUID(), teamId, boroughs: input.boroughs, since: now, setAt: now, setBy: actor.accountId }] })
    note(context, 'team-changed', `Team added: ${input.name}, ${coverWords(input.boroughs)}`, { team: teamId, change: 'added', name: input.name, agency: input.agency, covers: input.boroughs })
    return { goTo: teamPage(teamId), says: `${input.name} is a team.`, ids: { teamId } }
  },
}

const coverInput = z.object({ teamId: id, boroughs, since: day, reason: text(500, 'Say why') })

/** Which boroughs a team covers from a day on: at once, or planned. What its people may see follows at that instant. */
export const setTeamBoroughs: Act<typeof coverInput> = {
  name: 'set-team-boroughs', right: 'manage-accounts', input: coverInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const team = await tx.team.findUnique({ where: { id: input.teamId }, include: { memberships: { where: { OR: [{ endedAt: null }, { endedAt: { gt: now } }] }, select: { role: true, accountId: true } } } })
    if (team === null) throw notFound()
    const before = (await coverAt(tx, [team], now))(team)
    asAdministrator(context, before)
    asAdministrator(context, input.boroughs)
    if (team.memberships.some((membership) => membership.accountId === actor.accountId)) throw forbidden('This is your own team: another administrator says what it covers.')
    const since = input.since === null || input.since <= now ? now : input.since
    if (since <= now && before.length === input.boroughs.length && input.boroughs.every((code) => before.includes(code))) throw invalid('boroughs', 'The team covers just these boroughs already')
    for (const { role } of team.memberships) {
      const wrong = isRole(role) ? notHeldThere(role, team.agency, input.boroughs) : null
      if (wrong !== null) throw invalid('boroughs', input.boroughs.length === 0 ? 'Somebody in this team works in a borough: choose at least one' : 'Somebody in this team works for all of London: it cannot be put into boroughs')
    }
    await tx.teamCover.createMany({ data: [{ id: randomUUID(), teamId: team.id, boroughs: input.boroughs, since, setAt: now, setBy: actor.accountId }] })
    if (since <= now) await tx.team.updateMany({ where: { id: team.id }, data: { boroughs: input.boroughs } })
    const from = since > now ? `from ${instantWords(since)}` : 'from now'
    note(context, 'team-changed', `${team.name} covers ${coverWords(input.boroughs)} ${from}`, { team: team.id, change: 'boroughs', before, after: input.boroughs, since: since.toISOString(), reason: input.reason })
    return { goTo: teamPage(team.id), says: `${team.name} covers ${coverWords(input.boroughs)} ${from}.`, ids: { teamId: team.id } }
  },
}
