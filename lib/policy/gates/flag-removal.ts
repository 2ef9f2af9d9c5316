import { answerOf, listOf, textOf, type PolicyEvent } from '../events'
import { flagRemovalState, type RemovalAnswer } from '../exploitation/flags'
import { agencyNamed } from '../meetings/members'
import { knownAt } from '../missing/as-known'
import type { History } from '../rule'
import { answerBy } from '../rules/exploitation/flag-removal-answer'
import { isSupervisor } from '../who'
import type { Gate } from './gate'

/**
 * flag-cse-remove: a flag stays until partners have been asked, social care and health at least of an exploitation flag, each answered or silent
 * past the date, and until a supervisor gives the reason (HMIC 2016 L2009–2026: 600 removed without it). What is not known refuses nothing.
 */
export const flagRemoval: Gate = {
  id: 'flag-removal-without-partner-check',
  clause: 'flag-cse-remove',
  kinds: ['flag-changed'],
  refuses(event, history) {
    if (textOf(event, 'change') !== 'removed') return null
    const partners = whatOfPartners(event, history)
    if (partners !== null) return { field: 'partners_checked', ...partners }
    if (!isOfExploitation(event)) return null
    if (isEmpty(event.detail['reason'])) return { field: 'reason', says: 'The flag cannot be removed without a reason.', wayForward: 'A supervisor records why the risk that the flag stood for is no more.' }
    const rank = textOf(event, 'rank')
    if (event.detail['supervisor'] === false || isEmpty(event.detail['supervisor']) || (rank !== null && event.detail['supervisor'] === undefined && isBelow(rank))) {
      return { field: 'supervisor', says: 'A supervisor removes an exploitation flag.', wayForward: 'Have a sergeant or above, or a manager, remove it with the partners’ answers and the reason.' }
    }
    return null
  },
}

const isEmpty = (value: unknown): boolean => typeof value === 'string' && value.trim() === ''
const isBelow = (rank: string): boolean => !isSupervisor(rank) && /\b(constable|pc|dc|officer|call[- ]?(handler|taker)|staff)\b/i.test(rank)
/** Every flag of exploitation, and one that the entry does not name. Others are cleared when what they stand for ends. */
const isOfExploitation = (event: PolicyEvent): boolean => /cse|exploit/i.test(textOf(event, 'flag') ?? 'cse-risk')

const ASK = { wayForward: 'Ask at least children’s social care and health, then remove it with their answers and a supervisor’s reason.' }

/** What is missing of the partners' answers, in words; null where nothing is, or nothing is known. */
function whatOfPartners(event: PolicyEvent, history: History): { says: string; wayForward: string } | null {
  const checked = event.detail['partners_checked']
  if (checked === false || (Array.isArray(checked) && checked.length === 0) || isEmpty(checked)) return { says: 'The flag cannot be removed before partners have been asked.', ...ASK }
  if (checked === true || !isOfExploitation(event)) return null
  const asked = askedOn(event, history)
  const told = Array.isArray(checked) ? readPartners(checked) : null
  if (told === null && asked === null) return null
  const agencies = [...new Set([...told?.asked ?? [], ...asked?.agencies ?? []])]
  const answers = [...told?.answers ?? [], ...asked?.answers ?? []]
  const state = flagRemovalState({ agencies, answerBy: answerBy(event)?.at ?? asked?.answerBy ?? null }, answers, event.at)
  if (state.notAsked.length > 0) return { says: `The flag cannot be removed: ${state.notAsked.map(words).join(' and ')} ${state.notAsked.length === 1 ? 'has' : 'have'} not been asked.`, ...ASK }
  if (state.waitingFor.length === 0) return null
  return { says: `The flag cannot be removed: ${state.waitingFor.map(words).join(' and ')} ${state.waitingFor.length === 1 ? 'has' : 'have'} not answered, and there is time to.`, wayForward: 'Wait for the answers, or for the date by which they were asked to answer.' }
}

const words = (agency: string): string => (agency === 'csc' ? 'children’s social care' : agency === 'health' ? 'health' : agency.replaceAll('-', ' '))

/** A list of agencies says that they were asked, and that the asking was done; a list of rows says who answered. */
function readPartners(checked: readonly unknown[]): { asked: string[]; answers: RemovalAnswer[] } {
  const asked: string[] = []
  const answers: RemovalAnswer[] = []
  for (const one of checked) {
    if (typeof one === 'string') {
      asked.push(agencyNamed(one))
      answers.push({ agency: agencyNamed(one), agrees: null })
    } else if (typeof one === 'object' && one !== null && 'agency' in one && typeof one.agency === 'string') {
      const row = one as { agency: string; answered?: unknown; agrees?: unknown; says?: unknown }
      asked.push(agencyNamed(row.agency))
      // Whether it answered not said: not held against the asking.
      if (row.answered !== false) answers.push({ agency: agencyNamed(row.agency), agrees: typeof row.agrees === 'boolean' ? row.agrees : null })
    }
  }
  return { asked, answers }
}

/** The asking on record since the flag was last changed or kept, and what was answered; null where none is. */
function askedOn(event: PolicyEvent, history: History): { agencies: string[]; answerBy: Date | null; answers: RemovalAnswer[] } | null {
  const before = knownAt(event, history).events.filter((one) => one.id !== event.id && sameFlag(one, event))
  const since = before.slice(before.findLastIndex((one) => one.kind === 'flag-changed' || one.kind === 'flag-reviewed') + 1)
  const asking = since.filter((one) => one.kind === 'flag-removal-asked')
  const last = asking.at(-1)
  if (last === undefined) return null
  return {
    agencies: asking.flatMap((one) => listOf(one, 'asked').map(agencyNamed)), answerBy: answerBy(last)?.at ?? null,
    answers: since.filter((one) => one.kind === 'flag-removal-answered').map((one) => ({ agency: agencyNamed(textOf(one, 'agency') ?? ''), agrees: answerOf(one, 'agrees') })),
  }
}

const sameFlag = (one: PolicyEvent, other: PolicyEvent): boolean => textOf(one, 'flag') === null || textOf(other, 'flag') === null || textOf(one, 'flag') === textOf(other, 'flag')
