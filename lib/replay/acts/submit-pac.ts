import { CONCERNS } from '@/lib/policy/concerns'
import { submitPac } from '@/lib/referrals/acts/submit-pac'
import type { OwnAct } from '../own-acts'
import { subjectsOf } from '../play'
import { act, detailOf } from '../submit'

/** A police checklist, taken by a MASH officer who knows the children. Whether it is complete is what the history says of it. */
export const submit: OwnAct = async (playing, event) => {
  const told = (key: string, words: readonly string[]): string | undefined => words.find((word) => word === event.detail[key])
  const children = subjectsOf(playing.history, playing.people, event)
  return [await act(playing, submitPac, 'mash-officer', {
    form: 'contact', way: 'pac', borough: playing.borough, channel: 'police-system', fromAgency: 'police', toAgency: 'csc', toldBefore: 'yes',
    children: children.map((personId) => ({ personId })), adults: [], narrative: 'As the history tells it', concern: told('concern', CONCERNS),
    rag: told('rag', ['red', 'amber', 'green', 'blue']), urgency: told('urgency', ['high']), receivedAt: event.at,
    // In its own words: what it says nothing of, completeness too, is not known.
    extra: { from: null, to: null, channel: null, complete: null, lacks: null, ...detailOf(playing, event) },
  }, event.at)]
}
