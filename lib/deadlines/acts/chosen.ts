import { z } from 'zod'
import type { ActContext } from '@/lib/acts/act'
import { conflict, forbidden, notFound, type ActResult } from '@/lib/acts/outcome'
import { membershipFor, type ActName, type RightFacts } from '@/lib/access/permissions'
import type { EventKind } from '@/lib/policy/events'
import type { Refusal } from '@/lib/policy/rule'
import { id, text } from '@/lib/referrals/input'
import { dutyWords, DUTY_WORDS } from '@/lib/wording/duties'
import { counted, sentence } from '@/lib/wording/lists'
import { say } from '@/lib/wording/say'
import { dutyInReach } from '../reach'

/** What every act on duties takes: one or many of them, and why. A page of the board posts at most 25 children's clocks. */
export const dutiesInput = z.object({
  deadlineIds: z.array(id, { error: 'Choose at least one' }).min(1, 'Choose at least one').max(400, 'Choose at most 400 at once'),
  note: text(1000, 'Write a note: what was done, and why'),
})

const FIELDS = {
  id: true, alert: true, basis: true, childId: true, borough: true, referralId: true, owedBy: true, startedBy: true, itemId: true, dueAt: true,
  metAt: true, endedAt: true, supersededAt: true, assignedTo: true, assignedTeam: true, escalationLevel: true,
} as const

export interface ChosenDuty {
  readonly id: string
  readonly alert: string
  readonly basis: string | null
  readonly childId: string
  readonly borough: string
  readonly referralId: string | null
  readonly owedBy: string
  readonly startedBy: string
  readonly itemId: string | null
  readonly dueAt: Date
  readonly metAt: Date | null
  readonly endedAt: Date | null
  readonly supersededAt: Date | null
  readonly assignedTo: string | null
  readonly assignedTeam: string | null
  readonly escalationLevel: number
}

/** Why one of the chosen was left as it was. `policy`: a rule refuses, and the attempt is recorded when nothing else was done. */
export type Left = { readonly says: string } & (
  | { readonly why: 'state' | 'right' | 'unseen' }
  | { readonly why: 'policy'; readonly refusal: Refusal })

export interface Sorted {
  /** What the act will be done to, soonest due first. */
  readonly taken: readonly ChosenDuty[]
  readonly left: readonly { readonly duty: ChosenDuty | null; readonly left: Left }[]
}

/**
 * Sorts what was chosen into what the act may be done to and what it may not, each with its reason. Throws when nothing is
 * left to do: not found, refused by policy (recorded), forbidden, or overtaken by somebody else.
 */
export async function sortChosen(
  context: ActContext, right: ActName, ids: readonly string[],
  judge: (duty: ChosenDuty) => Left | null | Promise<Left | null>, factsOf: (duty: ChosenDuty) => RightFacts = () => ({}),
): Promise<Sorted> {
  const wanted = [...new Set(ids)]
  const where = { id: { in: wanted }, ...dutyInReach(context.actor) }
  const seen = await context.tx.deadline.findMany({ where, select: { childId: true } })
  if (seen.length === 0) throw notFound()
  // Whoever holds the discussion at this moment locks the same children: what is read after this is what stands.
  await context.tx.$executeRaw`SELECT lock_people(${[...new Set(seen.map((row) => row.childId))].sort()}::uuid[])`
  const found: ChosenDuty[] = await context.tx.deadline.findMany({ where, select: FIELDS, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] })
  const taken: ChosenDuty[] = []
  const left: { duty: ChosenDuty | null; left: Left }[] = []
  for (const duty of found) {
    const reason = closed(duty) ?? (membershipFor(context.actor, right, duty.borough, factsOf(duty)) === null ? NOT_YOURS : await judge(duty))
    if (reason === null) taken.push(duty)
    else left.push({ duty, left: reason })
  }
  for (let unseen = found.length; unseen < wanted.length; unseen += 1) left.push({ duty: null, left: { why: 'unseen', says: 'not found' } })
  if (taken.length === 0) stop(context, left)
  return { taken, left }
}

const NOT_YOURS: Left = { why: 'right', says: 'your role may not do this here' }

function closed(duty: ChosenDuty): Left | null {
  if (duty.supersededAt !== null) return { why: 'state', says: 'an earlier due time has taken its place' }
  if (duty.metAt !== null) return { why: 'state', says: 'it has been met' }
  return duty.endedAt === null ? null : { why: 'state', says: 'it has ended' }
}

function stop(context: ActContext, left: Sorted['left']): never {
  const refused = left.flatMap((one) => (one.left.why === 'policy' && one.duty !== null ? [{ duty: one.duty, refusal: one.left.refusal }] : []))
  const first = refused[0]
  if (first !== undefined) {
    const refusals = [...new Map(refused.map((one) => [one.refusal.rule, one.refusal])).values()]
    context.refuse(refusals, {
      borough: first.duty.borough, subjects: [...new Set(refused.map((one) => one.duty.childId))],
      ...(first.duty.referralId === null ? {} : { referralId: first.duty.referralId }),
    })
  }
  if (left.every((one) => one.left.why === 'right')) throw forbidden('Your role may not do this here.')
  throw conflict(`Nothing was done: ${leftWords(left)}.`)
}

/** The clocks of one child in one borough: what an act says about them is one entry. */
export interface Matter {
  readonly childId: string
  readonly borough: string
  readonly referralId: string | null
  readonly duties: readonly [ChosenDuty, ...ChosenDuty[]]
}

export function mattersOf(duties: readonly ChosenDuty[]): Matter[] {
  const matters = new Map<string, Matter>()
  for (const duty of duties) {
    const key = `${duty.childId} ${duty.borough}`
    const known = matters.get(key)
    matters.set(key, known === undefined
      ? { childId: duty.childId, borough: duty.borough, referralId: duty.referralId, duties: [duty] }
      : { ...known, duties: [...known.duties, duty] })
  }
  return [...matters.values()]
}

/** One entry for each child: which duties, what was done and the note. `of` is the duty that falls due first. */
export function recordOn(context: ActContext, matter: Matter, right: ActName, said: { kind: EventKind; heading: string; body: Readonly<Record<string, unknown>> }, facts: RightFacts = {}): string {
  context.as(matter.borough, facts)
  return context.record({
    ledger: matter.borough, kind: said.kind, heading: said.heading, occurredAt: context.now, subjects: [matter.childId], referralId: matter.referralId,
    body: { of: matter.duties[0].id, duties: matter.duties.map((duty) => duty.id), ...said.body },
  })
}

/** 'Strategy discussion, same day'; for several clocks of one duty 'Strategy discussion'. Never a person's name. */
export function mattersWords(duties: readonly ChosenDuty[]): string {
  const [first, ...others] = duties
  if (first === undefined) return ''
  if (others.length === 0) return dutyWords(first.alert, first.basis)
  return others.every((duty) => duty.alert === first.alert) ? say(DUTY_WORDS, first.alert) : counted(duties.length, 'duty', 'duties')
}

/** What was done and what was left, for the person who did it. Names nobody: it travels in the page's address. */
export function resultOf(sorted: Sorted, done: string, ids: Readonly<Record<string, string>> = {}): ActResult {
  const children = new Set(sorted.taken.map((duty) => duty.childId)).size
  const first = sorted.taken[0]
  const many = children > 1 || sorted.left.length > 0
  const what = many ? `${done} for ${counted(children, 'child', 'children')}.` : `${done}: ${mattersWords(sorted.taken)}.`
  return {
    goTo: many || first === undefined ? '/strategy' : `/duties/${first.id}`,
    says: sorted.left.length === 0 ? what : `${what} ${counted(sorted.left.length, 'clock was', 'clocks were')} left as before: ${leftWords(sorted.left)}.`,
    ids: { done: sorted.taken.map((duty) => duty.id).join(','), left: sorted.left.flatMap((one) => (one.duty === null ? [] : [one.duty.id])).join(','), ...ids },
  }
}

function leftWords(left: Sorted['left']): string {
  const said = left.map(({ duty, left: { says } }) => (duty === null ? says : `${dutyWords(duty.alert, duty.basis)}, ${says}`))
  return sentence([...new Set(said)].slice(0, 4).join('; '))
}

/** One change of the ledger through the one function that may. */
export async function changeDeadlines(context: ActContext, changes: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  if (changes.length > 0) await context.tx.$executeRaw`SELECT write_deadlines(${JSON.stringify(changes)}::jsonb)`
}
