import { isAfter, listOf, numberOf as numberIn, textOf, type PolicyEvent } from '../events'
import { knownAt } from '../missing/as-known'
import { numberOf, wordsOf, type Pack } from '../packs'
import type { History } from '../rule'
import { isOf, meetingOf } from './kind'

interface MemberFacts {
  /** The agency whose account answers for them. */
  readonly sentBy: string
  /** The agency that was away when nobody came, whoever should have come for it: a unit of the police with work of its own counts as itself. */
  readonly away: string
}

/** Who may be asked to a MAP or a MASE. */
export const MEMBERS = {
  'borough-police': { sentBy: 'police', away: 'police' },
  'csc': { sentBy: 'csc', away: 'csc' },
  'health': { sentBy: 'health', away: 'health' },
  'education': { sentBy: 'education', away: 'education' },
  'camhs': { sentBy: 'health', away: 'camhs' },
  'youth-offending': { sentBy: 'youth-offending', away: 'youth-offending' },
  'housing': { sentBy: 'housing', away: 'housing' },
  'voluntary': { sentBy: 'voluntary', away: 'voluntary' },
  'missing-persons-unit': { sentBy: 'police', away: 'missing-persons-unit' },
  'sexual-exploitation-team': { sentBy: 'police', away: 'sexual-exploitation-team' },
  'child-protection-manager': { sentBy: 'csc', away: 'csc' },
  'referrer': { sentBy: 'other', away: 'referrer' },
  'social-worker': { sentBy: 'csc', away: 'csc' },
  'parent': { sentBy: 'other', away: 'family' },
  'child': { sentBy: 'other', away: 'family' },
  'sapphire': { sentBy: 'police', away: 'sexual-exploitation-team' },
  'probation': { sentBy: 'probation', away: 'probation' },
} as const satisfies Readonly<Record<string, MemberFacts>>

export type MeetingMember = keyof typeof MEMBERS
export const isMember = (part: string): part is MeetingMember => Object.hasOwn(MEMBERS, part)

/** Asked where that is safe: that they stayed away is no agency’s absence. */
export const mayStayAway = (part: string): boolean => part === 'parent' || part === 'child'

/** Words by which each is told, the more exact first: a missing children's charity is no missing persons unit, a CAMHS nurse is CAMHS. */
const TOLD: readonly (readonly [id: MeetingMember, words: RegExp])[] = [
  ['voluntary', /charit|voluntary|third sector|barnardo|nspcc|\bvcs\b|st giles|missing people\b/i], ['missing-persons-unit', /\bmpu\b|missing (?:persons?|children)[^,]*(?:unit|co-?ordinator|officer|team)|missing-persons-unit/i],
  ['sexual-exploitation-team', /exploitation (?:team|unit)|\bset\b|cse team|cse-team|sexual-exploitation-team/i], ['sapphire', /sapphire/i], ['camhs', /camhs|mental health|mental-health/i], ['youth-offending', /youth[- ](?:offending|justice)|\byot\b|\byos\b|\btaps\b/i],
  ['probation', /probation|\bcrc\b/i], ['child-protection-manager', /child[- ]protection[- ](?:manager|chair)|team manager/i], ['social-worker', /social[- ]worker/i], ['csc', /\bcsc\b|social[- ](?:care|services?|work)|children['’]?s services|local authority/i], ['education', /education|school|college|teacher/i],
  ['housing', /housing|landlord|homeless/i], ['health', /health|\bgp\b|nhs|nurse|\bccg\b|midwi|hospital|paediatric|doctor|sexual health/i], ['referrer', /referrer/i], ['parent', /parent|carer|mother|father|guardian/i], ['child', /^(?:the )?(?:child|young person)$/i],
  ['borough-police', /police|officer|inspector|sergeant|borough command/i],
]

/** The member that words stand for; null for words nobody knows. */
export function memberOf(words: string): MeetingMember | null {
  const said = words.trim().toLowerCase()
  return TOLD.find(([id]) => id === said)?.[0] ?? TOLD.find(([, pattern]) => pattern.test(said))?.[0] ?? null
}

/** The members that a meeting of that kind asks for, by the pack; empty where the procedures give no list. */
export function membersOf(kind: string, pack: Pack): readonly string[] {
  const lists = [...(/MASE|MERGED|COMBINED/i.test(kind) ? wordsOf(pack, 'mase.members') : []), ...(/(^|[^A-Z])MAP([^A-Z]|$)|MERGED|COMBINED/i.test(kind) ? wordsOf(pack, 'map.attendees') : [])]
  return [...new Set(lists)]
}

/** The agencies that a record says were away. Null: not known; empty: nobody was. */
function absentIn(event: PolicyEvent): readonly string[] | null {
  const one = textOf(event, 'absent')
  if (one !== null) return [one]
  return Array.isArray(event.detail['absent']) ? listOf(event, 'absent') : null
}

/** Required and away, in the record's own words. Where the procedures give no list, or the words are of nobody known, an agency named as absent was required. A parent or child may stay away. */
export function absentRequired(event: PolicyEvent, history: History): readonly string[] {
  const absent = event.kind === 'meeting-held' ? absentIn(event) ?? [] : []
  const agencies = membersOf(meetingOf(event) ?? '', history.packAt(event)).map((member) => (isMember(member) ? MEMBERS[member].away : member))
  return [...new Set(absent)].filter((words) => {
    const member = memberOf(words)
    if (member !== null && mayStayAway(member)) return false
    return agencies.length === 0 || member === null || agencies.includes(MEMBERS[member].away)
  })
}

/** One name for an agency, whatever the record calls it. */
export const agencyNamed = (words: string): string => {
  const member = memberOf(words)
  return member === null ? words.trim().toLowerCase() : MEMBERS[member].away
}

/** Agencies away from as many meetings of this kind running as the pack says (two), this one the last. What was raised with the board before is counted anew. */
export function absentRunning(event: PolicyEvent, history: History): readonly string[] {
  if (event.kind !== 'meeting-held') return []
  const told = event.detail['absent_running']
  if (Array.isArray(told)) return listOf(event, 'absent_running').map(agencyNamed)
  const away = [...new Set(absentRequired(event, history).map(agencyNamed))]
  const many = numberOf(history.packAt(event), 'agency-absence')
  if ((numberIn(event, 'consecutive') ?? numberIn(event, 'consecutive_absences') ?? 0) >= many) return away
  const before = knownAt(event, history).events.filter((one) => one.id !== event.id)
  return away.filter((agency) => {
    const raised = before.findLast((one) => raises(one, agency))
    const meetings = before.filter((one) => one.kind === 'meeting-held' && isSameKind(one, event) && (raised === undefined || isAfter(one, raised)))
    const last = many === 1 ? [] : meetings.slice(-(many - 1))
    return last.length === many - 1 && last.every((one) => absentRequired(one, history).map(agencyNamed).includes(agency))
  })
}

/** Raised with the safeguarding board: that agency, or whichever stayed away. */
export function raises(event: PolicyEvent, agency: string): boolean {
  const named = event.kind === 'lscb-escalated' ? textOf(event, 'agency') : null
  return event.kind === 'lscb-escalated' && (named === null || agencyNamed(named) === agency)
}

const isSameKind = (one: PolicyEvent, other: PolicyEvent): boolean => {
  const kind = meetingOf(other)
  return kind === meetingOf(one) || ['MASE', 'MAP'].some((word) => isOf(one, word) && isOf(other, word))
}
