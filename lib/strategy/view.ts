import type { ClauseView } from '@/lib/meetings/view'

export interface ExpectedParticipant {
  readonly part: string
  readonly agency: string
  /** 'Social worker', 'The referring agency (education)'. */
  readonly title: string
  /** Why they are asked for. */
  readonly why: string
  /** Part of the quorum; else asked for where it applies. */
  readonly required: boolean
  /** From the call of this discussion: they said that they come, who, and what they bring. */
  readonly took?: boolean
  readonly name?: string
  readonly brought?: string
}

export interface ChoosableChild {
  readonly id: string
  readonly name: string
  readonly age: string | null
  readonly chosen: boolean
  /** 'Named in the referral', 'Named with Ottoline Brackwater'. */
  readonly why: string
}

export interface NewDiscussion {
  readonly page: string
  /** The called discussion that is recorded. */
  readonly callId: string | null
  readonly referral: { readonly id: string; readonly reference: string; readonly from: string } | null
  /** Fixed by the referral; else chosen. */
  readonly borough: { readonly code: string; readonly words: string } | null
  readonly boroughs: readonly { readonly value: string; readonly label: string }[]
  /** Chosen to begin with: where the child lives, if that is the reader's. */
  readonly boroughFirst: string
  readonly children: readonly ChoosableChild[]
  readonly expected: readonly ExpectedParticipant[]
  readonly quorumClause: ClauseView
  readonly specialistsClause: ClauseView
  readonly recordClause: ClauseView
  /** People of the borough who have an account: an action or a part given to one of them by name is theirs. */
  readonly colleagues: readonly string[]
  readonly chairSays: string
}
