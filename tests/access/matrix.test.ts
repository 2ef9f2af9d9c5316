import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { ROLES, type Role } from '@/lib/access/roles'
import { perform } from '@/lib/acts/perform'
import { anActor, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { everyAct, inputsOfEveryAct } from '@/tests/support/every-act'
import { fingerprint } from '@/tests/support/fingerprint'
import { COLUMNS, ORACLE } from './oracle'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)
const acts = everyAct()

let inputs: Record<string, unknown>
const rivals = new Map<Role, Actor>()
const strangers = new Map<Role, Actor>()

beforeAll(async () => {
  inputs = await inputsOfEveryAct(database, now)
  for (const [role, agency] of COLUMNS) {
    rivals.set(role, await anActor(database, { role, agency, boroughs: ['bromley'], rank: 'inspector' }))
    strangers.set(role, await anActor(database, { role, agency, boroughs: ['sutton'], rank: 'inspector' }))
  }
}, 120_000)

const cell = (right: string, role: Role): string => ORACLE[right]?.[COLUMNS.findIndex(([column]) => column === role)] ?? '-'

describe('every act that can be asked for, by every role', () => {
  it('has something to be asked with, and its right is in the table', () => {
    expect(acts.map((act) => act.name).filter((name) => inputs[name] === undefined)).toEqual([])
    for (const act of acts) expect(ORACLE[act.right], act.name).toBeDefined()
  })

  it.each(acts.map((act) => [act.name, act] as const))('%s: the roles refused get the one answer, and no row is touched', async (name, act) => {
    const refused = ROLES.filter((role) => cell(act.right, role) === '-')
    expect(refused.length).toBeGreaterThan(0)
    const before = await fingerprint(database)
    for (const role of refused) {
      const actor = rivals.get(role)
      if (actor === undefined) throw new Error(role)
      // Twice: with what could be done, and with nothing that can be read. The answer tells nothing of either.
      for (const input of [inputs[name], undefined]) expect(await perform(act, actor, input, { key: randomUUID(), now }), role).toMatchObject({ ok: false, kind: 'forbidden' })
    }
    expect(await fingerprint(database)).toEqual(before)
  })

  // Sent to any borough by whoever may refer; opened across London with a reason, which is the point of it.
  // And a child who is away, seen by a unit elsewhere: where a child is, is written down by whoever sees it.
  const acrossLondon = ['take-referral', 'submit-pac', 'open-with-reason', 'break-glass', 'record-information', 'take-makesafe-call', 'record-training']
  it.each(acts.filter((act) => !acrossLondon.includes(act.name)).map((act) => [act.name, act] as const))('%s: in another borough there is nothing to be done', async (name, act) => {
    const allowed = ROLES.filter((role) => cell(act.right, role) !== '-')
    const before = await fingerprint(database)
    for (const role of allowed) {
      const actor = strangers.get(role)
      if (actor === undefined) throw new Error(role)
      const outcome = await perform(act, actor, inputs[name], { key: randomUUID(), now })
      expect(outcome, `${role}: ${JSON.stringify(outcome)}`).toMatchObject({ ok: false })
      if (!outcome.ok) expect(['not-found', 'forbidden'], `${role}: ${JSON.stringify(outcome)}`).toContain(outcome.kind)
    }
    expect(await fingerprint(database)).toEqual(before)
  })

  it('somebody of no membership may do nothing', async () => {
    const officer = rivals.get('mash-officer')
    if (officer === undefined) throw new Error('no officer')
    for (const act of acts) {
      expect(await perform(act, { ...officer, memberships: [] }, inputs[act.name], { key: randomUUID(), now })).toMatchObject({ ok: false, kind: 'forbidden' })
    }
  })
})
