import { answerMakesafeCall, takeMakesafeCall } from '@/lib/places/acts/makesafe'
import { linkPlace, recordTraining } from '@/lib/places/acts/link'
import { recordPlace } from '@/lib/places/acts/record'
import { addDays, londonDate } from '@/lib/policy/calendar/london'
import { linkAdult, recordIdentifier } from '@/lib/posing-risk/acts/link-adult'
import { recordTactic } from '@/lib/posing-risk/acts/tactic'
import { takeReferral } from '@/lib/referrals/take-referral'
import { serveNotice } from '@/lib/warning-notices/acts/serve'
import { recordBreach } from '@/lib/warning-notices/acts/work'
import { before, DAY, HOUR } from './hours'
import type { Stage, Step, Story } from './stage'

/** Where it is told: two boroughs that border on each other, so that what is known in one shows in the other. */
const HERE = 'bromley'
const THERE = 'lewisham'

/**
 * One adult whom two boroughs know without knowing it of each other, the places he uses, a notice, and calls of Operation Makesafe: some answered,
 * one open, one that came without its tag; and one of the children on record twice. Invented, all of it.
 */
export const concernStories = (borough: string, base: Date): Story[] => (borough === HERE ? [story(base)] : [])

function story(base: Date): Story {
  const held: Record<string, string> = {}
  const id = (name: string): string => held[name] ?? ''
  const at = (days: number): Date => before(base, days * DAY)
  const steps: Step[] = []
  const step = (days: number, run: (stage: Stage, when: Date) => Promise<unknown>): void => { steps.push({ at: at(days), run: async (stage) => { await run(stage, at(days)) } }) }
  const officer = (borough: string): string => `mash-officer.${borough}`
  const born = (years: number): string => addDays(londonDate(base), -Math.round(years * 365.25))
  const keep = async (name: string, ids: Promise<Readonly<Record<string, string>>>, key: string): Promise<void> => { held[name] = (await ids)[key] ?? '' }

  const contact = (days: number, borough: string, child: { name: string; givenName: string; familyName: string; years: number }, adult: { name: string; givenName: string; familyName: string; years: number } | null, narrative: string): void => step(days, async (stage, when) => {
    const { referralId = '' } = await stage.perform(takeReferral, officer(borough), {
      form: 'contact', borough, channel: 'in-person', fromAgency: 'education', fromWords: 'school', toAgency: 'police', children: [{ givenName: child.givenName, familyName: child.familyName, bornOn: born(child.years), sex: 'female' }],
      adults: adult === null ? [] : [{ givenName: adult.givenName, familyName: adult.familyName, bornOn: born(adult.years), role: 'suspect' }], concern: 'cse', indicators: ['gifts-or-money'], narrative, suspect: adult === null ? null : 'known', receivedAt: when.toISOString(),
    }, when, `concern contact ${child.name}`)
    const people = await stage.as(officer(borough), (tx) => tx.referralPerson.findMany({ where: { referralId }, select: { personId: true, role: true } }))
    held[child.name] = people.find((person) => person.role === 'child')?.personId ?? ''
    if (adult !== null) held[adult.name] = people.find((person) => person.role !== 'child')?.personId ?? ''
  })

  contact(62, HERE, { name: 'first child', givenName: 'Marnie', familyName: 'Oakhanger', years: 14.3 }, { name: 'adult', givenName: 'Andre', familyName: 'Colvinder', years: 26 }, 'He waits outside the school in a white car, gives her cigarettes and has bought her a telephone.')
  contact(31, THERE, { name: 'second child', givenName: 'Saffi', familyName: 'Lindqvist-Bray', years: 15.1 }, { name: 'other adult', givenName: 'Kester', familyName: 'Rooke', years: 31 }, 'Seen at the mini-cab office at night with two men. She has money that nobody gave her.')
  // The second child, heard by somebody who spells otherwise and took her birthday from memory: a second record, for the worklist of possible duplicates.
  contact(0.3, HERE, { name: 'second child again', givenName: 'Saffy', familyName: 'Lindquist Bray', years: 15.1 + 1 / 365.25 }, null, 'New at this school since Monday. Says the drivers at a mini-cab office give her lifts and do not ask for money.')
  step(60, (stage, when) => stage.perform(recordIdentifier, officer(HERE), { personId: id('adult'), kind: 'vehicle', value: 'WX09 HDF', why: 'White Corsa, seen outside the school on three days' }, when, 'concern vehicle'))
  step(60, (stage, when) => stage.perform(recordIdentifier, officer(HERE), { personId: id('adult'), kind: 'telephone', value: '07700 900461', why: 'On the telephone he gave her' }, when, 'concern telephone'))
  step(28, (stage, when) => stage.perform(recordIdentifier, officer(THERE), { personId: id('other adult'), kind: 'telephone', value: '+44 7700 900461', why: 'Given to the licensing officer as his own' }, when, 'concern other telephone'))

  const place = (days: number, name: string, borough: string, what: Record<string, unknown>): void => step(days, (stage, when) => keep(name, stage.perform(recordPlace, officer(borough), { borough, ...what }, when, `concern place ${name}`), 'placeId'))
  place(58, 'hotel', HERE, { kind: 'hotel', name: 'The Wherry Guest House', line: '4 Lantern Road', postcode: 'BR1 2QQ', as: ['concern', 'makesafe'], ownerContact: 'Mrs Osterley, manager', telephone: '020 7946 0111', leafletOn: londonDate(at(58)), known: 'Rooms paid for in cash by the evening. Young people seen on the back stairs at night.' })
  place(57, 'park', HERE, { kind: 'park', name: 'Quarry Rise recreation ground', as: ['concern'], known: 'The shelter by the lower gate: older men with drink, younger girls, after nine.' })
  place(56, 'pub', HERE, { kind: 'licensed-premises', name: 'The Tally Stick', line: '19 Ropewalk', postcode: 'BR2 9QQ', as: ['makesafe'], ownerContact: 'The licensee', telephone: '020 7946 0112' })
  place(30, 'cars', THERE, { kind: 'mini-cab', name: 'Ropewalk Cars', line: '88 Ferry Lane', postcode: 'SE13 7QQ', as: ['concern', 'makesafe'], telephone: '020 7946 0113', known: 'Drivers let young people sit in the back office at night.' })

  step(55, (stage, when) => stage.perform(linkPlace, officer(HERE), { placeId: id('hotel'), personId: id('first child'), why: 'found-there', words: 'Found in room 6 with two adults who said they were cousins.' }, when, 'concern tie child hotel'))
  step(54, (stage, when) => stage.perform(linkPlace, officer(HERE), { placeId: id('hotel'), personId: id('adult'), why: 'seen-there', words: 'Booked room 6 twice under his own name.' }, when, 'concern tie adult hotel'))
  step(29, (stage, when) => stage.perform(linkPlace, officer(THERE), { placeId: id('cars'), personId: id('second child'), why: 'goes-there', words: 'Three evenings in one week, by her own account.' }, when, 'concern tie child cars'))
  step(28, (stage, when) => stage.perform(linkPlace, officer(THERE), { placeId: id('cars'), personId: id('other adult'), why: 'works-there', words: 'Dispatcher on the night shift.' }, when, 'concern tie adult cars'))
  step(26, (stage, when) => stage.perform(linkAdult, officer(THERE), { adultId: id('adult'), childId: id('second child'), how: 'suspect-found-with', why: 'Officers found her in his car on Ferry Lane at two in the morning.' }, when, 'concern link second child'))
  step(45, (stage, when) => stage.perform(serveNotice, officer(HERE), { childId: id('first child'), adultId: id('adult'), ground: 'under-16', servedAt: when.toISOString(), servedBy: 'Farrant', servedRank: 'sergeant', place: 'At his home address', conditions: 'Not to be with Marnie, not to wait for her, not to let her into his car or any room he has.' }, when, 'concern notice'))
  step(13, async (stage, when) => {
    const notice = await stage.as(officer(HERE), (tx) => tx.warningNotice.findFirst({ where: { adultId: id('adult'), childId: id('first child') }, select: { id: true } }))
    await stage.perform(recordBreach, officer(HERE), { noticeId: notice?.id, at: when.toISOString(), what: 'Waited for her at the bus station; she got into the car.', done: 'Car stopped, she was taken home. Arrest under section 2 considered with the duty inspector.' }, when, 'concern breach')
  })
  step(40, (stage, when) => stage.perform(recordTactic, officer(HERE), { placeId: id('hotel'), what: 'joint-visit', at: when.toISOString(), result: 'warned', account: 'With licensing and the fire officer: no guest book kept. Warned in writing.' }, when, 'concern tactic hotel'))
  step(12, (stage, when) => stage.perform(recordTactic, officer(HERE), { adultId: id('adult'), what: 'vehicle-stop', at: when.toISOString(), result: 'children-found', account: 'Stopped on Lantern Road; one girl in the car, taken home.' }, when, 'concern tactic adult'))
  step(50, (stage, when) => stage.perform(recordTraining, officer(HERE), { placeId: id('hotel'), at: when.toISOString(), people: '7', by: 'PC Fennimore', words: 'The night porter had never heard of it.' }, when, 'concern training'))

  const call = (days: number, name: string, more: Record<string, unknown>, outcome: Record<string, unknown> | null): void => {
    step(days, async (stage, when) => {
      await keep(name, stage.perform(takeMakesafeCall, 'despatch', {
        tag: 'makesafe', channel: '101', quoted: 'yes', borough: HERE, receivedAt: when.toISOString(), callerName: 'Night porter', said: 'A man of about 40 has taken a room with two girls who look 14. They are still upstairs.', child: 'described',
        children: [{ description: 'Girl of about 14, fair hair, red coat' }], danger: 'no', ...(more['premises'] === undefined ? { placeId: id('hotel') } : {}), ...more,
      }, when, `concern call ${name}`), 'callId')
      if (outcome !== null) await stage.perform(answerMakesafeCall, 'despatch', { callId: id(name), ...outcome }, before(when, -2 * HOUR), `concern call ${name} answered`)
    })
  }
  call(39, 'first call', {}, { deployed: 'yes', outcome: 'child-safeguarded', account: 'Two girls found in room 6, taken home; both known to social care.' })
  call(17, 'second call', { premises: 'The Old Ferry Hotel, Station Approach', kind: 'hotel', callerName: 'Duty manager', child: 'none', children: [], said: 'Three men asked for adjoining rooms and for the cameras on that floor to be off.' }, { deployed: 'yes', outcome: 'intelligence', account: 'Names and a registration noted.' })
  call(0.2, 'third call', { callerName: 'Mrs Osterley', said: 'The same man is back with a girl who looks younger than the last.' }, null)
  // Taken as any contact: nobody put the tag on.
  step(2.2, (stage, when) => stage.perform(takeReferral, officer(HERE), {
    form: 'contact', borough: HERE, channel: 'telephone', fromAgency: 'public', fromWords: 'hotel', toAgency: 'police', referrerName: 'Duty manager, the Old Ferry Hotel', children: [{ description: 'Girl of about 15 in a school blazer' }], adults: [], concern: 'cse',
    narrative: 'Says this is a Makesafe call: a girl in a school blazer was brought in by a man of about 50 who paid in cash.', receivedAt: when.toISOString(),
  }, when, 'concern untagged call'))
  return { name: 'adults and places of concern', steps }
}
