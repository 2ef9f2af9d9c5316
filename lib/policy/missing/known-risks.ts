import { concernOf, isThresholdConcern } from '../concerns'
import { endsForThresholdNotMet } from '../decisions'
import { isAfter, listOf, textOf, type PolicyEvent } from '../events'
import { remember } from '../remember'
import type { AsKnown } from './as-known'
import { episodesOf } from './episode'
import { answersIn, type RiskId } from './questions'
import { repeatByNumber } from './repeat'
import { riskOf, risksTold } from './told'

/** A risk on record that defeats "no apparent risk" (mis-def-absent), in words. */
export interface KnownRisk {
  readonly risk: RiskId
  readonly why: string
}

/** Signs on record that are a risk by themselves. Exploitation has a clause of its own; absence from school is no risk of this day. */
const SIGNS: Readonly<Record<string, readonly [RiskId, string]>> = {
  'alcohol-or-drugs': ['substance', 'drugs or alcohol are on record'],
  'online-contact-adult': ['unsafe-adult', 'contact with an adult online is on record'],
  'older-adult-contact': ['unsafe-adult', 'contact with an older adult is on record'],
  'found-with-adults': ['unsafe-adult', 'the child was found with adults before'],
  'meeting-arranged': ['unsafe-adult', 'a meeting was arranged with the child'],
  'gang-link': ['harm', 'links to a gang are on record'],
  'threats-of-violence': ['harm', 'threats of violence are on record'],
  'sexual-violence': ['harm', 'sexual violence is on record'],
  'sexual-messages': ['harm', 'sexual messages are on record'],
  'pregnant': ['health', 'the child is pregnant'],
  'poses-risk-to-others': ['to-others', 'the child puts others at risk'],
  'missing-out-of-character': ['out-of-character', 'being away is out of character'],
}
const SUICIDE = /suicid|self[- ]?harm|overdos|ligature|cutting/i
const SUBSTANCE = /drug|alcohol|substance|cannabis|cocaine|heroin|drinking/i
/** What a caller said of one time away and not of the child. */
const OF_THIS_TIME: readonly RiskId[] = ['harm', 'unsafe-adult', 'out-of-character']

/**
 * Every risk on record by then, on any record in London: the protection plan, health and medicine, self-harm, drugs and alcohol, repeat
 * episodes, signs, open concerns, and what callers answered. Each risk once, the first word for it.
 */
export const knownRisks: (known: AsKnown) => readonly KnownRisk[] = remember(allRisks)

function allRisks(known: AsKnown): KnownRisk[] {
  const found: KnownRisk[] = [...ofTheChild(known), ...ofRepeats(known), ...ofConcerns(known), ...ofSigns(known), ...ofAnswers(known)]
  return found.filter((one, index) => found.findIndex((other) => other.risk === one.risk) === index)
}

function ofTheChild({ history: { child }, events }: AsKnown): KnownRisk[] {
  const found: KnownRisk[] = []
  const decided = events.findLast((event) => event.kind === 'conference-held' && ['plan', 'no-plan'].includes(textOf(event, 'decision') ?? ''))
  const planned = decided === undefined ? child.planCategory !== null || child.flags.includes('child-protection-plan') : textOf(decided, 'decision') === 'plan'
  if (planned) found.push({ risk: 'plan', why: 'the child is on a child protection plan' })
  const health = [...(child.health ?? []), ...events.flatMap((event) => listOf(event, 'health'))]
  if (health.some((need) => SUICIDE.test(need)) || events.some((event) => event.kind === 'self-harm-incident')) found.push({ risk: 'suicide', why: 'self-harm or a suicide attempt is on record' })
  if (health.some((need) => SUBSTANCE.test(need))) found.push({ risk: 'substance', why: 'drugs or alcohol are on record' })
  if (health.some((need) => !SUICIDE.test(need) && !SUBSTANCE.test(need))) found.push({ risk: 'health', why: 'a health need is on record' })
  return found
}

/** Of the time away that stands; asked of no other, a grade or a call-back counts none. */
function ofRepeats({ events, history }: AsKnown): KnownRisk[] {
  const first = episodesOf({ ...history, events }).at(-1)?.first
  const repeat = first === undefined ? null : repeatByNumber(first, { ...history, events })
  return repeat === null ? [] : [{ risk: 'repeat', why: repeat.because.join(', ') }]
}

/** Exploitation has a clause of its own, a repeat is counted, and what the report of this time away says of itself is read there. */
const APART: readonly string[] = ['cse', 'online-cse', 'repeat-missing']

function ofConcerns(known: AsKnown): KnownRisk[] {
  const { events } = known
  const open = events.filter((event) => isThresholdConcern(concernOf(event)) && !APART.includes(concernOf(event) ?? '') && !isOver(event, known))
  const trafficking = open.some((event) => concernOf(event) === 'trafficking')
  const other = open.find((event) => concernOf(event) !== 'trafficking')
  return [
    ...(trafficking ? [{ risk: 'trafficking' as const, why: 'trafficking is on record' }] : []),
    ...(other === undefined ? [] : [{ risk: 'concern' as const, why: `a concern is open: ${(concernOf(other) ?? '').replaceAll('-', ' ')}` }]),
  ]
}

const isOver = (event: PolicyEvent, { events, history }: AsKnown): boolean => events.some((later) => isAfter(later, event)
  && (later.kind === 'case-closed' || ((later.kind === 'referral-decided' || later.kind === 'second-line-given') && endsForThresholdNotMet(later, event, history))))

function ofSigns({ events, history }: AsKnown): KnownRisk[] {
  const signs = new Set([...history.child.indicators, ...events.flatMap((event) => listOf(event, 'indicators'))])
  return Object.entries(SIGNS).flatMap(([sign, [risk, why]]) => (signs.has(sign) ? [{ risk, why }] : []))
}

function ofAnswers({ events, history }: AsKnown): KnownRisk[] {
  const episode = episodesOf({ ...history, events }).at(-1)
  const said = (event: PolicyEvent): RiskId[] => [...answersIn(event)].flatMap(([question, answer]) => (answer ? riskOf(question) ?? [] : []))
  const now = episode === undefined ? [] : episode.returned !== null ? [] : events.filter((event) => !isAfter(episode.first, event)).flatMap(said)
  const ever = events.flatMap(said).filter((risk) => !OF_THIS_TIME.includes(risk))
  return risksTold(new Set([...ever, ...now]))
}
