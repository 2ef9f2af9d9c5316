import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { logReading } from '@/lib/access/reading-log'
import { endedWords } from '@/lib/deadlines/lines'
import { membershipAmong } from '@/lib/chronology/add/add-entry'
import type { PersonCard } from '@/lib/people/card'
import { openPerson } from '@/lib/people/open-person'
import { cardsOf, ledgerOf, standingOf } from '@/lib/people/standing'
import type { PersonHead, PersonPage } from '@/lib/people/view'
import type { Tx } from '@/lib/platform/db'
import type { TimescaleRule } from '@/lib/policy/rule'
import { householdChild } from '@/lib/policy/rules/risk/household-child'
import { linkedChild } from '@/lib/policy/rules/risk/linked-child'
import { widerRisk } from '@/lib/policy/rules/risk/wider'
import { boroughsWords, boroughWords } from '@/lib/wording/boroughs'
import { isHousehold, kinshipSeen } from '@/lib/wording/kinship'
import { momentWords } from '@/lib/wording/london-words'
import { say } from '@/lib/wording/say'
import { timeLeft, type TimeLeft } from '@/lib/wording/time-left'
import type { Choice } from '@/lib/protection/view'
import { suspectsOf } from './acts/name-other'
import type { NamingView, OtherChildrenView, OtherLine } from './view'
import { hasSuspectAccess, relationWords, RESULT_WORDS } from '@/lib/wording/other-children'

const MOST = 60

/** The other children of a child's matter: named, assessed, or still to be thought of. */
export const personOtherChildren = (actor: Actor, id: string, now: Date): Promise<PersonPage<OtherChildrenView> | null> =>
  openPerson(actor, id, 'other children', now, async (tx, head) => {
    const rows = await tx.otherChild.findMany({ where: { OR: [{ childId: id }, { otherId: id }] }, orderBy: { namedAt: 'desc' }, take: MOST })
    const ties = await tx.relationship.findMany({ where: { OR: [{ personId: id }, { otherId: id }], until: null }, take: MOST })
    const suspects = await suspectsOf({ tx }, id)
    const people = await cardsOf(tx, [...rows.flatMap((row) => [row.childId, row.otherId]), ...ties.flatMap((tie) => [tie.personId, tie.otherId])].filter((one) => one !== id), now)
    const clocks = await tx.deadline.findMany({
      where: { childId: id, rule: { in: [linkedChild.id, householdChild.id, widerRisk.id] }, supersededAt: null }, orderBy: { dueAt: 'asc' },
      select: { rule: true, itemId: true, dueAt: true, dayEnd: true, startsAt: true, metAt: true, endedAt: true, endedWhy: true },
    })
    const runs = ({ metAt, endedAt }: Clock): boolean => metAt === null && endedAt === null
    const left = (found: Clock | undefined): TimeLeft | null => (found === undefined || !runs(found) ? null : timeLeft(found, now))
    const line = (row: typeof rows[number], other: string): OtherLine => {
      const rule = row.otherId === id && hasSuspectAccess(row.relation) ? householdChild : linkedChild
      const own = clocks.filter((one) => one.rule === rule.id && (rule === householdChild || one.itemId === row.otherId))
      const clock = own.find(runs) ?? own.at(-1)
      return lineOf(row, people.get(other), left(clock), stateOf(clock, rule, head), now)
    }
    const named = new Set(rows.map((row) => (row.childId === id ? row.otherId : row.childId)))
    const wider = clocks.find((one) => one.rule === widerRisk.id && runs(one))
    const last = await tx.entrySubject.findFirst({ where: { personId: id, kind: 'wider-risk-check' }, orderBy: { occurredAt: 'desc' }, select: { occurredAt: true } })
    const view: OtherChildrenView = {
      others: rows.filter((row) => row.childId === id).map((row) => line(row, row.otherId)), namedIn: rows.filter((row) => row.otherId === id).map((row) => line(row, row.childId)),
      thinkOf: ties.filter((tie) => isHousehold(tie.kind) || tie.kind === 'named with').flatMap((tie) => thinkOf(tie, id, people, named)).filter((one, index, all) => all.findIndex((other) => other.id === one.id) === index),
      suspects: choicesOf(suspects, people), may: await mayName(tx, actor, id, now), wider: left(wider), checked: last === null ? null : momentWords(last.occurredAt, now),
    }
    await logOthers(tx, actor, people, now)
    return view
  })

interface Clock { readonly dueAt: Date; readonly dayEnd: boolean; readonly startsAt: Date; readonly metAt: Date | null; readonly endedAt: Date | null; readonly endedWhy: string | null }

/** Of one whose time does not run here. Another borough's clocks are behind the wall: that none is seen is no answer, and said to be one it would end the looking. */
function stateOf(clock: Clock | undefined, rule: TimescaleRule, { elsewhere }: PersonHead): string {
  if (clock !== undefined) return clock.metAt !== null ? 'Seen or referred' : endedWords(clock.endedWhy)
  const open = elsewhere.matters.filter(({ kind }) => kind === rule.alert).map(({ borough }) => borough)
  return open.length === 0 ? 'No time runs' : `Not assessed yet in ${boroughsWords(open)}: beyond your reach`
}

/** What naming another child starts from: the one chosen in the search, the suspects, the child's own borough. */
export const namingForm = (actor: Actor, id: string, otherId: string | undefined, now: Date): Promise<PersonPage<NamingView> | null> =>
  openPerson(actor, id, 'name another child', now, async (tx) => {
    const suspects = await suspectsOf({ tx }, id)
    const people = await cardsOf(tx, [...suspects, ...(otherId === undefined || otherId === id ? [] : [otherId])], now)
    const other = otherId === undefined ? undefined : people.get(otherId)
    await logOthers(tx, actor, people, now)
    return {
      other: other === undefined ? null : { id: other.id, name: other.name, masked: other.masked, age: other.masked ? '' : other.age },
      suspects: choicesOf(suspects, people), borough: await ledgerOf(tx, id), may: await mayName(tx, actor, id, now),
    }
  })

async function mayName(tx: Tx, actor: Actor, id: string, now: Date): Promise<boolean> {
  const standing = await standingOf(tx, actor, id, now)
  return standing !== null && !standing.card.masked && membershipAmong(actor, 'add-facts', standing.card.boroughs) !== null
}

const choicesOf = (suspects: readonly string[], people: ReadonlyMap<string, PersonCard>): Choice[] =>
  suspects.flatMap((suspect) => { const card = people.get(suspect); return card === undefined || card.masked ? [] : [{ value: suspect, label: card.name }] })

function lineOf(row: { id: string; relation: string; otherBorough: string; namedAt: Date; result: string | null; assessedAt: Date | null }, card: PersonCard | undefined, left: TimeLeft | null, state: string, now: Date): OtherLine {
  return {
    id: row.id, relation: relationWords(row.relation), where: boroughWords(row.otherBorough), named: momentWords(row.namedAt, now),
    person: card === undefined || card.masked ? { id: card?.id ?? '', name: 'Restricted person', masked: true, age: '' } : { id: card.id, name: card.name, masked: false, age: card.age },
    left: row.assessedAt === null ? left : null, found: row.result === null ? null : say(RESULT_WORDS, row.result), state, at: row.assessedAt === null ? null : momentWords(row.assessedAt, now),
  }
}

/** A child of the family or household whom nobody has named: told, so that it is decided and not forgotten. */
function thinkOf(tie: { personId: string; otherId: string; kind: string }, id: string, people: ReadonlyMap<string, PersonCard>, named: ReadonlySet<string>): OtherChildrenView['thinkOf'][number][] {
  const theirs = tie.otherId === id
  const card = people.get(theirs ? tie.personId : tie.otherId)
  if (card === undefined || card.masked || named.has(card.id) || (card.years !== null && card.years >= 18) || (card.years === null && !['sibling', 'named with'].includes(tie.kind))) return []
  return [{ id: card.id, name: card.name, age: card.age, as: kinshipSeen(tie.kind, theirs) }]
}

/** Names of other people are the index of other people: logged as such. */
async function logOthers(tx: Tx, actor: Actor, people: ReadonlyMap<string, PersonCard>, now: Date): Promise<void> {
  if (people.size > 0) await logReading(tx, actor, { personIds: [...people.keys()], depth: 'index', page: 'linked, on other children' }, now)
}
