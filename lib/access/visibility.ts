import type { Actor, Membership } from './actor'
import { mayAs } from './permissions'
import type { Role } from './roles'

/** How deep a record opens (domain/access.md): counted; known to exist; headings, duties, people; the words. */
export const DEPTHS = ['none', 'index', 'record', 'narrative'] as const
export type Depth = (typeof DEPTHS)[number]
export const atLeast = (depth: Depth, least: Depth): boolean => DEPTHS.indexOf(depth) >= DEPTHS.indexOf(least)

interface RoleReach {
  /** Depth in the boroughs of the membership. */
  readonly own: Depth
  /** Depth in the rest of London. */
  readonly elsewhere: Depth
  /** Depth in the own boroughs where the matter came to the police or a discussion involves them, if deeper. */
  readonly involved?: Depth
  /** The words of what bears on exploitation, and of nothing else, in all of this reach (lib/decisions/exploitation-reach.md). */
  readonly bearing?: true
}

/** Reach by role. Total: a new role fails the build until its reach is said. */
const REACH: Readonly<Record<Role, RoleReach>> = {
  'mash-officer': { own: 'narrative', elsewhere: 'index' },
  'mash-social-worker': { own: 'narrative', elsewhere: 'index' },
  'mash-decision-maker': { own: 'narrative', elsewhere: 'index' },
  'emergency-duty-worker': { own: 'narrative', elsewhere: 'index' },
  'cait-officer': { own: 'record', elsewhere: 'index', involved: 'narrative' },
  'cait-supervisor': { own: 'record', elsewhere: 'index', involved: 'narrative' },
  'missing-persons-officer': { own: 'record', elsewhere: 'index' },
  'despatch-supervisor': { own: 'index', elsewhere: 'index' },
  'exploitation-assessor': { own: 'record', elsewhere: 'record', bearing: true },
  'mase-chair': { own: 'record', elsewhere: 'index' },
  'borough-manager': { own: 'record', elsewhere: 'none' },
  'london-lead': { own: 'index', elsewhere: 'index' },
  partner: { own: 'none', elsewhere: 'none' },
  auditor: { own: 'narrative', elsewhere: 'narrative' },
  administrator: { own: 'none', elsewhere: 'none' },
}

/** Boroughs in which this actor reads at least `least`; ['*'] for all of London. */
export function boroughsAt(actor: Actor, least: Depth): string[] {
  const boroughs = new Set<string>()
  for (const membership of actor.memberships) {
    const reach = REACH[membership.role]
    if (atLeast(reach.elsewhere, least) || (membership.boroughs.length === 0 && atLeast(reach.own, least))) return ['*']
    if (atLeast(reach.own, least)) for (const borough of membership.boroughs) boroughs.add(borough)
  }
  return [...boroughs].sort()
}

/** Whether this actor reads the rows of a person that are a borough's: within reach, or the record was opened with a reason. */
export function readsRowsOf(actor: Actor, personId: string, borough: string): boolean {
  const reach = boroughsAt(actor, 'record')
  return reach.includes('*') || reach.includes(borough) || openedPeople(actor, 'record').includes(personId)
}

/** Boroughs in which this actor reads the words only of matters that involve the police. */
export const involvedBoroughs = (actor: Actor): string[] =>
  [...new Set(actor.memberships.flatMap((membership) => (REACH[membership.role].involved === 'narrative' ? membership.boroughs : [])))].sort()

/**
 * How deep a person's record opens for the actor, given the boroughs that know the person and whether the police are
 * involved (police_involved in the database). Restricted: break-glass only.
 */
export function depthOf(actor: Actor, person: { id: string; restricted: boolean; boroughs: readonly string[]; policeInvolved: boolean }): Depth {
  const opened = actor.opened.filter((record) => record.personId === person.id && (!person.restricted || record.breakGlass))
  const byReason = opened.some((record) => record.depth === 'narrative') ? 'narrative' : opened.length > 0 ? 'record' : 'none'
  if (person.restricted) return byReason
  let deepest: Depth = byReason
  for (const membership of actor.memberships) {
    const depth = depthUnder(membership, person)
    if (atLeast(depth, deepest)) deepest = depth
  }
  return deepest
}

function depthUnder(membership: Membership, person: { boroughs: readonly string[]; policeInvolved: boolean }): Depth {
  const reach = REACH[membership.role]
  const own = membership.boroughs.length === 0 || person.boroughs.some((borough) => membership.boroughs.includes(borough))
  if (!own) return reach.elsewhere
  const deepest = person.policeInvolved && reach.involved !== undefined ? reach.involved : reach.own
  return atLeast(deepest, reach.elsewhere) ? deepest : reach.elsewhere
}

/**
 * The settings of the second wall for this actor: what row-level security reads. The same reach as the `where` clauses,
 * because both are made from boroughsAt. Restricted records and opened ones travel by id.
 */
export function wallSettings(actor: Actor): Record<`app.${string}`, string> {
  const ids = (least: 'record' | 'narrative'): string => `{${openedPeople(actor, least).join(',')}}`
  return {
    'app.account': actor.accountId,
    'app.index_boroughs': boroughsAt(actor, 'index').join(','),
    'app.figure_boroughs': figureBoroughs(actor).join(','),
    'app.record_boroughs': boroughsAt(actor, 'record').join(','),
    'app.narrative_boroughs': boroughsAt(actor, 'narrative').join(','),
    'app.involved_boroughs': involvedBoroughs(actor).join(','),
    'app.teams': `{${actor.memberships.map((membership) => membership.teamId).join(',')}}`,
    'app.opened_record': ids('record'),
    'app.opened_narrative': ids('narrative'),
    // A reason given before a record was restricted opens nothing any more: the wall asks for these alone where it is.
    'app.opened_glass': `{${actor.opened.filter((record) => record.breakGlass).map((record) => record.personId).join(',')}}`,
    'app.review_boroughs': reviewBoroughs(actor).join(','),
    'app.told_to': toldTo(actor).map(({ role, borough }) => `${role}:${borough ?? '*'}`).join(','),
    'app.looks_for': looksForChildren(actor) ? 'on' : '',
    'app.episode_boroughs': episodeBoroughs(actor).join(','),
    'app.exploitation_boroughs': exploitationBoroughs(actor).join(','),
    'app.meeting_boroughs': meetingBoroughs(actor).join(','),
    'app.administrator': actor.memberships.some((membership) => mayAs(membership, 'manage-accounts')) ? 'on' : '',
    'app.auditor': actor.memberships.some((membership) => membership.role === 'auditor') ? 'on' : '',
  }
}

/** Whoever looks for a child that is away, wherever in London it is: open episodes and trigger plans are open to them. */
const LOOKS_FOR: ReadonlySet<Role> = new Set<Role>(['despatch-supervisor', 'missing-persons-officer'])
export const looksForChildren = (actor: Actor): boolean => actor.memberships.some(({ role }) => LOOKS_FOR.has(role))

/** Boroughs whose missing persons unit the actor is of: the words of each time away of their children, for good. */
const episodeBoroughs = (actor: Actor): string[] =>
  [...new Set(actor.memberships.filter(({ role }) => role === 'missing-persons-officer').flatMap(({ boroughs }) => (boroughs.length === 0 ? ['*'] : boroughs)))].sort()

/** Boroughs whose MAP and MASE the actor convenes or runs: the words of their agendas, as of a meeting one sits in. */
export function meetingBoroughs(actor: Actor): string[] {
  const held = actor.memberships.filter((membership) => mayAs(membership, 'run-mase') || mayAs(membership, 'convene-map'))
  return held.some((membership) => membership.boroughs.length === 0) ? ['*'] : [...new Set(held.flatMap((membership) => membership.boroughs))].sort()
}

/** Boroughs in which the actor reads the words of what bears on exploitation; ['*'] for all of London. Which entries those are, the database says. */
export function exploitationBoroughs(actor: Actor): string[] {
  const held = actor.memberships.filter(({ role }) => REACH[role].bearing === true)
  return held.some(({ role, boroughs }) => boroughs.length === 0 || REACH[role].elsewhere === 'record') ? ['*'] : [...new Set(held.flatMap(({ boroughs }) => boroughs))].sort()
}

/** Boroughs whose figures this actor may see, counted and never listed; ['*'] for all of London. */
export function figureBoroughs(actor: Actor): string[] {
  const held = actor.memberships.filter((membership) => mayAs(membership, 'see-figures'))
  return held.some((membership) => membership.boroughs.length === 0) ? ['*'] : [...new Set(held.flatMap((membership) => membership.boroughs))].sort()
}

/** Boroughs in which this actor answers for break-glass openings. */
const reviewBoroughs = (actor: Actor): string[] =>
  [...new Set(actor.memberships.filter((membership) => mayAs(membership, 'review-break-glass')).flatMap((membership) => (membership.boroughs.length === 0 ? ['*'] : membership.boroughs)))].sort()

/**
 * As what, and in which borough (null: all of London), the actor is told of duties. Whoever may not even know that a child is known is
 * never told as a role: a school is told by name.
 */
export const toldTo = (actor: Actor): { role: Role; borough: string | null }[] =>
  actor.memberships.filter(({ role }) => REACH[role].own !== 'none').flatMap(({ role, boroughs }) =>
    (boroughs.length === 0 ? [null] : boroughs).map((borough) => ({ role, borough })))

/** People whose record this actor opened with a reason or by break-glass, to at least `least`. */
export const openedPeople = (actor: Actor, least: 'record' | 'narrative'): string[] =>
  actor.opened.filter((record) => least === 'record' || record.depth === 'narrative').map((record) => record.personId)

/** The first wall for anything that carries its own borough (referral, deadline, meeting, action). `[]` reaches nothing. */
export function inReach(actor: Actor, least: Depth): { borough?: { in: string[] } } {
  const boroughs = boroughsAt(actor, least)
  return boroughs.includes('*') ? {} : { borough: { in: boroughs } }
}

/** The first wall for reading a referral: the boroughs', and those of a record opened with a reason. It gives no right to work on one. */
export function referralOpen(actor: Actor): { OR?: object[] } {
  const boroughs = inReach(actor, 'record')
  // All of London: an empty condition inside OR would match nothing, so there is no OR.
  return boroughs.borough === undefined ? {} : { OR: [boroughs, { people: { some: { personId: { in: openedPeople(actor, 'record') } } } }] }
}

/** The first wall for people: known to a borough in reach and not restricted, or opened by this actor. */
export function personInReach(actor: Actor, least: Depth): { OR: object[] } {
  const boroughs = boroughsAt(actor, least)
  const opened = openedPeople(actor, least === 'narrative' ? 'narrative' : 'record')
  const known = boroughs.includes('*') ? {} : { reach: { some: { borough: { in: boroughs } } } }
  return { OR: [{ AND: [{ restricted: false }, known] }, { id: { in: opened } }] }
}
