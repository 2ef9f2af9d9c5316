import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Whom a notification for a role in a borough goes to. `accountId` null: to the role, where no rota is kept. */
export interface Addressee {
  readonly role: string
  readonly accountId: string | null
  /** The role nobody was on duty as, where this one is told in its place. */
  readonly insteadOf: string | null
}

const WEEK = 7 * 24 * 3_600_000
/** Who is told when nobody is on duty as a role: those who stand in for it out of hours, then up the ladder at once. */
const UP: Readonly<Record<string, readonly string[]>> = {
  'mash-officer': ['mash-decision-maker', 'borough-manager', 'london-lead'],
  'mash-social-worker': ['mash-decision-maker', 'borough-manager', 'london-lead'],
  'mash-decision-maker': ['borough-manager', 'london-lead'],
  'cait-officer': ['cait-supervisor', 'borough-manager', 'london-lead'],
  'cait-supervisor': ['borough-manager', 'london-lead'],
  'borough-manager': ['london-lead'],
}
/** The Emergency Duty Team acts for the MASH out of hours, where it has somebody on shift. */
const OUT_OF_HOURS: readonly string[] = ['mash-officer', 'mash-social-worker', 'mash-decision-maker']

interface Holder { readonly accountId: string; readonly teamId: string; readonly role: string; readonly boroughs: readonly string[] }
interface Away { readonly accountId: string; readonly coverId: string | null }

/**
 * Who is told of what at `now`, by the rota: those on shift, whoever covers them when they are away, and up a rung at once where
 * nobody is. A team without any shift within a week of now keeps no rota, and its people are told as before.
 */
export async function dutyRota(tx: Tx, now: Date): Promise<(role: string, borough: string) => Addressee[]> {
  const rota = await rotaAt(tx, now)
  if (rota === null) return (role) => [{ role, accountId: null, insteadOf: null }]
  const on = (role: string, borough: string): Addressee[] | null => {
    // Nobody of this role keeps a rota here: told to the role, as if there were none.
    if (!rota.isKept(role, borough)) return null
    return rota.on(role, borough).map((accountId) => ({ role, accountId, insteadOf: null }))
  }
  return (role, borough) => {
    const first = on(role, borough)
    if (first === null) return [{ role, accountId: null, insteadOf: null }]
    if (first.length > 0) return first
    const night = OUT_OF_HOURS.includes(role) ? on('emergency-duty-worker', borough) ?? [] : []
    if (night.length > 0) return night.map((one) => ({ ...one, insteadOf: role }))
    for (const above of UP[role] ?? []) {
      const next = on(above, borough)
      if (next === null) return [{ role: above, accountId: null, insteadOf: role }]
      if (next.length > 0) return next.map((one) => ({ ...one, insteadOf: role }))
    }
    // Nobody at all: better told to everybody of the role than to nobody.
    return [{ role, accountId: null, insteadOf: null }]
  }
}

/**
 * Who is on duty as a role in a borough at `now`, by account: those on shift, or whoever stands in for them. Where no rota is kept,
 * everybody of the role who is not away. Nobody, where nobody is: what can wait for them to come on, waits.
 */
export async function onDuty(tx: Tx, now: Date): Promise<(role: string, borough: string) => string[]> {
  return (await rotaAt(tx, now, false)).on
}

interface RotaAt {
  isKept(role: string, borough: string): boolean
  on(role: string, borough: string): string[]
}

/** Null where no team keeps a rota, unless asked for all the same. */
async function rotaAt(tx: Tx, now: Date): Promise<RotaAt | null>
async function rotaAt(tx: Tx, now: Date, orNull: false): Promise<RotaAt>
async function rotaAt(tx: Tx, now: Date, orNull = true): Promise<RotaAt | null> {
  const kept = await tx.shift.findMany({ where: { endedAt: null, endsAt: { gt: new Date(now.getTime() - WEEK) }, startsAt: { lt: new Date(now.getTime() + WEEK) } }, select: { teamId: true, accountId: true, startsAt: true, endsAt: true } })
  if (kept.length === 0 && orNull) return null
  const keepers = new Set(kept.map((shift) => shift.teamId))
  const [held, away] = await Promise.all([
    tx.membership.findMany({ where: { since: { lte: now }, OR: [{ endedAt: null }, { endedAt: { gt: now } }], account: { disabledAt: null } }, select: { accountId: true, teamId: true, role: true, team: { select: { boroughs: true } } } }),
    tx.absence.findMany({ where: { endedAt: null, startsAt: { lte: now }, endsAt: { gt: now } }, select: { accountId: true, coverId: true } }),
  ])
  const holders = held.map(({ team, ...membership }): Holder => ({ ...membership, boroughs: team.boroughs }))
  const onShift = new Set(kept.filter((shift) => shift.startsAt <= now && shift.endsAt > now).map((shift) => `${shift.teamId} ${shift.accountId}`))
  const present = (accountId: string): string | null => presentOrCover(accountId, away, new Set(holders.map((holder) => holder.accountId)))
  const own = (role: string, borough: string): Holder[] => holders.filter((holder) => holder.role === role && (holder.boroughs.length === 0 || holder.boroughs.includes(borough)))
  return {
    isKept: (role, borough) => own(role, borough).some((holder) => keepers.has(holder.teamId)),
    on: (role, borough) => {
      const told = own(role, borough).filter((holder) => !keepers.has(holder.teamId) || onShift.has(`${holder.teamId} ${holder.accountId}`)).map((holder) => present(holder.accountId))
      return [...new Set(told)].flatMap((accountId) => (accountId === null ? [] : [accountId]))
    },
  }
}

/** The person, or whoever covers them; a cover who is away too hands on, and a ring of covers is nobody. */
function presentOrCover(accountId: string, away: readonly Away[], working: ReadonlySet<string>): string | null {
  const asked = new Set<string>()
  for (let current: string | null = accountId; current !== null && !asked.has(current);) {
    const id: string = current
    const absence = away.find((one) => one.accountId === id)
    if (absence === undefined) return working.has(id) ? id : null
    asked.add(id)
    current = absence.coverId
  }
  return null
}
