import { wordsOf } from '@/lib/policy/packs'
import type { MeetingKind } from '../kind'
import { attendanceOf, membersOf } from './members'

/** map-purpose, map-attendees, map-output: the multi-agency plan of one child, who is there with a parent where that is safe. */
export const map: MeetingKind = {
  id: 'map',
  title: 'MAP meeting',
  path: '/meetings',
  modes: { meeting: 'At a meeting', telephone: 'By telephone or video' },
  lasts: 90,
  entry: 'meeting-held',
  quorum: {
    clause: 'map-attendees',
    of: (meeting, history) => attendanceOf(meeting, membersOf(wordsOf(history.packAt(meeting), 'map.attendees'))),
    parts: (meeting, history) => wordsOf(history.packAt(meeting), 'map.attendees'),
  },
  chair: { says: 'A child protection or team manager of children’s social care chairs it; the lead agency convenes it.', clause: 'map-attendees' },
  decisions: {},
  endsWithoutActions: [],
  record: { clause: 'map-output', must: [{ words: 'who chaired it', isThere: (record) => record.chair !== null }] },
  feeds: [
    'The category the meeting agreed, the plan and the notices considered go to the child’s chronology.',
    'What it decided is on the agenda of the borough’s next MASE by itself.',
    'While the category stands, the child’s next MAP is due within a month.',
  ],
  agenda: {
    meeting: 'MAP',
    rhythm: 'called',
    members: { clause: 'map-attendees', of: (pack) => membersOf(wordsOf(pack, 'map.attendees')) },
    items: ['victim'],
    closes: { clause: 'map-output', fields: ['analysis', 'risk', 'decision', 'mitigation'] },
    research: { clause: 'map-purpose' },
    earlierActions: { clause: 'mase-actions' },
    rights: { list: 'convene-map', run: 'convene-map', signOff: 'convene-map' },
    outputsTo: 'mase',
  },
}
