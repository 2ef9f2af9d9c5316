import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { OtherChildren } from '@/components/other-children/other-children'
import { PersonOverview } from '@/components/people/overview'
import { PersonFrame } from '@/components/people/person-frame'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import { openWithReason } from '@/lib/access/openings/open-with-reason'
import { recordChildSeen } from '@/lib/closing/acts/work'
import { nameOtherChild } from '@/lib/other-children/acts/name-other'
import { personOtherChildren } from '@/lib/other-children/queries'
import type { OtherChildrenView } from '@/lib/other-children/view'
import { setAddress } from '@/lib/people/acts/set-address'
import { personDuties, personOverview } from '@/lib/people/queries'
import type { Overview, PersonHead, PersonPage } from '@/lib/people/view'
import { aMashOfficer, anActor, MONDAY_NINE } from '../support/actors'
import { doing } from '../support/concerns'
import { useDatabase } from '../support/database'
import { seenOf } from '../support/protections'
import { childrenOf } from '../support/recorded-discussions'
import { aReferral } from '../support/referrals'

/** A child known to two boroughs: each reads its own rows of the ledger, and neither may read that nothing else is owed. */
const database = useDatabase()
let door = 0
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)

async function aChild(borough = 'bromley'): Promise<string> {
  const { referralId } = await aReferral(await aMashOfficer(database, borough), { borough, form: 'contact', concern: 'offender-risk', urgency: 'normal' })
  return (await childrenOf(database, referralId))[0] ?? ''
}
async function done(act: Parameters<typeof doing>[0], actor: Actor, input: Record<string, unknown>, now: Date): Promise<void> {
  const outcome = await doing(act, actor, input, now)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
}
/** Moves from Bromley into the home of a child of Camden who is on a plan: from then on Camden owes both. */
async function aChildWhoMoved(): Promise<{ moved: string; there: string }> {
  const [moved, there, home] = [await aChild(), await aChild('camden'), { line: `${(door += 1)} Thornbeam Row`, postcode: 'ZZ9 1AB', borough: 'camden', reason: 'The aunt told.' }]
  await done(setAddress, await aMashOfficer(database, 'camden'), { personId: there, ...home }, at(1))
  await database.admin(`UPDATE person SET plan_category = 'neglect' WHERE id = $1`, [there])
  await done(setAddress, await aMashOfficer(database), { personId: moved, ...home }, at(2))
  return { moved, there }
}
const opened = <T>(page: PersonPage<T> | null): { head: PersonHead; more: T } => {
  if (page?.shut !== null) throw new Error('the record is shut')
  return page
}
const shown = (page: PersonPage<Overview>): string =>
  renderToStaticMarkup(createElement(PersonFrame<Overview>, { person: page, path: '/people/x', draft: null, children: (overview, head) => createElement(PersonOverview, { overview, head }) }))
const table = (page: { head: PersonHead; more: OtherChildrenView }): string => renderToStaticMarkup(createElement(OtherChildren, { view: page.more, personId: page.head.id, firstName: 'Wren', draft: null }))

describe('the page of a child for whom another borough has something open', () => {
  it('says what, where, and whom to ask; in the other borough the same stands among what is owed', async () => {
    const { moved } = await aChildWhoMoved()
    await database.admin(`UPDATE deadline SET met_at = $2, met_recorded_at = $2, met_by = started_by WHERE child_id = $1 AND borough = 'bromley' AND met_at IS NULL AND ended_at IS NULL`, [moved, at(2)])
    const mine = await personOverview(await aMashOfficer(database), moved, at(3))
    expect(opened(mine).more.duties).toEqual([])
    expect(opened(mine).head.elsewhere).toEqual({ matters: [{ kind: 'linked-child-unassessed', role: 'child', borough: 'camden', many: 1, words: 'Assess the other child, Camden' }], duties: 1, ask: 'Children\'s social care, Camden' })
    const words = mine === null ? '' : shown(mine)
    expect(words).toContain('Assess the other child, Camden')
    expect(words).toContain('Nothing is owed within your reach just now.')
    expect(words).toMatch(/Duties.{0,80}1 elsewhere/)
    expect(words).not.toContain('Nothing is owed just now.')
    const theirs = opened(await personOverview(await aMashOfficer(database, 'camden'), moved, at(3)))
    expect(theirs.more.duties.map((line) => [line.words, line.borough])).toEqual([['Assess the other child', 'Camden']])
    expect(opened(await personDuties(await aMashOfficer(database), moved, at(3))).head.elsewhere.duties).toBe(1)
  })

  it('says nothing of the kind to whom all of it is shown: London’s auditor, and who opened the record with a reason', async () => {
    const { moved } = await aChildWhoMoved()
    expect(opened(await personOverview(await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] }), moved, at(3))).head.elsewhere.matters).toEqual([])
    const officer = await aMashOfficer(database, 'lewisham')
    await done(openWithReason, officer, { personId: moved, purpose: 'missing', reason: 'Seen in Camden with our missing girl.' }, at(3))
    const again = await loadActor(officer.accountId, at(3.5))
    const page = again === null ? null : await personOverview(again, moved, at(3.5))
    expect(opened(page).head.elsewhere.matters).toEqual([])
    expect(opened(page).more.duties.map((line) => line.borough)).toContain('Camden')
  })

  it('says that nothing is owed where nothing is owed anywhere', async () => {
    const child = await aChild()
    await database.admin(`UPDATE deadline SET met_at = $2, met_recorded_at = $2, met_by = started_by WHERE child_id = $1`, [child, at(2)])
    const page = await personOverview(await aMashOfficer(database), child, at(3))
    expect(page === null ? '' : shown(page)).toContain('Nothing is owed just now.')
  })
})

describe('whether another child was assessed', () => {
  const state = (view: OtherChildrenView): (string | null)[] => [...view.others, ...view.namedIn].map((line) => (line.left === null ? line.found ?? line.state : 'runs'))

  it('is never answered by a clock that the reader does not see', async () => {
    const { moved, there } = await aChildWhoMoved()
    const page = opened(await personOtherChildren(await aMashOfficer(database), moved, at(3)))
    expect(state(page.more)).toEqual(['Not assessed yet in Camden: beyond your reach'])
    expect(table(page)).not.toContain('Seen or referred')
    expect(state(opened(await personOtherChildren(await aMashOfficer(database, 'camden'), moved, at(3))).more)).toEqual(['runs'])
    expect(state(opened(await personOtherChildren(await aMashOfficer(database, 'camden'), there, at(3))).more)).toEqual(['runs'])
  })

  it('nor, of a child within a suspect’s reach, by a clock of another kind: it runs on both records until that child is seen', async () => {
    const [child, other] = [await aChild(), await aChild('camden')]
    await done(nameOtherChild, await aMashOfficer(database), { personId: child, otherId: other, relation: 'suspect-household', reason: 'The aunt told.' }, at(1))
    const camden = await aMashOfficer(database, 'camden')
    const before = opened(await personOtherChildren(camden, other, at(2)))
    expect(state(before.more)).toEqual(['runs'])
    expect(table(before)).toContain('Assess Wren')
    await done(recordChildSeen, camden, seenOf(other, at(4)), at(4))
    const after = opened(await personOtherChildren(camden, other, at(5))).more.namedIn[0]
    expect([after?.left, after?.found ?? after?.state]).toEqual([null, 'Seen, and in hand with those who know the child'])
  })
})
