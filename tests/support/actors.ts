import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import type { Agency, Rank, Role } from '@/lib/access/roles'
import type { TestDatabase } from './database'

/** 16 May 2016, 09:00 in London: the t0 of the case histories. */
export const MONDAY_NINE = new Date('2016-05-16T08:00:00.000Z')

interface Situation {
  readonly role: Role
  readonly agency: Agency
  readonly boroughs: readonly string[]
  readonly rank?: Rank
  readonly name?: string
}

/** An account with one membership, on record, as it is loaded at each request. */
export async function anActor(database: TestDatabase, situation: Situation): Promise<Actor> {
  const [accountId, teamId] = [randomUUID(), randomUUID()]
  await database.admin('INSERT INTO account (id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)',
    [accountId, `${accountId}@example.invalid`, situation.name ?? `A ${situation.role}`, 'none', new Date('2010-01-01T00:00:00Z')])
  await database.admin('INSERT INTO team (id, code, name, agency, kind, boroughs) VALUES ($1, $2, $3, $4, $5, $6)',
    [teamId, teamId, `Team of a ${situation.role}`, situation.agency, 'test', situation.boroughs])
  await database.admin('INSERT INTO membership (id, account_id, team_id, role, rank, since) VALUES ($1, $2, $3, $4, $5, $6)',
    [randomUUID(), accountId, teamId, situation.role, situation.rank ?? null, new Date('2010-01-01T00:00:00Z')])
  const actor = await loadActor(accountId, MONDAY_NINE)
  if (actor === null) throw new Error('the actor just made may do nothing')
  return actor
}

export const aMashOfficer = (database: TestDatabase, borough = 'bromley'): Promise<Actor> =>
  anActor(database, { role: 'mash-officer', agency: 'police', boroughs: [borough], rank: 'sergeant' })
export const aSocialWorker = (database: TestDatabase, borough = 'bromley'): Promise<Actor> =>
  anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: [borough] })
export const aDecisionMaker = (database: TestDatabase, borough = 'bromley'): Promise<Actor> =>
  anActor(database, { role: 'mash-decision-maker', agency: 'csc', boroughs: [borough] })
export const aCaitSupervisor = (database: TestDatabase, boroughs: string[] = ['bromley']): Promise<Actor> =>
  anActor(database, { role: 'cait-supervisor', agency: 'police', boroughs, rank: 'inspector' })
export const aTeacher = (database: TestDatabase, borough = 'bromley'): Promise<Actor> =>
  anActor(database, { role: 'partner', agency: 'education', boroughs: [borough] })
