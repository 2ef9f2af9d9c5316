import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { ROLES, type Role } from '@/lib/access/roles'
import { perform } from '@/lib/acts/perform'
import { anActor, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { everyAct, inputsOfEveryAct } from '@/tests/support/every-act'
import { COLUMNS, ORACLE } from './oracle'

/**
 * People of Bromley who live in Camden since, or nobody knows where. Whoever had them in hand goes on with it, though their entries stand in Camden's ledger
 * from then on, or in London's: a row written as that one's would be refused by the second wall, and the act would fail with a fault.
 */
const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)

/** Of no person, or of something that there can be one of only: two of them in one database are answered unlike, moved or not. */
const ALONE = ['add-account', 'add-team', 'withdraw-adoption', 'adopt-policy', 'record-measurement', 'set-local-target', 'import-line', 'raise-with-board', 'rename-account', 'set-team-boroughs', 'add-shift', 'record-absence']
/** After these nothing more can be done about the same person, referral or meeting: they come last. */
const LAST = ['decide-referral', 'match-person', 'end-meeting', 'close-case', 'join-people', 'restrict-person']
/** They write rows of the person that only one borough's people open. */
const WRITES = [
  'supervisor-review', 'call-map', 'list-for-meeting', 'take-police-protection', 'record-protection-order', 'link-place', 'ask-flag-removal', 'make-trigger-plan', 'link-adult', 'record-identifier', 'consider-notice', 'serve-notice', 'reconcile-flag', 'settle-forum',
]
const acts = everyAct().filter((act) => !ALONE.includes(act.name)).sort((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name))

let stayed: Record<string, unknown>
const since: { readonly where: string; readonly inputs: Record<string, unknown> }[] = []
const actors = new Map<Role, Actor>()
const done = new Set<string>()

beforeAll(async () => {
  stayed = await inputsOfEveryAct(database, now)
  for (const home of ['camden', null]) {
    await database.admin('DELETE FROM policy_adoption')
    const before = (await database.admin<{ id: string }>('SELECT id FROM person')).map(({ id }) => id)
    since.push({ where: home ?? 'nobody knows where', inputs: await inputsOfEveryAct(database, now) })
    if (home !== null) await database.admin(`INSERT INTO person_reach (person_id, borough, why, since) SELECT id, $2, 'home', $3 FROM person WHERE NOT id = ANY ($1) ON CONFLICT DO NOTHING`, [before, home, now])
    await database.admin(`UPDATE person SET home_borough = $2 WHERE NOT id = ANY ($1)`, [before, home])
  }
  for (const [role, agency] of COLUMNS) actors.set(role, await anActor(database, { role, agency, boroughs: ['bromley'], rank: 'inspector' }))
}, 120_000)

const cell = (right: string, role: Role): string => ORACLE[right]?.[COLUMNS.findIndex(([column]) => column === role)] ?? '-'
const asked = async (act: (typeof acts)[number], actor: Actor, input: unknown): Promise<string> => {
  const outcome = await perform(act, actor, input, { key: randomUUID(), now })
  return outcome.ok ? 'done' : outcome.kind
}

describe('an act about people of the borough who live elsewhere since', () => {
  it.each(acts.map((act) => [act.name, act] as const))('%s: is answered as it is of those who stayed', async (name, act) => {
    for (const role of ROLES.filter((one) => cell(act.right, one) !== '-')) {
      const actor = actors.get(role)
      if (actor === undefined) throw new Error(role)
      const answer = await asked(act, actor, stayed[name])
      for (const { where, inputs } of since) expect(await asked(act, actor, inputs[name]), `${role}, ${where}`).toBe(answer)
      if (answer === 'done') return void done.add(name)
    }
  })

  it('is done where it writes rows that are a borough’s', () => {
    expect([...done]).toEqual(expect.arrayContaining(WRITES))
  })
})
