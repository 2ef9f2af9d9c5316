/** The lists of the supervisor's board, as their tabs, headings and empty pages say them. */
export const LIST_WORDS = {
  unallocated: { tab: 'Unallocated', title: 'Cases unallocated', about: 'A child about whom there is a concern, and no named worker has the case.', empty: 'Every case has a named worker.' },
  unseen: { tab: 'Unseen', title: 'Children unseen', about: 'Nobody has seen and spoken to the child since the concern.', empty: 'Every child has been seen and spoken to.' },
  suspects: { tab: 'Suspects', title: 'Suspects outstanding', about: 'An open case in which a suspect has not been arrested, interviewed, spoken to, warned or ruled out.', empty: 'Every suspect in an open case has been dealt with.' },
  reviews: { tab: 'Reviews due', title: 'Supervisor reviews due', about: 'Late, or due within three working days; a withdrawn complaint and an inspector’s review at any time.', empty: 'No review is late or falls due within three working days.' },
  minutes: { tab: 'Minutes', title: 'Minutes not out', about: 'The record of a discussion has not gone to those who took part.', empty: 'Every record has gone to those who took part.' },
  'other-children': { tab: 'Other children', title: 'Other children not assessed', about: 'A child in the household, a linked child, or others within a suspect’s reach.', empty: 'No other child waits to be assessed.' },
  disputes: { tab: 'Disagreements', title: 'Disagreements between agencies', about: 'Not settled at the stage where they stand.', empty: 'No disagreement stands.' },
  handovers: { tab: 'Hand-overs', title: 'Hand-overs not accepted', about: 'Left by a shift, and accepted by nobody.', empty: 'Everything that was left has been accepted.' },
  overdue: { tab: 'Fell overdue', title: 'Fell overdue since yesterday', about: 'Passed its time since yesterday morning, and is still open.', empty: 'Nothing fell overdue since yesterday morning.' },
  today: { tab: 'Due today', title: 'Falls due today', about: 'Not late yet; its time is over by midnight.', empty: 'Nothing more falls due today.' },
  emergencies: { tab: 'Emergencies', title: 'Emergencies of the night', about: 'Recorded since the MASH last closed.', empty: 'No live emergency was recorded since the MASH last closed.' },
} as const satisfies Readonly<Record<string, { tab: string; title: string; about: string; empty: string }>>
export type ListWord = keyof typeof LIST_WORDS

/** In the order in which a morning is begun: what is new, what is today, what stands. */
export const DIGEST_LISTS: readonly ListWord[] = ['overdue', 'today', 'emergencies', 'handovers', 'unallocated', 'unseen', 'suspects', 'reviews', 'minutes', 'other-children', 'disputes']

/** The same in a mail: read over shoulders, it counts and says of whom nothing, not even that they are children. */
export const MAIL_WORDS: Readonly<Record<ListWord, string>> = {
  overdue: 'Fell overdue since yesterday', today: 'Due today', emergencies: 'Emergencies of the night', handovers: 'Hand-overs not accepted', unallocated: 'Unallocated', unseen: 'Unseen', suspects: 'Outstanding',
  reviews: 'Reviews due', minutes: 'Minutes not out', 'other-children': 'Others to be assessed', disputes: 'Disagreements',
}
