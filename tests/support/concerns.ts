import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { linkPlace } from '@/lib/places/acts/link'
import { takeMakesafeCall } from '@/lib/places/acts/makesafe'
import { recordPlace } from '@/lib/places/acts/record'
import { serveNotice } from '@/lib/warning-notices/acts/serve'
import { aMashOfficer } from './actors'
import type { TestDatabase } from './database'
import { childrenOf } from './recorded-discussions'
import { aReferral } from './referrals'

type Input = Record<string, unknown>

export const doing = (act: Act<z.ZodType>, actor: Actor, input: Input, now: Date) => perform(act, actor, input, { key: randomUUID(), now })
export async function done(act: Act<z.ZodType>, actor: Actor, input: Input, now: Date): Promise<Readonly<Record<string, string>>> {
  const outcome = await doing(act, actor, input, now)
  if (!outcome.ok) throw new Error(`${act.name}: ${JSON.stringify(outcome)}`)
  return outcome.result.ids
}

/** A child with a date of birth, and an adult who is a person of concern to it, both on record in a borough. */
export async function aChildAndAnAdult(database: TestDatabase, now: Date, child: Input = {}, borough = 'bromley', adult: Input = {}): Promise<{ childId: string; adultId: string; referralId: string }> {
  const officer = await aMashOfficer(database, borough)
  const { referralId } = await aReferral(officer, {
    borough, form: 'contact', concern: 'cse', children: [{ givenName: 'Linnet', familyName: 'Harrowgate', bornOn: '2002-05-20', ...child }], adults: [{ givenName: 'Corin', familyName: 'Vale', bornOn: '1981-02-11', role: 'suspect', ...adult }], suspect: 'known',
  }, now)
  const [childId = ''] = await childrenOf(database, referralId)
  const [row] = await database.admin<{ person_id: string }>(`SELECT person_id FROM referral_person WHERE referral_id = $1 AND role <> 'child'`, [referralId])
  return { childId, adultId: row?.person_id ?? '', referralId }
}

export const noticeOf = (childId: string, adultId: string, servedAt: Date, overrides: Input = {}): Input => ({
  childId, adultId, ground: 'under-16', servedAt: servedAt.toISOString(), servedBy: 'Farrant', servedRank: 'sergeant', place: 'At his home address', conditions: 'Not to be with Linnet, nor let her into the flat or the car.', ...overrides,
})
export const placeOf = (overrides: Input = {}): Input => ({
  borough: 'bromley', kind: 'hotel', name: 'The Wherry Guest House', line: '4 Lantern Road', postcode: 'BR1 2AA', as: ['concern', 'makesafe'], ownerContact: 'Mrs Osterley', telephone: '020 7946 0111', known: 'Rooms by the hour; young people seen at night.', ...overrides,
})
export const makesafeOf = (receivedAt: Date, overrides: Input = {}): Input => ({
  tag: 'makesafe', channel: '101', quoted: 'yes', premises: 'Oast Lodge Hotel, Station Road', kind: 'hotel', borough: 'bromley', receivedAt: receivedAt.toISOString(), callerName: 'Night porter', said: 'A man of about 40 took a room with two girls who look 14.',
  child: 'described', children: [{ description: 'Girl of about 14, fair hair, red coat' }], danger: 'no', ...overrides,
})

/** Good input for each act about adults and places, by act, in Bromley. */
export async function inputsAboutConcerns(database: TestDatabase, now: Date): Promise<Record<string, Input>> {
  const officer = await aMashOfficer(database)
  const { childId, adultId, referralId } = await aChildAndAnAdult(database, now)
  const other = await aChildAndAnAdult(database, now, { givenName: 'Wren', familyName: 'Ashgrove' }, 'bromley', { givenName: 'Silas', familyName: 'Murrow' })
  const { noticeId } = await done(serveNotice, officer, noticeOf(childId, adultId, now), now)
  const { placeId } = await done(recordPlace, officer, placeOf({ name: `Lantern Grill ${childId.slice(0, 8)}` }), now)
  const { linkId } = await done(linkPlace, officer, { placeId, personId: adultId, why: 'works-there', words: 'Seen behind the desk.' }, now)
  const { callId } = await done(takeMakesafeCall, officer, makesafeOf(now, { child: 'none', children: [] }), now)
  const at = now.toISOString()
  return {
    'consider-notice': { childId: other.childId, adultId: other.adultId, used: 'no', why: 'A civil order is applied for.' }, 'serve-notice': noticeOf(other.childId, other.adultId, now),
    'record-notice-breach': { noticeId, at, what: 'Seen with her in the car', done: 'Arrested' }, 'end-notice': { noticeId, why: 'replaced', note: 'A sexual risk order was made' },
    'link-adult': { adultId: other.adultId, childId, how: 'suspect-found-with', why: 'A neighbour told.' }, 'record-identifier': { personId: adultId, kind: 'vehicle', value: 'LX09 ABC', why: 'He drives it' },
    'record-tactic': { placeId, what: 'joint-visit', at, result: 'nothing-found', account: 'With licensing' }, 'record-place': placeOf({ name: `Wherry Grill ${childId.slice(0, 8)}`, kind: 'takeaway' }), 'change-place': { placeId, version: '1', ...placeOf(), as: ['concern'] },
    'link-place': { placeId, personId: childId, why: 'found-there', words: 'Found in room 4.' }, 'unlink-place': { linkId, words: 'Left the job' }, 'record-premises-training': { placeId, at, people: '6', by: 'PC Fennimore' },
    'take-makesafe-call': makesafeOf(now), 'answer-makesafe-call': { callId, deployed: 'yes', outcome: 'nobody-found', account: 'Room empty' }, 'tag-call': { referralId },
  }
}
