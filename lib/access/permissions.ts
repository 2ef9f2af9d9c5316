import type { Actor, Membership } from './actor'
import { rankAtLeast, type Role } from './roles'

/**
 * Rights by act (domain/access.md). Total: a new act or role fails the build until each cell says yes or no.
 * Reach (which records) is separate: visibility.ts. Where this is silent, refused.
 */
export const ACTS = [
  'record-contact', 'record-referral', 'import-notifications', 'claim', 'release', 'research', 'ask-agency', 'answer-request', 'record-consent', 'record-disclosure', 'refer-to-csc', 'set-rag', 'acknowledge-referrer', 'tell-referrer',
  'decide-referral', 'give-second-line', 'allocate', 'add-facts', 'record-strategy-discussion', 'circulate-record',
  'give-position', 'police-challenge', 'chase', 'escalate', 'reassign', 'annul-duty', 'acknowledge-duty', 'set-action',
  'complete-action', 'record-entry', 'police-protection', 'report-missing', 'safe-and-well-check', 'return-home-interview', 'make-trigger-plan', 'see-patterns', 'refer-to-forum', 'set-category', 'close-enquiry',
  'add-flag', 'remove-flag', 'correct-person', 'link-people', 'join-identities', 'open-with-reason',
  'break-glass', 'review-break-glass', 'restrict-person', 'lift-restriction', 'see-queue', 'see-board', 'see-person', 'see-figures', 'see-reading-log', 'replay',
  'manage-accounts', 'set-policy', 'manage-rota', 'supervisor-review', 'see-supervision', 'see-missing',
  'hand-over', 'accept-handover',
  'see-exploitation', 'countersign-category', 'allocate-exploitation', 'record-intervention', 'record-training', 'ask-flag-removal', 'reconcile-flags',
  'see-agenda', 'list-for-meeting', 'convene-map', 'run-mase', 'sign-off-mase', 'except-chair', 'record-research', 'raise-with-board', 'answer-invitation',
  'record-measurement', 'set-local-target', 'export-figures',
  'see-places', 'work-places', 'see-others-at-risk', 'warning-notice', 'makesafe-call',
] as const
export type ActName = (typeof ACTS)[number]

/** yes: within reach; own-agency: for one's own agency only; urgent: only where the matter is urgent; csc / police: members of that agency. */
export type Right = 'yes' | 'own-agency' | 'urgent' | 'csc' | 'police' | 'sergeant' | 'inspector' | 'no'

type Row = Readonly<Record<Role, Right>>

const row = (rights: Partial<Record<Role, Right>>): Row => ({
  'mash-officer': 'no', 'mash-social-worker': 'no', 'mash-decision-maker': 'no', 'emergency-duty-worker': 'no', 'cait-officer': 'no',
  'cait-supervisor': 'no', 'missing-persons-officer': 'no', 'despatch-supervisor': 'no', 'exploitation-assessor': 'no', 'mase-chair': 'no',
  'borough-manager': 'no', 'london-lead': 'no', partner: 'no', auditor: 'no', administrator: 'no', ...rights,
})

const MASH = { 'mash-officer': 'yes', 'mash-social-worker': 'yes', 'mash-decision-maker': 'yes', 'emergency-duty-worker': 'yes' } as const
const ASKED = {
  'mash-officer': 'own-agency', 'mash-social-worker': 'own-agency', 'mash-decision-maker': 'own-agency', 'emergency-duty-worker': 'own-agency', 'cait-officer': 'own-agency',
  'cait-supervisor': 'own-agency', 'missing-persons-officer': 'own-agency', 'despatch-supervisor': 'own-agency', 'exploitation-assessor': 'own-agency', 'mase-chair': 'own-agency',
  'borough-manager': 'own-agency', 'london-lead': 'own-agency', partner: 'own-agency',
} as const
const CAIT = { 'cait-officer': 'yes', 'cait-supervisor': 'yes' } as const
const FRONT_LINE = {
  ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'despatch-supervisor': 'yes', 'exploitation-assessor': 'yes', 'mase-chair': 'yes',
} as const

export const PERMISSIONS: Readonly<Record<ActName, Row>> = {
  'record-contact': row({ ...FRONT_LINE, partner: 'own-agency' }),
  'record-referral': row({ ...FRONT_LINE, partner: 'own-agency' }),
  // Many at once, into the own borough's queue.
  'import-notifications': row(MASH),
  claim: row(MASH),
  release: row(MASH),
  research: row(MASH),
  'ask-agency': row(MASH),
  // The agency that was asked, whoever of it is the contact: the question finds the team, the role only that it may answer.
  'answer-request': row(ASKED),
  'record-consent': row(MASH),
  'record-disclosure': row(MASH),
  'refer-to-csc': row({ 'mash-officer': 'yes', ...CAIT, 'missing-persons-officer': 'yes' }),
  // Whoever may claim may leave what is open to the next shift, and take it: the emergency duty team at night, the MASH in the morning.
  'hand-over': row(MASH),
  'accept-handover': row(MASH),
  'set-rag': row({ ...MASH, 'mash-officer': 'no' }),
  'acknowledge-referrer': row(MASH),
  'tell-referrer': row(MASH),
  'decide-referral': row({ 'mash-decision-maker': 'yes', 'emergency-duty-worker': 'urgent' }),
  'give-second-line': row({ 'mash-decision-maker': 'yes', 'cait-supervisor': 'yes' }),
  allocate: row({ 'mash-decision-maker': 'csc', 'cait-supervisor': 'police' }),
  'add-facts': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes' }),
  'record-strategy-discussion': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes' }),
  // Of a MAP or a MASE whoever signs its record off; of a discussion the MASH and the investigators (may-circulate).
  'circulate-record': row({ ...MASH, ...CAIT, 'exploitation-assessor': 'yes', 'mase-chair': 'yes' }),
  'give-position': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'own-agency', partner: 'own-agency' }),
  'police-challenge': row({ 'mash-officer': 'yes', ...CAIT, 'missing-persons-officer': 'yes' }),
  chase: row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'borough-manager': 'yes' }),
  escalate: row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes', 'mase-chair': 'yes', 'borough-manager': 'yes', 'london-lead': 'yes' }),
  reassign: row({ 'mash-decision-maker': 'csc', 'cait-supervisor': 'police' }),
  'annul-duty': row({ 'mash-decision-maker': 'yes', 'cait-supervisor': 'yes' }),
  'acknowledge-duty': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'borough-manager': 'yes' }),
  'set-action': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes' }),
  'complete-action': row({ ...FRONT_LINE, 'borough-manager': 'yes', partner: 'own-agency' }),
  'record-entry': row(FRONT_LINE),
  'police-protection': row({ 'mash-officer': 'yes', ...CAIT }),
  'report-missing': row({ 'mash-officer': 'yes', 'missing-persons-officer': 'yes', 'despatch-supervisor': 'yes' }),
  'safe-and-well-check': row({ 'mash-officer': 'yes', ...CAIT, 'missing-persons-officer': 'yes' }),
  // The local authority's, done by somebody independent: a commissioned team answers for itself what it was asked for, and nothing else.
  'return-home-interview': row({ 'mash-social-worker': 'yes', 'mash-decision-maker': 'yes', partner: 'own-agency' }),
  'make-trigger-plan': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes' }),
  'see-patterns': row({ 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes', 'mase-chair': 'yes', 'london-lead': 'yes', auditor: 'yes' }),
  // Children of the daily list referred to a multi-agency forum, or set aside with a reason: the co-ordinator's, and whoever lists for MASE.
  'refer-to-forum': row({ 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes', 'mase-chair': 'yes' }),
  'set-category': row({ 'exploitation-assessor': 'yes' }),
  'close-enquiry': row({ 'cait-supervisor': 'yes' }),
  'add-flag': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes' }),
  // "s" of the table: the own team's supervisor or above.
  'remove-flag': row({ 'cait-supervisor': 'yes', 'exploitation-assessor': 'sergeant' }),
  'ask-flag-removal': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes' }),
  'reconcile-flags': row({ 'cait-supervisor': 'yes', 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes' }),
  // The worklists of exploitation; how much of them, the reach says: the London lead counts.
  'see-exploitation': row({ 'cait-supervisor': 'yes', 'exploitation-assessor': 'yes', 'mase-chair': 'yes', 'borough-manager': 'yes', 'london-lead': 'yes', auditor: 'yes' }),
  // The second line of a category below what is recorded: never whoever set it.
  'countersign-category': row({ 'cait-supervisor': 'yes', 'exploitation-assessor': 'sergeant' }),
  'allocate-exploitation': row({ 'cait-supervisor': 'yes', 'exploitation-assessor': 'yes' }),
  'record-intervention': row({ 'mash-officer': 'yes', 'mash-social-worker': 'yes', 'mash-decision-maker': 'yes', ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes', 'mase-chair': 'yes' }),
  'record-training': row({ 'cait-supervisor': 'yes', 'exploitation-assessor': 'sergeant', 'mase-chair': 'inspector' }),
  'correct-person': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes' }),
  'link-people': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes' }),
  // A record that a partner's form made is joined to the known person it is of; parting them is the same right.
  'join-identities': row({ 'mash-social-worker': 'yes', 'mash-decision-maker': 'yes', 'cait-supervisor': 'yes' }),
  'open-with-reason': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes', 'mase-chair': 'yes', 'borough-manager': 'yes', 'london-lead': 'yes' }),
  'break-glass': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes', auditor: 'yes' }),
  'review-break-glass': row({ 'cait-supervisor': 'yes', 'mash-decision-maker': 'yes', 'borough-manager': 'yes', auditor: 'yes' }),
  'restrict-person': row({ 'mash-decision-maker': 'yes', 'emergency-duty-worker': 'yes', 'cait-supervisor': 'yes' }),
  'lift-restriction': row({ 'mash-decision-maker': 'yes', 'cait-supervisor': 'yes' }),
  'see-queue': row({ ...MASH, 'borough-manager': 'yes', auditor: 'yes' }),
  'see-board': row({ 'cait-supervisor': 'yes', 'cait-officer': 'yes', 'mash-decision-maker': 'yes', 'borough-manager': 'yes', auditor: 'yes' }),
  'see-person': row({ ...FRONT_LINE, 'borough-manager': 'yes', 'london-lead': 'yes', auditor: 'yes' }),
  'see-figures': row({ 'mash-officer': 'yes', 'mash-social-worker': 'yes', 'mash-decision-maker': 'yes', ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes', 'mase-chair': 'yes', 'borough-manager': 'yes', 'london-lead': 'yes', auditor: 'yes' }),
  // A figure from outside: of one's own borough, with its source.
  'record-measurement': row({ 'borough-manager': 'yes' }),
  // A target of one's own: the manager's for the borough, the lead's for London; never looser than the policy's.
  'set-local-target': row({ 'borough-manager': 'yes', 'london-lead': 'yes' }),
  'export-figures': row({ 'borough-manager': 'yes', 'london-lead': 'yes', auditor: 'yes' }),
  'see-reading-log': row({ auditor: 'yes' }),
  replay: row({ auditor: 'yes', 'london-lead': 'yes' }),
  'manage-accounts': row({ administrator: 'yes' }),
  'set-policy': row({ administrator: 'yes' }),
  // Who is on duty is arranged by those who supervise, for their own agency's teams.
  'manage-rota': row({ 'cait-supervisor': 'own-agency', 'mash-decision-maker': 'own-agency', 'borough-manager': 'own-agency' }),
  'supervisor-review': row({ 'cait-supervisor': 'yes' }),
  'see-supervision': row({ 'cait-supervisor': 'yes', 'borough-manager': 'yes', auditor: 'yes' }),
  // Agendas of MAP and MASE: theirs who prepare or work on them. An agency that is asked to one sees it as asked, not by this.
  'see-agenda': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes', 'mase-chair': 'yes', 'borough-manager': 'yes', auditor: 'yes' }),
  'list-for-meeting': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes', 'mase-chair': 'yes' }),
  'convene-map': row({ 'mash-social-worker': 'yes', 'mash-decision-maker': 'yes', ...CAIT, 'exploitation-assessor': 'yes', 'mase-chair': 'yes' }),
  // Whoever keeps the meeting may hold it, so that one held otherwise is on record as it was; its record is signed off by an inspector (mase-chair).
  'run-mase': row({ 'mase-chair': 'yes' }),
  'sign-off-mase': row({ 'mase-chair': 'yes' }),
  'except-chair': row({ 'borough-manager': 'yes', 'mase-chair': 'inspector' }),
  'record-research': row({ ...ASKED, 'borough-manager': 'no', 'london-lead': 'no' }),
  // Who is asked to a meeting, for themselves; that it is theirs to answer, the invitation says.
  'answer-invitation': row(ASKED),
  'raise-with-board': row({ 'mase-chair': 'yes', 'cait-supervisor': 'yes', 'mash-decision-maker': 'yes', 'borough-manager': 'yes' }),
  // Adults who pose a risk and places of concern: known to exist to whoever triages in London, worked on by the front line (access is silent: its words stay with reach).
  'see-places': row({ ...FRONT_LINE, 'borough-manager': 'yes', 'london-lead': 'yes', auditor: 'yes' }),
  'work-places': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes', 'mase-chair': 'yes' }),
  'see-others-at-risk': row({ ...MASH, ...CAIT, 'missing-persons-officer': 'yes', 'exploitation-assessor': 'yes', 'mase-chair': 'yes', auditor: 'yes' }),
  // A notice is the police's to give (cawn-eligibility); access names nobody for it, so the police who work the child's record, and nobody else.
  'warning-notice': row({ 'mash-officer': 'police', 'cait-officer': 'police', 'cait-supervisor': 'police', 'missing-persons-officer': 'police', 'exploitation-assessor': 'police', 'mase-chair': 'police' }),
  // A call like any contact; a partner's own notification goes by the referral form.
  'makesafe-call': row(FRONT_LINE),
  // The board of children who are away; how much of it, the reach says: the London lead counts and the index behind them.
  'see-missing': row({ ...FRONT_LINE, 'borough-manager': 'yes', 'london-lead': 'yes', auditor: 'yes' }),
}

/** What a right may depend on beside role and reach. */
export interface RightFacts {
  readonly agency?: string
  readonly urgent?: boolean
}

/** Does this membership's role hold the right? An unknown role or act fails closed. */
export function mayAs(membership: Membership, act: ActName, facts: RightFacts = {}): boolean {
  // Own keys only: a word like "constructor" is no act and no role, and must not find what every object has.
  const row: Row | undefined = Object.hasOwn(PERMISSIONS, act) ? PERMISSIONS[act] : undefined
  const right: Right | undefined = row !== undefined && Object.hasOwn(row, membership.role) ? row[membership.role] : undefined
  switch (right) {
    case 'yes': return true
    case 'own-agency': return facts.agency === undefined || facts.agency === membership.agency
    case 'urgent': return facts.urgent === true
    case 'csc': return membership.agency === 'csc'
    case 'police': return membership.agency === 'police'
    case 'sergeant': return rankAtLeast(membership.rank, 'sergeant')
    case 'inspector': return rankAtLeast(membership.rank, 'inspector')
    case 'no':
    case undefined: return false
  }
}

/** The first membership under which the actor may do the act in that borough, or null. Several memberships add up. */
export function membershipFor(actor: Actor, act: ActName, borough: string | null, facts: RightFacts = {}): Membership | null {
  return actor.memberships.find((membership) => mayAs(membership, act, facts) && worksIn(membership, borough)) ?? null
}

/** May the actor do this at all, in any of their boroughs? Draws navigation and buttons; the act asks again. */
export const mayEver = (actor: Actor, act: ActName): boolean =>
  actor.memberships.some((membership) => mayAs(membership, act, { agency: membership.agency, urgent: true }))

export const worksIn = (membership: Membership, borough: string | null): boolean =>
  borough === null || membership.boroughs.length === 0 || membership.boroughs.includes(borough)
