import { AGENCY_WORDS } from './agencies'

/**
 * The ways in: a police checklist, a professional's, the public's and another force's or borough's referral are the same thing with
 * different required parts. A referral that says no way (one taken over from a record) is asked for none.
 */
export const WAYS = ['professional', 'public', 'pac', 'other-force'] as const
export type Way = (typeof WAYS)[number]

export const isWay = (word: string | undefined): word is Way => word !== undefined && (WAYS as readonly string[]).includes(word)

interface WayIn {
  readonly title: string
  readonly says: string
  /** Who may have sent it. */
  readonly senders: readonly string[]
  /** The fields it is not taken without, each with what is said beside it; a checklist is taken in without any. */
  readonly required: Readonly<Partial<Record<AskedField, string>>>
}

export type AskedField = 'fromWords' | 'theirReference' | 'referrerName' | 'referrerContact'

export const WAYS_IN: Readonly<Record<Way, WayIn>> = {
  professional: {
    title: 'A professional', says: 'Their name and how to reach them: they are acknowledged, told the outcome, and confirm a call in writing.',
    senders: Object.keys(AGENCY_WORDS).filter((agency) => agency !== 'police'),
    required: { referrerName: 'Enter the referrer’s name', referrerContact: 'Enter how to reach the referrer, or that they would not say' },
  },
  public: {
    title: 'The public or family', says: 'No name is needed: somebody who will not say who they are is taken just the same.', senders: ['public', 'family'], required: {},
  },
  pac: {
    title: 'Police checklist (Merlin PAC)', says: 'Taken in even where parts are missing: what is missing is marked, owed by the police and chased.', senders: ['police'], required: {},
  },
  'other-force': {
    title: 'Another force or borough', says: 'Which one, its own reference and whom to ring there: the record stays with two keepers.', senders: ['police', 'csc'],
    required: {
      fromWords: 'Enter which force or borough', theirReference: 'Enter their reference, or that they have none', referrerName: 'Enter who sent it',
      referrerContact: 'Enter how to reach them',
    },
  },
}

/** Where each way asks for more than every referral does: the problem beside each field left empty. */
export function wayProblems(way: Way | null, given: Readonly<Record<AskedField, string | null>>): { field: AskedField; message: string }[] {
  if (way === null) return []
  return (Object.entries(WAYS_IN[way].required) as [AskedField, string][]).filter(([field]) => given[field] === null).map(([field, message]) => ({ field, message }))
}
