import type { OwedBy } from '@/lib/policy/rule'

/**
 * One definition for each measure, wherever its figure is shown. A measure counts duties (timeliness from the ledger of deadlines), or entries
 * of the chronology; what comes from outside is in the catalogue of the policy (lib/policy/measures), with its targets by the year.
 */
interface Named {
  readonly id: string
  readonly title: string
  /** What one of it is, in a sentence with a number: "12 children". */
  readonly of: string
  readonly clause: string
}

/** Duties begun in a stretch of time: in time, late, open and late; and how many wait now, with the age of the oldest. */
export interface DutyMeasure extends Named {
  readonly counts: 'duties'
  /** Whose work it is, as its rules say who owes it: what central teams do in a borough stands apart for who runs it. */
  readonly owedBy: OwedBy
  readonly alerts: readonly string[]
  /** 'x': this band only; '!x': every other. */
  readonly basis?: string
  /** Every band of one discussion is one: the earliest due of those that the same entry stopped. */
  readonly merged?: true
  /** A referral of three children waits once. */
  readonly byReferral?: true
  /** Only actions that such a meeting agreed. */
  readonly meeting?: 'map' | 'mase'
  /** Something raised at once, without a time of its own: answered or not. */
  readonly notice?: true
  /** A discussion held in time that was not quorate is said apart. */
  readonly quorum?: true
  /** The measure of the policy’s catalogue that holds its targets. */
  readonly catalogue?: string
}

/** Entries of the chronology, by child. */
export interface FactMeasure extends Named {
  readonly counts: 'entries'
  readonly kind: 'missing-reported' | 'episode-classified' | 'act-refused' | 'child-returned' | 'cse-category-set' | 'meeting-held' | 'exploitation-work'
  /** The words by which it is counted; absent: every one. */
  readonly words?: readonly string[]
  /** Of each child the last one: what stands on that day, and no stretch of time. */
  readonly latest?: true
  readonly better: 'higher' | 'lower' | 'neither'
}
export type Measure = DutyMeasure | FactMeasure

const duty = (owedBy: OwedBy, id: string, title: string, of: string, clause: string, alerts: DutyMeasure['alerts'], more: Partial<DutyMeasure> = {}): DutyMeasure => ({ counts: 'duties', owedBy, id, title, of, clause, alerts, ...more })
const fact = (id: string, title: string, of: string, clause: string, kind: FactMeasure['kind'], better: FactMeasure['better'], more: Partial<FactMeasure> = {}): FactMeasure => ({ counts: 'entries', id, title, of, clause, kind, better, ...more })

/** The rules that keep a child from being classed absent, or graded below what the policy allows (lib/policy/gates/missing). */
const REFUSED = ['absent-classification-under-13', 'absent-classification-cse-flag', 'absent-classification-known-risk', 'absent-after-24-hours', 'absent-class-ended', 'downgrade-needs-inspector', 'missing-risk-below-medium', 'risk-rationale-rejected']

export const MEASURES: readonly Measure[] = [
  duty('police', 'strategy-24h', 'Strategy discussions within 24 hours of the initial report', 'discussions', 'kpi-sd-24h', ['strategy-discussion-overdue'], { basis: 'force-24h', quorum: true, catalogue: 'strategy-within-24h' }),
  duty('csc', 'strategy-procedure', 'Strategy discussions within the procedure’s time', 'discussions', 'sd-default', ['strategy-discussion-overdue'], { basis: '!force-24h', merged: true, quorum: true }),
  duty('csc', 'strategy-circulated', 'Records of discussions sent out', 'records', 'sd-record', ['strategy-record-not-circulated']),
  duty('mash', 'mash-assessment', 'MASH assessments within the rating’s time', 'referrals', 'mash-rag-amber', ['mash-assessment-overdue'], { byReferral: true }),
  duty('mash', 'referral-decision', 'Referrals decided within one working day', 'referrals', 'ref-decision', ['referral-decision-overdue'], { byReferral: true }),
  duty('mash', 'contact-action', 'Contacts acted on', 'contacts', 'contact-action', ['contact-unactioned'], { byReferral: true }),
  duty('mash', 'allocation', 'Cases given to a named officer', 'cases', 'allocation', ['allocation-overdue']),
  duty('police', 'child-seen', 'Children seen and spoken to', 'children', 'child-seen', ['child-not-seen']),
  duty('police', 'supervisor-review', 'Supervisor reviews', 'reviews', 'supervisor.review', ['supervisor-review-overdue']),
  duty('action-owner', 'actions', 'Agreed actions', 'actions', 'action-overdue', ['action-overdue']),
  duty('control-room', 'call-backs', 'Call-backs to the informant of an absent child', 'call-backs', 'mis-absent-contact-first', ['absent-callback-overdue']),
  duty('control-room', 'risk-graded', 'Missing children graded within the hour', 'reports', 'missing.risk-review', ['missing-risk-not-graded']),
  duty('missing-unit', 'safe-and-well', 'Safe and well checks', 'checks', 'mis-safe-well', ['safe-and-well-check-overdue']),
  duty('local-authority', 'return-interview', 'Return home interviews, owed by the local authority', 'interviews', 'mis-rhi-72h', ['return-home-interview-overdue']),
  duty('missing-unit', 'debrief', 'What children said on return, passed to social care', 'returns', 'mis-debrief-refer', ['debrief-not-referred']),
  duty('missing-unit', 'repeat-missing', 'Missing again and again', 'times raised', 'mis-repeat-threshold', ['repeat-missing'], { notice: true }),
  duty('assessment-team', 'cse-assessment', 'Exploitation assessed', 'assessments', 'cse-cat-daily', ['cse-assessment-overdue']),
  duty('csc', 'mase-hearing', 'Children heard at a MAP or MASE', 'children', 'mase-monthly', ['mase-hearing-overdue']),
  duty('action-owner', 'mase-actions', 'Actions agreed at MASE', 'actions', 'action-overdue', ['action-overdue'], { meeting: 'mase' }),
  duty('action-owner', 'map-actions', 'Actions agreed at MAPs', 'actions', 'action-overdue', ['action-overdue'], { meeting: 'map' }),
  duty('mase-chair', 'agency-absent', 'Agencies absent from a meeting that needs them', 'absences raised', 'mase-members', ['required-agency-absent'], { notice: true }),
  duty('mase-chair', 'research-missing', 'Research not brought to a meeting', 'times raised', 'mase-prep', ['pre-meeting-research-missing'], { notice: true }),

  fact('missing-reports', 'Reports that a child is away', 'reports', 'mis-repeat-threshold', 'missing-reported', 'lower'),
  fact('classed-missing', 'Classed missing', 'times classed', 'mis-def-absent', 'episode-classified', 'neither', { words: ['missing'] }),
  fact('classed-absent', 'Classed absent', 'times classed', 'mis-def-absent', 'episode-classified', 'neither', { words: ['absent'] }),
  fact('class-refused', 'Class or grade refused by the policy', 'refusals', 'mis-u13', 'act-refused', 'lower', { words: REFUSED }),
  fact('returned', 'Children back', 'returns', 'mis-safe-well', 'child-returned', 'neither'),
  fact('category-3', 'Children in category 3', 'children', 'cse-cat3', 'cse-category-set', 'lower', { words: ['3'], latest: true }),
  fact('category-2', 'Children in category 2', 'children', 'cse-cat2', 'cse-category-set', 'lower', { words: ['2'], latest: true }),
  fact('category-1', 'Children in category 1', 'children', 'cse-cat1', 'cse-category-set', 'lower', { words: ['1'], latest: true }),
  fact('mase-referrals', 'Referrals to the MASE', 'referrals', 'mase-gate', 'exploitation-work', 'neither', { words: ['mase-referral'] }),
  fact('exploitation-crimes', 'Crimes of exploitation', 'crimes', 'mase-function', 'exploitation-work', 'neither', { words: ['crime'] }),
  fact('interventions', 'Interventions', 'interventions', 'mase-function', 'exploitation-work', 'higher', { words: ['intervention'] }),
  fact('disruptions', 'Disruptions', 'disruptions', 'kpi-disruption', 'exploitation-work', 'higher', { words: ['disruption'] }),
  fact('charges', 'Charges', 'charges', 'mase-function', 'exploitation-work', 'higher', { words: ['charge'] }),
  fact('heard-contributed', 'Heard with every agency there and its research', 'children heard', 'mase-prep', 'meeting-held', 'higher', { words: ['contributed'] }),
  fact('heard-no-research', 'Heard with every agency there, research missing', 'children heard', 'mase-prep', 'meeting-held', 'lower', { words: ['no-research'] }),
  fact('heard-absent', 'Heard with an agency absent', 'children heard', 'mase-members', 'meeting-held', 'lower', { words: ['absent'] }),
]

export const measureCalled = (id: string | null | undefined): Measure | null => MEASURES.find((measure) => measure.id === id) ?? null
export const isDuty = (measure: Measure): measure is DutyMeasure => measure.counts === 'duties'

/**
 * Teams of London's central commands, which work in every borough and are run from none (HMIC 2016: commanders knew little of them). Whoever
 * runs a borough sees apart what they owe to its children.
 */
const CENTRAL_TEAMS: Readonly<Partial<Record<OwedBy, string>>> = { police: 'Child abuse investigation team', 'control-room': 'Control room', 'assessment-team': 'Exploitation assessment team' }
export const centralTeam = ({ owedBy }: DutyMeasure): string | null => CENTRAL_TEAMS[owedBy] ?? null
