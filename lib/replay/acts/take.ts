import 'server-only'
import { AGENCIES } from '@/lib/access/roles'
import { CONCERNS, INDICATORS } from '@/lib/policy/concerns'
import { referringAgency } from '@/lib/policy/referring-agency'
import { takeReferral } from '@/lib/referrals/take-referral'
import type { HistoryEvent } from '../history'
import type { OwnAct } from '../own-acts'
import { subjectsOf } from '../play'
import { act, detailOf } from '../submit'

/** A contact or a referral, taken by a MASH officer who knows the children. */
export const take: OwnAct = async (playing, event) => {
  const children = subjectsOf(playing.history, playing.people, event)
  const outcome = await act(playing, takeReferral, 'mash-officer', {
    form: event.kind === 'contact-received' ? 'contact' : 'referral', borough: playing.borough, channel: 'police-system',
    fromAgency: agencyOf(word(event, 'from')), toAgency: word(event, 'to') === 'csc' ? 'csc' : 'police',
    toldBefore: 'yes', children: children.map((personId) => ({ personId })), adults: [], narrative: 'As the history tells it',
    concern: oneOf(CONCERNS, word(event, 'concern')), concernNotSaid: true, indicators: known(event.detail['indicators']),
    urgency: oneOf(['high'], word(event, 'urgency')), rag: oneOf(['red', 'amber', 'green'], word(event, 'rag')),
    suspect: oneOf(['known', 'unidentified'], word(event, 'suspect')), receivedAt: event.at,
    // Everything the history says goes on record in its own words, known to the form or not; what is new it says itself.
    extra: { from: null, ...detailOf(playing, event) },
  }, event.at)
  const referralId = outcome.ok ? outcome.result.ids['referralId'] : undefined
  if (referralId !== undefined) playing.referrals.push({ id: referralId, children, decided: false })
  return [outcome]
}

const word = (event: HistoryEvent, key: string): string | null => {
  const value = event.detail[key]
  return typeof value === 'string' && value !== '' ? value : null
}
const oneOf = (words: readonly string[], given: string | null): string | undefined => (given !== null && words.includes(given) ? given : undefined)
const known = (given: unknown): string[] => (Array.isArray(given) ? INDICATORS.filter((indicator) => given.includes(indicator)) : [])

/** The agency of the form for the history's own words; the words themselves are what the policy reads. */
function agencyOf(from: string | null): string {
  const exact = AGENCIES.find((agency) => agency === from)
  if (exact !== undefined) return exact
  const professional = referringAgency(null, from)
  if (professional !== null) return professional
  return /police|force|ceop|cait|custody/i.test(from ?? '') ? 'police' : /csc|social/i.test(from ?? '') ? 'csc' : 'public'
}
