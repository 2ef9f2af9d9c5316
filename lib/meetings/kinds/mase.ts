import { wordsOf } from '@/lib/policy/packs'
import type { MeetingKind } from '../kind'
import { attendanceOf, membersOf } from './members'

/** mase-monthly, mase-chair, mase-function: the borough’s monthly tactical meeting. It is not where a child’s case is managed: that is the MAP. */
export const mase: MeetingKind = {
  id: 'mase',
  title: 'MASE meeting',
  path: '/meetings',
  modes: { meeting: 'At a meeting', telephone: 'By telephone or video' },
  lasts: 120,
  entry: 'meeting-held',
  quorum: {
    clause: 'mase-members',
    of: (meeting, history) => attendanceOf(meeting, membersOf(wordsOf(history.packAt(meeting), 'mase.members'))),
    parts: (meeting, history) => wordsOf(history.packAt(meeting), 'mase.members'),
  },
  chair: { says: 'Borough police, inspector or above, chairs it.', clause: 'mase-chair' },
  decisions: {},
  endsWithoutActions: [],
  record: { clause: 'mase-record', must: [{ words: 'who chaired it', isThere: (record) => record.chair !== null }] },
  feeds: [
    'Each item’s analysis, risk, decision and mitigation go to the chronology of the child or the person it is about.',
    'Each action becomes a duty with its own date, and comes first at the next meeting until it is done.',
    'An agency that stays away twice running goes to the safeguarding board.',
  ],
  agenda: {
    meeting: 'MASE',
    rhythm: 'monthly',
    members: { clause: 'mase-members', of: (pack) => membersOf(wordsOf(pack, 'mase.members')) },
    items: ['victim', 'offender', 'location', 'theme'],
    closes: { clause: 'mase-record', fields: ['analysis', 'risk', 'decision', 'mitigation'] },
    research: { clause: 'mase-prep' },
    earlierActions: { clause: 'mase-actions' },
    rights: { list: 'list-for-meeting', run: 'run-mase', signOff: 'sign-off-mase' },
    outputsTo: null,
  },
}
