import type { TimeLeft } from '@/lib/wording/time-left'

export type RequestState = 'open' | 'late' | 'held' | 'nothing-held' | 'refused' | 'withdrawn'

export interface AnswerLine {
  readonly id: string
  readonly kind: 'held' | 'nothing-held' | 'refused'
  /** 'Answered', 'Holds nothing', 'Refused to share'. */
  readonly says: string
  /** 'today 10:02 by Ms Rowan Teal, late by 2 h'. */
  readonly when: string
  /** 'on the basis of safeguarding a child at risk'; null where none was needed. */
  readonly basis: string | null
  /** What is held, or why it is not shared; null where the words do not open. */
  readonly words: string | null
}

/** A question as those who asked it see it. */
export interface RequestLine {
  readonly id: string
  readonly to: string
  readonly agency: string
  readonly asked: string
  readonly basis: string
  /** Null where the words do not open to the reader. */
  readonly about: string | null
  readonly question: string | null
  readonly purpose: string | null
  readonly state: RequestState
  readonly left: TimeLeft
  readonly answers: readonly AnswerLine[]
  /** 'Chased twice, last today 10:02'; null where it never was. */
  readonly chased: string | null
  readonly withdrawn: string | null
  /** Whether it has a page of its own at the agency, or its answer is taken down. */
  readonly onItsPage: boolean
}

export interface ConsentLine { readonly id: string; readonly words: string; readonly detail: string; readonly why: string | null }
export interface ResearchLine { readonly id: string; readonly system: string; readonly whom: string; readonly held: boolean; readonly found: string | null; readonly when: string }

/** A line of the ledger of sharing. */
export interface SharedLine {
  readonly id: string
  readonly when: string
  readonly who: string
  readonly from: string
  readonly to: string
  readonly shared: boolean
  readonly what: string | null
  readonly basis: string | null
  readonly why: string | null
  readonly borough: string
  readonly referral: { readonly id: string; readonly reference: string } | null
}

export interface Choice { readonly value: string; readonly label: string; readonly hint?: string }

/** The enquiry of one referral, for whoever decides it. */
export interface EnquiryView {
  readonly referralId: string
  readonly requests: readonly RequestLine[]
  /** '4 agencies asked: 2 answered, 1 refused, 1 has not answered, late by 3 h'. */
  readonly summary: string
  readonly consent: ConsentLine | null
  readonly earlierConsent: readonly ConsentLine[]
  readonly research: readonly ResearchLine[]
  readonly shared: readonly SharedLine[]
  /** 'Passed to children's social care today 10:02'; null where it was not. */
  readonly passed: string | null
  readonly may: { readonly ask: boolean; readonly chase: boolean; readonly consent: boolean; readonly research: boolean; readonly share: boolean; readonly pass: boolean }
  readonly teams: readonly Choice[]
  readonly elsewhere: readonly Choice[]
  readonly people: readonly Choice[]
  /** Whom it is about, as an agency may be told: to begin the form with. */
  readonly about: string
  readonly dueAt: Date
  readonly dueHint: string
}

/** A question as the agency asked sees it: that and its own answers, and nothing else. */
export interface AskedLine {
  readonly id: string
  readonly about: string
  readonly question: string
  readonly from: string
  readonly asked: string
  readonly state: RequestState
  readonly left: TimeLeft
  readonly chased: string | null
}

export interface AskedList { readonly rows: readonly AskedLine[]; readonly answered: boolean; readonly next: string | null; readonly waiting: number }

export interface AskedPage extends AskedLine {
  readonly purpose: string
  readonly basis: string
  readonly team: string
  readonly answers: readonly AnswerLine[]
  readonly withdrawn: boolean
}
