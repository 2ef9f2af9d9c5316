import 'server-only'
import { allocateReferral } from '@/lib/referrals/acts/allocate'
import { seedReferral } from '../before'
import type { OwnAct } from '../own-acts'
import { subjectsOf } from '../play'
import { act } from '../submit'

/** The case given to a named officer of a team: on the child's latest referral, or on one known from before. */
export const allocate: OwnAct = async (playing, event) => {
  const { team, officer, trained } = event.detail
  const coSigned = ['co_signed', 'co_sign', 'co_signed_by'].map((key) => event.detail[key]).find((said) => said === true || (typeof said === 'string' && said.trim() !== ''))
  // The act asks for the team; where the history does not say it, it is not known and the plain act records it so.
  if (typeof team !== 'string' || team.trim() === '') return []
  const about = subjectsOf(playing.history, playing.people, event)
  let referral = playing.referrals.findLast((one) => about.every((child) => one.children.includes(child)))
  if (referral === undefined) {
    referral = { id: await seedReferral(playing.stage, about, playing.borough, playing.history.t0), children: about, decided: false }
    playing.referrals.push(referral)
  }
  // The act is about every child of the referral; an allocation of one of them alone is not.
  if (referral.children.some((child) => !about.includes(child))) return []
  return [await act(playing, allocateReferral, 'cait-supervisor', {
    referralId: referral.id, worker: typeof officer === 'string' && officer.trim() !== '' ? officer : 'Named officer', team,
    trained: trained === true ? 'yes' : trained === false ? 'no' : 'unknown', ...(coSigned === undefined ? {} : { coSignedBy: typeof coSigned === 'string' ? coSigned : 'Trained supervisor' }),
  }, event.at)]
}
