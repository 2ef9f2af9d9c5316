import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { watchDeadlines } from '@/lib/deadlines/watch'
import { acceptHandover } from '@/lib/handover/acts/accept-handover'
import { handOver } from '@/lib/handover/acts/hand-over'
import { handoverPage } from '@/lib/handover/queries'
import { claimReferral } from '@/lib/referrals/acts/claim'
import { queue, type QueueAsked } from '@/lib/referrals/queue'
import { aMashOfficer, anActor, aSocialWorker } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { fingerprint } from '@/tests/support/fingerprint'
import { aReferral } from '@/tests/support/referrals'
import { london } from '@/tests/support/story'

const database = useDatabase()
const ALL: QueueAsked = { borough: null, rag: null, who: null, late: false, concern: null, agency: null, q: null, after: null }
const child = (familyName: string) => ({ children: [{ givenName: 'Wren', familyName, bornOn: '2008-02-03' }] })
const ask = (actor: Actor, act: Act<z.ZodType>, input: unknown, now: Date) => perform(act, actor, input, { key: randomUUID(), now })
const anEdtWorker = (borough: string, name = 'Idris Nightingale'): Promise<Actor> => anActor(database, { role: 'emergency-duty-worker', agency: 'csc', boroughs: [borough], name })
const holder = async (referralId: string): Promise<string | null> => (await database.admin<{ claimed_by: string | null }>('SELECT claimed_by FROM referral WHERE id = $1', [referralId]))[0]?.claimed_by ?? null

async function left(actor: Actor, borough: string, items: string[], now: Date, notes: Record<string, string> = {}): Promise<string> {
  const outcome = await ask(actor, handOver, { borough, items, notes }, now)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.ids['handoverId'] ?? ''
}

describe('an emergency at 03:00, handed over at 08:00', () => {
  const [three, eight] = [london('2016-05-16 03:00'), london('2016-05-16 08:00')]

  it('is the emergency duty team’s at night and a named person’s in the morning, with its note, and the record says so', async () => {
    const night = await anEdtWorker('bromley')
    const morning = await aMashOfficer(database)
    const { referralId } = await aReferral(night, { ...child('Nightingate'), receivedAt: three.toISOString(), emergency: 'danger-now', emergencyCall: 'made', callReference: 'CAD 301' }, london('2016-05-16 03:04'))
    expect((await queue(night, ALL, london('2016-05-16 03:05')))?.rows[0]?.emergency).not.toBeNull()
    expect(await ask(night, claimReferral, { referralId }, london('2016-05-16 03:06'))).toMatchObject({ ok: true })
    const list = (await handoverPage(night, eight))?.leave[0]
    expect(list?.lines.map((line) => [line.referralId, line.ticked, line.heldBy])).toEqual([[referralId, true, 'You']])
    const handoverId = await left(night, 'bromley', [referralId], eight, { [referralId]: 'Mother rings back at nine' })
    expect(await holder(referralId), 'in transit it stays with whoever leaves it').toBe(night.accountId)

    const [offered] = (await handoverPage(morning, london('2016-05-16 08:20')))?.offered ?? []
    expect(offered).toMatchObject({ by: 'Idris Nightingale', as: 'Emergency duty worker', late: false, own: false })
    expect(offered?.lines[0]).toMatchObject({ note: 'Mother rings back at nine', heldBy: 'Idris Nightingale' })
    expect((await queue(morning, ALL, london('2016-05-16 08:20')))?.rows[0]).toMatchObject({ id: referralId, handedOver: { by: 'Idris Nightingale' } })

    expect(await ask(morning, acceptHandover, { handoverId, items: [referralId] }, london('2016-05-16 08:25'))).toMatchObject({ ok: true })
    expect(await holder(referralId)).toBe(morning.accountId)
    expect((await queue(morning, ALL, london('2016-05-16 08:26')))?.rows[0]).toMatchObject({ mine: true, handedOver: null })
    const [duty] = await database.admin<{ met_at: Date; due_at: Date }>(`SELECT met_at, due_at FROM deadline WHERE referral_id = $1 AND alert = 'handover-not-accepted'`, [referralId])
    expect(duty).toEqual({ met_at: london('2016-05-16 08:25'), due_at: london('2016-05-16 09:00') })
    const entries = await database.admin<{ heading: string }>(`SELECT heading FROM entry WHERE referral_id = $1 AND kind LIKE 'handover-%' ORDER BY seq`, [referralId])
    expect(entries.map((entry) => entry.heading)).toEqual(['Handed over by Idris Nightingale', 'Accepted by A mash-officer from Idris Nightingale'])
  })

  it('what nobody accepts stands over the queue, is late in an hour, stays with the night and climbs', async () => {
    const night = await anEdtWorker('lewisham')
    const morning = await aMashOfficer(database, 'lewisham')
    const green = await aReferral(night, { borough: 'lewisham', rag: 'green', ...child('Leftover') }, three)
    const red = await aReferral(morning, { borough: 'lewisham', rag: 'red', ...child('Redwater') }, three)
    await ask(night, claimReferral, { referralId: green.referralId }, london('2016-05-16 03:10'))
    await left(night, 'lewisham', [green.referralId], eight)
    const at = london('2016-05-16 10:05')
    expect((await queue(morning, ALL, at))?.rows.map((row) => row.id)).toEqual([green.referralId, red.referralId])
    expect((await handoverPage(morning, at))?.offered[0]).toMatchObject({ late: true })
    expect((await handoverPage(night, at))?.offered[0]).toMatchObject({ late: true, own: true })
    expect(await holder(green.referralId)).toBe(night.accountId)
    await watchDeadlines(at)
    const told = await database.admin<{ to_role: string }>(`SELECT n.to_role FROM notification n JOIN deadline d ON d.id = n.deadline_id WHERE d.referral_id = $1 AND d.alert = 'handover-not-accepted' AND n.rung = 'supervisor'`, [green.referralId])
    expect(told.map((row) => row.to_role)).toEqual(['mash-decision-maker'])
  })
})

describe('leaving and accepting', () => {
  const [six, seven] = [london('2016-05-17 18:00'), london('2016-05-17 18:10')]

  it('fifty rows are left and accepted as one list', async () => {
    const [out, incoming] = [await aMashOfficer(database, 'ealing'), await aSocialWorker(database, 'ealing')]
    const made: string[] = []
    for (let n = 0; n < 50; n += 1) made.push((await aReferral(out, { borough: 'ealing', ...child(`Fifty ${n}`) }, london('2016-05-17 09:00'))).referralId)
    expect((await handoverPage(out, six))?.leave[0]?.lines).toHaveLength(50)
    const handoverId = await left(out, 'ealing', made, six)
    const [list] = (await handoverPage(incoming, seven))?.offered ?? []
    expect(list?.lines).toHaveLength(50)
    expect((await handoverPage(out, seven))?.leave).toEqual([])
    expect(await ask(incoming, acceptHandover, { handoverId, items: made }, seven)).toMatchObject({ ok: true })
    expect((await handoverPage(incoming, seven))?.offered).toEqual([])
    expect((await handoverPage(incoming, seven))?.accepted).toHaveLength(50)
    expect(await database.admin(`SELECT 1 FROM deadline WHERE alert = 'handover-not-accepted' AND borough = 'ealing' AND met_at IS NULL`)).toEqual([])
  }, 120_000)

  it('two accept at one moment: each referral is one person’s, and whoever came second is told whose', async () => {
    const out = await anEdtWorker('camden')
    const [first, second] = [await anActor(database, { role: 'mash-officer', agency: 'police', boroughs: ['camden'], name: 'Marsh Alder' }), await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['camden'], name: 'Fern Bracken' })]
    const made: string[] = []
    for (let n = 0; n < 6; n += 1) {
      const { referralId } = await aReferral(out, { borough: 'camden', ...child(`Race ${n}`) }, london('2016-05-17 03:00'))
      await ask(out, claimReferral, { referralId }, london('2016-05-17 03:10'))
      made.push(referralId)
    }
    const handoverId = await left(out, 'camden', made, six)
    const outcomes = await Promise.all([first, second].map((actor) => ask(actor, acceptHandover, { handoverId, items: made }, seven)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const winner = outcomes[0]?.ok === true ? first : second
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ kind: 'conflict', says: `6 referrals were accepted by ${winner.name}.` })
    const rows = await database.admin<{ accepted_by: string; claimed_by: string }>('SELECT i.accepted_by, r.claimed_by FROM handover_item i JOIN referral r ON r.id = i.referral_id WHERE i.handover_id = $1', [handoverId])
    expect(new Set(rows.flatMap((row) => [row.accepted_by, row.claimed_by]))).toEqual(new Set([winner.accountId]))
    expect(await database.admin(`SELECT 1 FROM entry WHERE kind = 'handover-accepted' AND ledger = 'camden'`)).toHaveLength(6)
  })

  it('a part is accepted, the rest stays; the second is told of what went before', async () => {
    const [out, first, second] = [await aMashOfficer(database, 'merton'), await aSocialWorker(database, 'merton'), await aMashOfficer(database, 'merton')]
    const made = [await aReferral(out, { borough: 'merton', ...child('Partone') }), await aReferral(out, { borough: 'merton', ...child('Parttwo') })].map((one) => one.referralId)
    const handoverId = await left(out, 'merton', made, six)
    expect(await ask(first, acceptHandover, { handoverId, items: made.slice(0, 1) }, seven)).toMatchObject({ ok: true })
    const rest = await ask(second, acceptHandover, { handoverId, items: made }, seven)
    expect(rest).toMatchObject({ ok: true, result: { says: 'You have accepted 1 referral. 1 referral was accepted by A mash-social-worker.' } })
    // Nobody had them in hand: they stay in the queue for whoever claims.
    expect(await holder(made[0] ?? '')).toBeNull()
  })

  it('an unclaimed emergency that is accepted is in hand at once', async () => {
    const [out, incoming] = [await aMashOfficer(database, 'sutton'), await aSocialWorker(database, 'sutton')]
    const { referralId } = await aReferral(out, { borough: 'sutton', ...child('Unheld'), emergency: 'danger-now', emergencyCall: 'made', callReference: 'CAD 9' }, six)
    const handoverId = await left(out, 'sutton', [referralId], six)
    await ask(incoming, acceptHandover, { handoverId, items: [referralId] }, seven)
    expect(await holder(referralId)).toBe(incoming.accountId)
    expect((await database.admin<{ met_at: Date | null }>(`SELECT met_at FROM deadline WHERE referral_id = $1 AND alert = 'emergency-unclaimed'`, [referralId]))[0]?.met_at).toEqual(seven)
  })

  it('claimed from the queue meanwhile it waits no more; left again it is on the later list alone, as late as before', async () => {
    const [out, next, third] = [await aMashOfficer(database, 'brent'), await aSocialWorker(database, 'brent'), await aMashOfficer(database, 'brent')]
    const [one, two] = [await aReferral(out, { borough: 'brent', ...child('Claimedone') }), await aReferral(out, { borough: 'brent', ...child('Lefttwice') })].map((made) => made.referralId) as [string, string]
    const early = await left(out, 'brent', [one, two], six)
    await ask(next, claimReferral, { referralId: one }, seven)
    expect((await handoverPage(next, seven))?.offered[0]?.lines.map((line) => line.referralId)).toEqual([two])
    const late = await left(next, 'brent', [two], london('2016-05-17 22:00'))
    expect(await ask(third, acceptHandover, { handoverId: early, items: [two] }, london('2016-05-17 22:10'))).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await ask(third, acceptHandover, { handoverId: late, items: [two] }, london('2016-05-17 22:10'))).toMatchObject({ ok: true })
    const duties = await database.admin<{ due_at: Date }>(`SELECT due_at FROM deadline WHERE referral_id = $1 AND alert = 'handover-not-accepted'`, [two])
    expect(duties.map((duty) => duty.due_at)).toEqual([london('2016-05-17 19:00')])
  })

  it('is refused for one’s own list, a colleague’s case, what is decided, another borough: twice, and nothing is touched', async () => {
    const [out, colleague, stranger] = [await aMashOfficer(database, 'bexley'), await aSocialWorker(database, 'bexley'), await aMashOfficer(database, 'harrow')]
    const [mine, theirs, gone] = [await aReferral(out, { borough: 'bexley', ...child('Ownlist') }), await aReferral(out, { borough: 'bexley', ...child('Colleague') }), await aReferral(out, { borough: 'bexley', ...child('Decided') })].map((made) => made.referralId) as [string, string, string]
    await ask(colleague, claimReferral, { referralId: theirs }, six)
    await database.admin('UPDATE referral SET decided_at = $2 WHERE id = $1', [gone, six])
    const handoverId = await left(out, 'bexley', [mine], six)
    const before = await fingerprint(database)
    for (let twice = 0; twice < 2; twice += 1) {
      expect(await ask(out, acceptHandover, { handoverId, items: [mine] }, seven)).toMatchObject({ ok: false, kind: 'conflict' })
      expect(await ask(out, handOver, { borough: 'bexley', items: [theirs] }, seven)).toMatchObject({ ok: false, kind: 'invalid' })
      expect(await ask(out, handOver, { borough: 'bexley', items: [gone] }, seven)).toMatchObject({ ok: false, kind: 'conflict' })
      expect(await ask(out, handOver, { borough: 'bexley', items: [] }, seven)).toMatchObject({ ok: false, kind: 'invalid' })
      expect(await ask(stranger, acceptHandover, { handoverId, items: [mine] }, seven)).toMatchObject({ ok: false, kind: 'not-found' })
      expect(await ask(stranger, handOver, { borough: 'harrow', items: [mine] }, seven)).toMatchObject({ ok: false, kind: 'not-found' })
      expect(await ask(stranger, handOver, { borough: 'bexley', items: [mine] }, seven)).toMatchObject({ ok: false, kind: 'forbidden' })
      expect(await ask(colleague, acceptHandover, { handoverId, items: [theirs] }, seven)).toMatchObject({ ok: false, kind: 'not-found' })
    }
    expect(await fingerprint(database)).toEqual(before)
  })

  it('a note is a word of the record: not read by a manager, not of a restricted child', async () => {
    const [out, incoming] = [await aMashOfficer(database, 'barnet'), await aSocialWorker(database, 'barnet')]
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['barnet'] })
    const { referralId } = await aReferral(out, { borough: 'barnet', ...child('Notewell') })
    await left(out, 'barnet', [referralId], six, { [referralId]: 'Grandmother has keys' })
    expect(JSON.stringify(await handoverPage(incoming, seven))).toContain('Grandmother has keys')
    const seen = JSON.stringify(await handoverPage(manager, seven))
    expect(seen).toContain('Notewell')
    expect(seen).not.toContain('Grandmother')
    await database.admin(`UPDATE person SET restricted = true WHERE family_name = 'Notewell'`)
    const masked = JSON.stringify(await handoverPage(incoming, seven))
    for (const words of ['Notewell', 'Grandmother']) expect(masked).not.toContain(words)
  })
})

it('a note of the shift as a whole is read by the next, by nobody of another borough, and never where words do not open', async () => {
  const [night, morning] = [await anEdtWorker('havering'), await aMashOfficer(database, 'havering')]
  const when = london('2016-05-16 08:00')
  const { referralId } = await aReferral(morning, { borough: 'havering', ...child('Shiftnote') }, london('2016-05-16 07:00'))
  expect(await ask(night, handOver, { borough: 'havering', items: [referralId], shiftNote: 'x'.repeat(2001) }, when)).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'shiftNote' }] })
  expect(await database.admin('SELECT 1 FROM handover_note')).toEqual([])
  expect(await ask(night, handOver, { borough: 'havering', items: [referralId], shiftNote: 'The fax does not work.' }, when)).toMatchObject({ ok: true })
  expect((await handoverPage(morning, when))?.offered).toMatchObject([{ note: 'The fax does not work.' }])
  const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['havering'] })
  expect((await handoverPage(manager, when))?.offered).toMatchObject([{ note: null }])
  expect(JSON.stringify(await handoverPage(await aMashOfficer(database, 'barnet'), when))).not.toContain('The fax')
  await expect(database.admin(`UPDATE handover_note SET note = 'other'`)).rejects.toThrow()
})
