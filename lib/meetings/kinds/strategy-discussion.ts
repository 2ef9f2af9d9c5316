import { quorumOf, requiredParts } from '@/lib/policy/quorum'
import type { MeetingKind } from '../kind'

const NOTHING_FOLLOWS = ['nfa', 'other-services'] as const

/** sd-threshold, sd-quorum, sd-record: by telephone or meeting, as often as a child needs it. */
export const strategyDiscussion: MeetingKind = {
  id: 'strategy-discussion',
  title: 'Strategy discussion',
  path: '/discussions',
  modes: { telephone: 'By telephone', meeting: 'At a meeting' },
  lasts: 60,
  entry: 'strategy-discussion-held',
  quorum: { clause: 'sd-quorum', of: quorumOf, parts: requiredParts },
  chair: { says: 'Children’s social care convenes and chairs it.', clause: 'sd-threshold' },
  decisions: {
    's47': 'Enquiry under section 47',
    's17': 'Assessment under section 17',
    'other-services': 'Other services or early help',
    'nfa': 'No further action',
    'reconvene': 'Meet again before deciding',
  },
  endsWithoutActions: NOTHING_FOLLOWS,
  record: {
    clause: 'sd-record',
    must: [
      { words: 'who chaired it', isThere: (record) => record.chair !== null },
      { words: 'the information shared', isThere: (record) => record.informationShared !== null },
      { words: 'the analysis of risk', isThere: (record) => record.riskAnalysis !== null },
      { words: 'the decision', isThere: (record) => record.decision !== null },
      {
        words: 'at least one action with an owner and a date',
        isThere: (record) => record.actions > 0 || (record.decision !== null && (NOTHING_FOLLOWS as readonly string[]).includes(record.decision)),
      },
    ],
  },
  feeds: [
    'A quorate discussion meets every strategy-discussion clock of each child it was about.',
    'One that is not quorate meets the 24-hour target alone; the other clocks run on.',
    'Each action becomes a duty with its own date.',
    'The record goes to those who took part within one working day.',
  ],
  agenda: null,
}

/** How an enquiry under section 47 is made. */
export const ENQUIRIES = {
  'joint': 'Joint: police and children’s social care',
  'single-csc': 'Children’s social care alone',
  'single-police': 'Police alone',
} as const satisfies Record<string, string>
