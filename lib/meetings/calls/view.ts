import type { ChildView } from '@/lib/deadlines/view'
import type { MailState } from '@/lib/platform/mail/state'
import type { Standing } from './coming'

export interface InvitationView {
  readonly id: string
  readonly part: string
  readonly agency: string
  readonly name: string
  /** Part of the quorum. */
  readonly required: boolean
  readonly standing: Standing
  /** 'Coming', 'Apologies; Dr Ames comes instead', 'No answer yet'. */
  readonly answer: string
  /** What they bring; null where nothing was said or the words do not open to this reader. */
  readonly brings: string | null
  /** How the mail to them fares; null where they have no account here, or to those who are only asked. */
  readonly mail: (MailState & { readonly id: string }) | null
  readonly hasAccount: boolean
  readonly mine: boolean
}

export interface CallView {
  readonly id: string
  readonly reference: string
  readonly kind: string
  readonly state: 'open' | 'held' | 'off'
  readonly when: string
  /** As it is typed into the form that moves it. */
  readonly meetsAt: string
  readonly mode: string
  readonly modeCode: string
  readonly place: string | null
  readonly borough: string
  readonly called: string
  readonly referral: { readonly id: string; readonly reference: string } | null
  readonly meetingId: string | null
  readonly calledOff: string | null
  /** Those whose records open to this reader. */
  readonly children: readonly ChildView[]
  /** 'Ottoline Brackwater and Casper Brackwater'; to those asked and not told, '2 children'. */
  readonly about: string
  readonly namesShared: boolean
  /** 'Health: nobody is coming'. Empty to those who are only asked. */
  readonly gaps: readonly { readonly words: string; readonly sure: boolean }[]
  /** Said where it comes after the time by which it is due. */
  readonly late: string | null
  readonly invitations: readonly InvitationView[]
  readonly mailIsSet: boolean
  readonly may: { readonly change: boolean; readonly record: boolean; readonly answerForOthers: boolean; readonly sendAgain: boolean }
  readonly recordHref: string
}

/** One line of the list of discussions to come. */
export interface CalledLine {
  readonly id: string
  readonly href: string
  readonly reference: string
  readonly when: string
  readonly borough: string
  readonly about: string
  /** 'You have not answered yet', 'You are coming'; null where this reader is not asked. */
  readonly mine: string | null
  readonly waits: boolean
  readonly gaps: readonly string[]
}
