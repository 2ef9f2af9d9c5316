import 'server-only'
import { recordStrategyDiscussion } from '@/lib/strategy/record-strategy-discussion'
import type { OwnAct } from '../own-acts'
import { subjectsOf } from '../play'
import { act, detailOf } from '../submit'

/** A strategy discussion, recorded by a MASH social worker with the participants in the history's own words. */
export const discuss: OwnAct = async (playing, event) => {
  const { participants, plan_recorded: planRecorded, ...detail } = detailOf(playing, event)
  return [await act(playing, recordStrategyDiscussion, 'mash-social-worker', {
    children: subjectsOf(playing.history, playing.people, event), borough: playing.borough, mode: 'meeting', heldAt: event.at, participants: [],
    // An absent list is not known; an empty one is nobody.
    carriedOver: { participants: Array.isArray(participants) ? participants : null, planRecorded: typeof planRecorded === 'boolean' ? planRecorded : null, detail },
  }, event.at)]
}
