import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Actor } from '@/lib/access/actor'
import { wallSettings } from '@/lib/access/visibility'
import { perform } from '@/lib/acts/perform'
import { addEntry } from '@/lib/chronology/add/add-entry'
import { board } from '@/lib/deadlines/board'
import { dashboard } from '@/lib/figures/dashboard'
import { personOverview } from '@/lib/people/queries'
import { findPeople } from '@/lib/people/search'
import { queue } from '@/lib/referrals/queue'
import * as hand from './by-hand'

/** One thing people wait for: as the product does it, and as somebody would write it in SQL under the same policies and log. */
export interface Measure {
  readonly name: string
  product(turn: number): Promise<unknown>
  /** Null where the product's own is one statement already. */
  readonly byHand: ((turn: number) => Promise<unknown>) | null
}

export interface Cast { readonly worker: Actor; readonly officer: Actor; readonly supervisor: Actor; readonly manager: Actor; readonly lead: Actor }

export interface Ground {
  readonly cast: Cast
  readonly now: Date
  /** Connected as holdfast_app: the one that is open just now. */
  client(): pg.Client
  readonly children: readonly string[]
  readonly names: readonly string[]
  /** Whose duties are what the policy says of them: a note first puts right what the builder wrote in bulk. */
  readonly noted: readonly string[]
}

export function measures({ cast: { worker, officer, supervisor, manager, lead }, now, client, children, names, noted }: Ground): Measure[] {
  const at = (list: readonly string[], turn: number): string => list[turn % list.length] ?? ''
  // Kept ready under a name, as the product keeps its own: planned once, by hand too.
  const known = new Map<string, string>()
  const ask = <Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<pg.QueryResult<Row>> => {
    const name = known.get(text) ?? `by_hand_${known.size}`
    known.set(text, name)
    return client().query<Row>({ name, text, values })
  }
  const asActor = async (actor: Actor, statements: () => Promise<unknown>): Promise<void> => {
    await client().query('BEGIN')
    // Planned for any values, as the product's lists are: under the walls planning takes longer than reading.
    const settings = Object.entries({ ...wallSettings(actor), plan_cache_mode: 'force_generic_plan' })
    await ask(`SELECT ${settings.map((_, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`).join(', ')}`, settings.flat())
    await statements()
    await client().query('COMMIT')
  }
  const log = (actor: Actor, ids: readonly string[], depth: string, page: string): Promise<unknown> => ask(
    'INSERT INTO reading_log (id, at, account_id, membership_id, person_id, depth, page) SELECT uuidv7(), $1, $2, $3, p, $4, $5 FROM unnest($6::uuid[]) AS p',
    [now, actor.accountId, actor.memberships[0]?.id ?? null, depth, page, [...ids]])
  const everything = { borough: null, rag: null, who: null, late: false, concern: null, q: null, after: null } as const
  return [
    {
      name: 'MASH queue',
      product: () => queue(worker, everything, now),
      byHand: () => asActor(worker, async () => {
        const { rows } = await ask<{ people: string[] }>(hand.QUEUE, [worker.memberships[0]?.boroughs ?? []])
        await ask(hand.QUEUE_COUNTS, [worker.memberships[0]?.boroughs ?? [], now])
        await ask(hand.BACKLOG, [worker.memberships[0]?.boroughs ?? [], now])
        await ask(hand.PACKS, [worker.memberships[0]?.boroughs ?? []])
        await log(worker, rows.flatMap((row) => row.people), 'index', 'queue')
      }),
    },
    {
      name: 'Child’s page',
      product: (turn) => personOverview(worker, at(children, turn), now),
      byHand: (turn) => asActor(worker, async () => {
        await log(worker, [at(children, turn)], 'record', 'overview')
        for (const statement of hand.CHILD) await ask(statement, [at(children, turn)])
      }),
    },
    {
      name: 'Overdue board',
      product: () => board(supervisor, { when: null, borough: null, band: null, mine: false, after: null }, now),
      byHand: () => asActor(supervisor, async () => {
        const boroughs = supervisor.memberships[0]?.boroughs ?? []
        const { rows } = await ask<{ child_id: string }>(hand.BOARD, [boroughs, now])
        await ask(hand.BOARD_COUNTS, [boroughs, now])
        await ask(hand.LATE_ACTIONS, [boroughs, now])
        await ask(hand.TEAMS, [boroughs, now])
        await ask(hand.LOCAL_TARGETS, [boroughs])
        await ask(hand.FIGURES, [boroughs, now, now.getUTCDate()])
        await log(supervisor, rows.map((row) => row.child_id), 'record', '/strategy')
      }),
    },
    {
      name: 'Search',
      product: (turn) => findPeople(worker, { q: at(names, turn) }, now),
      byHand: null,
    },
    {
      name: 'Save a note',
      product: (turn) => perform(addEntry, officer, { personId: at(noted, turn), what: 'pac-submitted', occurredAt: new Date(now.getTime() - 600_000), facts: { complete: 'yes' }, account: 'Invented for measuring.' }, { key: randomUUID(), now }).then((outcome) => {
        if (!outcome.ok) throw new Error(`a note was not accepted: ${JSON.stringify(outcome)}`)
      }),
      byHand: (turn) => asActor(officer, async () => {
        const [id, key] = [at(noted, turn), randomUUID()]
        await ask('SELECT 1 FROM act_key WHERE key = $1', [key])
        await ask('SELECT person_cards($1::uuid[]), police_involved($2::uuid)', [[id], id])
        await ask('SELECT home_borough FROM policy_people($1::uuid[])', [[id]])
        await ask('SELECT lock_people($1::uuid[])', [[id]])
        await ask(`SELECT append_entry(uuidv7(), $1, 'pac-submitted', 'Merlin checklist submitted', $2, $2, $3, 'police', NULL, NULL, NULL, $4::uuid[], 'salt', '{}')`, ['bromley', now, officer.memberships[0]?.id ?? null, [id]])
        // What is owed is computed from the whole history: by hand it is read, and nothing more.
        await ask('SELECT * FROM policy_history($1::uuid[])', [[id]])
        await ask('SELECT * FROM policy_deadlines($1::uuid[])', [[id]])
        await ask(hand.PACKS, [['bromley']])
        await ask('SELECT * FROM absent_episodes($1::uuid[])', [[id]])
        await ask(`INSERT INTO act_key (key, account_id, act, digest, outcome, at) VALUES ($1, $2, 'add-entry', '', '{}', $3)`, [key, officer.accountId, now])
      }),
    },
    { name: 'Borough dashboard', product: () => dashboard(manager, { which: null, period: 'year', borough: null, day: null }, now), byHand: null },
    { name: 'London dashboard', product: () => dashboard(lead, { which: null, period: 'year', borough: null, day: null }, now), byHand: null },
  ]
}
