import 'server-only'
import { randomUUID } from 'node:crypto'
import { newReference } from '@/lib/people/reference'
import type { Tx } from '@/lib/platform/db'
import type { AgendaKind } from '../kinds'
import { monthOf, nextMonth, usualTime, type Month } from './month'

/**
 * The borough's meeting of that month, made where it is not there yet (mase-monthly: it exists by itself). Two who come at once find one.
 * Gives its id.
 */
export async function ensureMonth(tx: Tx, kind: AgendaKind, at: { readonly borough: string; readonly month: Month; readonly by: string; readonly now: Date }): Promise<string> {
  const where = { kind: kind.id, borough: at.borough, month: at.month }
  const there = await tx.meetingCall.findFirst({ where, select: { id: true } })
  if (there !== null) return there.id
  await tx.meetingCall.createMany({ skipDuplicates: true, data: [{
    id: randomUUID(), ...where, reference: newReference('M'), mode: 'meeting', meetsAt: usualTime(at.month, at.now), place: null, namesShared: true,
    leadAgency: 'police', calledAt: at.now, calledBy: at.by,
  }] })
  const made = await tx.meetingCall.findFirst({ where, select: { id: true } })
  if (made === null) throw new Error(`the ${kind.title} of ${at.month} in ${at.borough} is out of reach`)
  return made.id
}

/** The first monthly meeting of the borough that is still to be held: this month’s, or the next one’s where this month’s is over. */
export async function nextMeeting(tx: Tx, kind: AgendaKind, at: { readonly borough: string; readonly by: string; readonly now: Date }): Promise<string> {
  const open = await tx.meetingCall.findFirst({
    where: { kind: kind.id, borough: at.borough, month: { gte: monthOf(at.now) }, meetingId: null, calledOffAt: null }, orderBy: { month: 'asc' }, select: { id: true, meetsAt: true, openedAt: true },
  })
  // One that is in session now, or whose hour has passed, has its agenda already.
  if (open !== null && open.openedAt === null && open.meetsAt.getTime() > at.now.getTime()) return open.id
  const month = monthOf(at.now)
  if (open === null && usualTime(month, at.now).getTime() > at.now.getTime() && await tx.meetingCall.count({ where: { kind: kind.id, borough: at.borough, month } }) === 0) {
    return ensureMonth(tx, kind, { ...at, month })
  }
  const later = await tx.meetingCall.findFirst({
    where: { kind: kind.id, borough: at.borough, month: { gt: month }, meetingId: null, calledOffAt: null, openedAt: null, meetsAt: { gt: at.now } }, orderBy: { month: 'asc' }, select: { id: true },
  })
  if (later !== null) return later.id
  let after = nextMonth(month)
  // A month whose meeting was held early, or called off, is over.
  while (await tx.meetingCall.count({ where: { kind: kind.id, borough: at.borough, month: after } }) > 0) after = nextMonth(after)
  return ensureMonth(tx, kind, { ...at, month: after })
}
