import { concernOf } from '../concerns'
import { answerOf, listOf, numberOf as numberIn, textOf, type PolicyEvent } from '../events'
import { closesMatter } from '../matter'
import type { History } from '../rule'
import { isFamily, isKeptByCait, relationshipOf } from '../suspects'

/** The teams that the routing rules may propose, in the words of case histories. */
export const ROUTES = [
  'cait', 'sapphire', 'sexual-exploitation-team', 'borough', 'predatory-offenders-unit', 'missing-persons-unit', 'jigsaw', 'paladin',
] as const
export type Route = (typeof ROUTES)[number]

/** Which team, why, and the clause it stands on. A proposal: a supervisor allocates. */
export interface Routing {
  readonly team: Route
  readonly because: readonly string[]
  readonly clause: string
}

/** What the record of the matter tells a router. */
interface Known {
  readonly concerns: ReadonlySet<string>
  readonly relationships: readonly string[]
  readonly indicators: ReadonlySet<string>
  readonly category: number | null
  readonly events: readonly PolicyEvent[]
}

type Rule = (known: Known) => Routing | null

/** The gravest first: one case goes to one team, and the first rule that speaks decides. */
const RULES: readonly Rule[] = [rape, trafficking, images, household, offender, sexualAbuse, exploitation, family, missing]

/** The team that the routing rules propose for the open matter of this child, and why; null where nothing calls for one. */
export function routeFor(history: History): Routing | null {
  const closed = history.events.findLastIndex((event) => closesMatter(event, history))
  const events = history.events.slice(closed + 1)
  const known: Known = {
    events,
    concerns: new Set(events.map(concernOf).filter((concern) => concern !== null)),
    relationships: events.map(relationshipOf).filter((words) => words !== null),
    indicators: new Set([...history.child.indicators, ...events.flatMap((event) => listOf(event, 'indicators'))]),
    category: events.filter((event) => event.kind === 'cse-category-set').map((event) => numberIn(event, 'category')).findLast((value) => value !== null) ?? null,
  }
  for (const rule of RULES) {
    const routing = rule(known)
    if (routing !== null) return routing
  }
  return null
}

const to = (team: Route, clause: string, ...because: string[]): Routing => ({ team, because, clause })
const kept = (known: Known): boolean => known.relationships.some(isKeptByCait) || known.events.some((event) => answerOf(event, 'staff_concerned') === true)
const CAIT_KEEPS = 'the suspect is family, a carer or a professional, which the CAIT keeps'

function rape(known: Known): Routing | null {
  if (!known.concerns.has('penetrative-abuse')) return null
  return kept(known) ? to('cait', 'ref-crime-999', CAIT_KEEPS) : to('sapphire', 'ref-crime-999', 'rape, and nothing says that the suspect is family, a carer or a professional')
}

function trafficking(known: Known): Routing | null {
  const port = known.events.some((event) => answerOf(event, 'port') === true || textOf(event, 'place') === 'port')
  return known.concerns.has('trafficking') || port ? to('paladin', 'route', 'a child who may be trafficked, or at a port') : null
}

/** Territorial policing, unless aggravated; the suspect's own children count as access, whatever the force's procedure said. */
function images(known: Known): Routing | null {
  if (!known.concerns.has('indecent-images')) return null
  if (known.concerns.has('household-child') || known.relationships.some(isFamily)) return to('cait', 'iioc-aggravating', 'images, and children of the household or family are within reach')
  const aggravated = known.relationships.some(isKeptByCait)
    || known.events.some((event) => ['access_to_children', 'position_of_trust', 'staff_concerned', 'reputational_risk', 'registered_offender'].some((key) => answerOf(event, key) === true)
      || event.kind === 'offender-registered')
  return aggravated ? to('predatory-offenders-unit', 'iioc-aggravating', 'images, and the suspect is trusted with children or can reach them')
    : to('borough', 'iioc-aggravating', 'images, and nothing aggravates them')
}

function household(known: Known): Routing | null {
  return known.concerns.has('household-child') ? to('cait', 'iioc-aggravating', 'a suspect or an offender lives with a child or can reach one') : null
}

function offender(known: Known): Routing | null {
  return known.concerns.has('offender-risk') || known.events.some((event) => event.kind === 'offender-registered')
    ? to('jigsaw', 'route', 'it is about the behaviour of a managed offender') : null
}

function sexualAbuse(known: Known): Routing | null {
  if (known.concerns.has('organised-abuse')) return to('cait', 'route', 'organised abuse, or an allegation against staff')
  if (!known.concerns.has('sexual-abuse')) return null
  return kept(known) || known.relationships.length === 0 ? to('cait', 'route', 'sexual abuse of a child, and nothing says that the suspect is a stranger')
    : to('sapphire', 'route', 'sexual abuse by somebody outside the family')
}

/** cse-route: 1 to the borough, 2 and 3 to the central team; before the category that team assesses. */
function exploitation(known: Known): Routing | null {
  if (known.category !== null && known.category >= 2) return to('sexual-exploitation-team', 'cse-cat-daily', `exploitation category ${known.category}`)
  if (known.category === 1) return to('borough', 'cse-cat-daily', 'exploitation category 1')
  const alleged = known.concerns.has('cse') || known.concerns.has('online-cse')
  return alleged && known.category === null ? to('sexual-exploitation-team', 'cse-cat-daily', 'exploitation, not yet graded: the initial assessment team grades it') : null
}

const FAMILY_CONCERNS: readonly string[] = ['physical-abuse', 'serious-injury', 'neglect', 'serious-neglect', 'domestic-abuse', 'fgm']

function family(known: Known): Routing | null {
  const concern = FAMILY_CONCERNS.find((one) => known.concerns.has(one))
  if (concern === undefined) return null
  const stranger = known.relationships.length > 0 && !kept(known) && ['physical-abuse', 'serious-injury'].includes(concern)
  return stranger ? to('borough', 'route', 'injury by somebody outside the family') : to('cait', 'route', `${concern.replaceAll('-', ' ')} of a child`)
}

function missing(known: Known): Routing | null {
  const gone = known.events.some((event) => event.kind === 'missing-reported')
  return gone || known.concerns.has('repeat-missing') ? to('missing-persons-unit', 'route', 'a child is missing, or goes missing again and again') : null
}
