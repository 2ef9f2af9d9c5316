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
        const { rows } = await ask<{ people: string[] }>(QUEUE, [worker.memberships[0]?.boroughs ?? []])
        await ask(QUEUE_COUNTS, [worker.memberships[0]?.boroughs ?? [], now])
        await log(worker, rows.flatMap((row) => row.people), 'index', 'queue')
      }),
    },
    {
      name: 'Child’s page',
      product: (turn) => personOverview(worker, at(children, turn), now),
      byHand: (turn) => asActor(worker, async () => {
        await log(worker, [at(children, turn)], 'record', 'overview')
        for (const statement of CHILD) await ask(statement, [at(children, turn)])
      }),
    },
    {
      name: 'Overdue board',
      product: () => board(supervisor, { when: null, borough: null, band: null, mine: false, after: null }, now),
      byHand: () => asActor(supervisor, async () => {
        const boroughs = supervisor.memberships[0]?.boroughs ?? []
        const { rows } = await ask<{ child_id: string }>(BOARD, [boroughs, now])
        await ask(BOARD_COUNTS, [boroughs, now])
        await ask(LATE_ACTIONS, [boroughs, now])
        await ask(FIGURES, [boroughs, now, now.getUTCDate()])
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
        await ask('SELECT person_cards($1::uuid[])', [[id]])
        await ask('SELECT lock_people($1::uuid[])', [[id]])
        await ask(`SELECT append_entry(uuidv7(), $1, 'pac-submitted', 'Merlin checklist submitted', $2, $2, $3, 'police', NULL, NULL, NULL, $4::uuid[], 'salt', '{}')`, ['bromley', now, officer.memberships[0]?.id ?? null, [id]])
        // What is owed is computed from the whole history: by hand it is read, and nothing more.
        await ask('SELECT * FROM policy_history($1::uuid[])', [[id]])
        await ask('SELECT * FROM policy_deadlines($1::uuid[])', [[id]])
        await ask(`INSERT INTO act_key (key, account_id, act, digest, outcome, at) VALUES ($1, $2, 'add-entry', '', '{}', $3)`, [key, officer.accountId, now])
      }),
    },
    { name: 'Borough dashboard', product: () => dashboard(manager, { which: null, period: 'year', borough: null, day: null }, now), byHand: null },
    { name: 'London dashboard', product: () => dashboard(lead, { which: null, period: 'year', borough: null, day: null }, now), byHand: null },
  ]
}

const OPEN = 'met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL'
const QUEUE = `
  SELECT r.id, r.reference, r.rag, r.received_at, d.due_at, d.alert, a.name,
    (SELECT coalesce(array_agg(rp.person_id), '{}') FROM referral_person rp WHERE rp.referral_id = r.id AND rp.role = 'child') AS people,
    (SELECT array_agg(p.given_name || ' ' || p.family_name) FROM referral_person rp JOIN person p ON p.id = rp.person_id WHERE rp.referral_id = r.id AND rp.role = 'child') AS names
  FROM referral r LEFT JOIN LATERAL (SELECT due_at, alert FROM deadline WHERE referral_id = r.id AND ${OPEN} ORDER BY due_at LIMIT 1) d ON true
  LEFT JOIN account a ON a.id = r.claimed_by
  WHERE r.borough = ANY ($1) AND r.decided_at IS NULL AND r.became_referral_id IS NULL ORDER BY coalesce(d.due_at, 'infinity'), r.id LIMIT 26`
const QUEUE_COUNTS = `
  SELECT count(*), count(*) FILTER (WHERE d.due_at < $2), min(r.received_at), min(d.due_at) FILTER (WHERE d.due_at > $2)
  FROM referral r LEFT JOIN LATERAL (SELECT min(due_at) AS due_at FROM deadline WHERE referral_id = r.id AND ${OPEN}) d ON true
  WHERE r.borough = ANY ($1) AND r.decided_at IS NULL AND r.became_referral_id IS NULL`
const CHILD = [
  'SELECT * FROM person WHERE id = $1', 'SELECT * FROM person_address WHERE person_id = $1', 'SELECT * FROM flag WHERE person_id = $1', 'SELECT * FROM person_reach WHERE person_id = $1',
  `SELECT id, rule, alert, basis, due_at, met_at, ended_at, superseded_at, explanation FROM deadline WHERE child_id = $1 ORDER BY due_at LIMIT 300`,
  `SELECT e.id, e.kind, e.heading, e.occurred_at, p.body FROM entry_subject s JOIN entry e ON e.id = s.entry_id LEFT JOIN entry_payload p ON p.entry_id = e.id
   WHERE s.person_id = $1 ORDER BY s.occurred_at DESC LIMIT 7`,
  `SELECT r.id, r.reference, r.form, r.concern, r.received_at, r.borough, r.claimed_by, r.allocated_to FROM referral r JOIN referral_person rp ON rp.referral_id = r.id WHERE rp.person_id = $1 AND r.decided_at IS NULL`,
  `SELECT l.*, p.given_name FROM relationship l LEFT JOIN person p ON p.id = l.other_id WHERE l.person_id = $1`,
]
const LEADS = `
  SELECT DISTINCT ON (d.child_id, d.borough) d.id, d.child_id, d.borough, d.due_at FROM deadline d
  WHERE d.alert = 'strategy-discussion-overdue' AND ${OPEN} AND d.due_at <= $2::timestamptz + interval '3 days' AND d.borough = ANY ($1) ORDER BY d.child_id, d.borough, d.due_at, d.id`
const BOARD = `
  WITH leads AS (${LEADS}), page AS MATERIALIZED (SELECT * FROM leads ORDER BY due_at, id LIMIT 26)
  SELECT l.child_id, l.due_at, p.given_name, p.family_name, o.others, r.reference, e.heading FROM page l LEFT JOIN person p ON p.id = l.child_id
  LEFT JOIN LATERAL (SELECT array_agg(basis) AS others, (array_agg(referral_id))[1] AS referral_id FROM deadline WHERE child_id = l.child_id AND ${OPEN}) o ON true
  LEFT JOIN referral r ON r.id = o.referral_id
  LEFT JOIN LATERAL (SELECT e.heading FROM entry_subject s JOIN entry e ON e.id = s.entry_id WHERE s.person_id = l.child_id ORDER BY s.occurred_at DESC LIMIT 1) e ON true
  ORDER BY l.due_at, l.id`
const BOARD_COUNTS = `WITH leads AS (${LEADS}) SELECT count(*), count(*) FILTER (WHERE due_at < $2), min(due_at) FROM leads`
const LATE_ACTIONS = `SELECT id, child_id, due_at, explanation FROM deadline WHERE alert = 'action-overdue' AND ${OPEN} AND borough = ANY ($1) AND due_at < $2 ORDER BY due_at LIMIT 8`
/** The two measures of this month that stand on the board, in one walk. */
const FIGURES = `
  WITH clocks AS MATERIALIZED (
    SELECT d.child_id, d.basis = 'force-24h' AS target, d.met_at, d.met_by, d.due_at FROM deadline d WHERE d.alert = 'strategy-discussion-overdue' AND d.superseded_at IS NULL AND d.borough = ANY ($1)
      AND d.starts_at >= $2::timestamptz - make_interval(days => $3::int) AND d.starts_at <= $2),
  not_quorate AS (SELECT h.child_id, h.met_by FROM (SELECT DISTINCT child_id, met_by FROM clocks WHERE met_by IS NOT NULL) h
    WHERE EXISTS (SELECT 1 FROM deadline n WHERE n.child_id = h.child_id AND n.alert = 'strategy-discussion-quorum' AND n.started_by = h.met_by))
  SELECT target, count(*), count(*) FILTER (WHERE met_at <= due_at), count(*) FILTER (WHERE met_at > due_at), count(*) FILTER (WHERE met_at IS NULL AND due_at < $2),
    percentile_cont(0.5) WITHIN GROUP (ORDER BY met_at - due_at) FILTER (WHERE met_at > due_at), count(*) FILTER (WHERE (child_id, met_by) IN (SELECT * FROM not_quorate)) FROM clocks GROUP BY target`
