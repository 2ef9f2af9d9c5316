import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, OpenedRecord } from '@/lib/access/actor'
import { boroughInReach, dutyRowInReach, personRowInReach } from '@/lib/access/reach-sql'
import { ROLES, type Role } from '@/lib/access/roles'
import { atLeast, boroughsAt, depthOf, type Depth } from '@/lib/access/visibility'
import { Prisma } from '@/lib/platform/generated/client'
import { useDatabase } from '../support/database'

/** The first wall as SQL, with the second one switched off (the superuser asks): it says what visibility says, for every role. */
const database = useDatabase()
const AT = new Date('2026-03-02T09:00:00Z')

interface Somebody { id: string; restricted: boolean; boroughs: readonly string[] }
const somebody = (boroughs: readonly string[], restricted = false): Somebody => ({ id: randomUUID(), restricted, boroughs })
const people = {
  own: somebody(['bromley']), both: somebody(['bromley', 'bexley']), elsewhere: somebody(['bexley']), opened: somebody(['bexley']),
  openedWords: somebody(['bexley']), restricted: somebody(['bromley'], true), reasonOnly: somebody(['bromley'], true), glass: somebody(['bexley'], true),
}
const opening = (person: Somebody, depth: 'record' | 'narrative', breakGlass = false): OpenedRecord =>
  ({ personId: person.id, depth, breakGlass, endsAt: new Date(AT.getTime() + 3_600_000) })

function anActor(role: Role, boroughs: readonly string[]): Actor {
  return {
    accountId: randomUUID(), name: role, email: `${role}@example.invalid`,
    memberships: [{ id: randomUUID(), role, rank: null, agency: 'csc', teamId: randomUUID(), teamName: role, boroughs }],
    opened: [opening(people.opened, 'record'), opening(people.openedWords, 'narrative'), opening(people.reasonOnly, 'record'), opening(people.glass, 'narrative', true)],
  }
}

const ask = async (sql: Prisma.Sql): Promise<string[]> => (await database.admin<{ id: string }>(sql.text, sql.values)).map((row) => row.id).sort()

beforeAll(async () => {
  for (const { id, restricted, boroughs } of Object.values(people)) {
    await database.admin(`INSERT INTO person (id, reference, age_disputed, unborn, health, restricted, created_at) VALUES ($1, $2, false, false, '{}', $3, $4)`, [id, `P-${id.slice(0, 8)}`, restricted, AT])
    for (const borough of boroughs) await database.admin(`INSERT INTO person_reach (person_id, borough, why, since) VALUES ($1, $2, 'referred', $3)`, [id, borough, AT])
  }
})

describe.each([...ROLES])('%s', (role) => {
  test.each(['index', 'record', 'narrative'] as const)('sees at %s depth the people that visibility lets through', async (least: Depth) => {
    for (const boroughs of [['bromley'], []]) {
      const actor = anActor(role, boroughs)
      const seen = await ask(Prisma.sql`SELECT p.id FROM person p WHERE ${personRowInReach(actor, least)}`)
      // Involvement of the police deepens the words of single matters and is asked where they are read.
      const expected = Object.values(people).filter((person) => atLeast(depthOf(actor, { ...person, policeInvolved: false }), least))
      expect(seen).toEqual(expected.map((person) => person.id).sort())
    }
  })

  test('reads of the ledger its boroughs and the children it opened', async () => {
    const actor = anActor(role, ['bromley'])
    const rows = Prisma.sql`(VALUES ('bromley', ${people.own.id}::uuid), ('bexley', ${people.elsewhere.id}::uuid), ('bexley', ${people.opened.id}::uuid)) AS d (borough, child_id)`
    const expected = [
      ...(boroughsAt(actor, 'record').some((borough) => borough === '*' || borough === 'bromley') ? [people.own.id] : []),
      ...(boroughsAt(actor, 'record').includes('*') ? [people.elsewhere.id] : []), people.opened.id,
    ].sort()
    expect(await ask(Prisma.sql`SELECT d.child_id AS id FROM ${rows} WHERE ${dutyRowInReach(actor)}`)).toEqual(expected)
    const own = await ask(Prisma.sql`SELECT d.child_id AS id FROM ${rows} WHERE ${boroughInReach(actor, 'record', Prisma.sql`d.borough`)}`)
    expect(own.length).toBe(boroughsAt(actor, 'record').includes('*') ? 3 : boroughsAt(actor, 'record').length)
  })
})
