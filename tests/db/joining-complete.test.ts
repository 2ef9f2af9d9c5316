import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/tests/support/database'

/**
 * Whatever names a person must know what a joining does with it (lib/decisions/joining-and-parting.md): moved, copied beside what stands, or left with the record that goes, and why.
 * A new table that names people fails here until somebody says which. What is moved and copied is read from the functions that do it.
 */
const database = useDatabase()

const LEFT: Readonly<Record<string, string>> = {
  'deadline.child_id': 'computed from the history of whoever it is about, never moved',
  'entry.subject_ids': 'told again on the kept record, at the moment it happened: the chain is never rewritten',
  'entry_subject.person_id': 'as its entry',
  'exploitation_work.suspect_ids': 'whom the work was against as it was put on record; read as whom they go on as (suspect_steps, the lists behind the figures)',
  'figure_annulled.person_id': 'a figure counts where it was first recorded',
  'figure_fact.person_id': 'a figure counts where it was first recorded',
  'flag_ask.person_id': 'what partners were asked about a flag goes with the flag that it was asked of; one still open stops the joining',
  'flag_removal.person_id': 'as what was asked; one still open stops the joining',
  'person_join.gone_id': 'is the joining', 'person_join.kept_id': 'is the joining',
  'person_not_same.a_id': 'was said of that record', 'person_not_same.b_id': 'was said of that record',
  'person_search.person_id': 'made from names, for each record by itself; who went on elsewhere is not found',
  'reading_log.person_id': 'who read which record stays as it was',
  'record_opening.person_id': 'who opened which record stays as it was',
}

async function sourceOf(name: string): Promise<string> {
  const [row] = await database.admin<{ source: string }>('SELECT prosrc AS source FROM pg_proc WHERE proname = $1', [name])
  if (row === undefined) throw new Error(`there is no function ${name}`)
  return row.source
}

/** Columns that name a person: by a foreign key to them, or by what they are called. */
async function naming(): Promise<string[]> {
  const rows = await database.admin<{ is: string }>(`
    SELECT c.relname || '.' || a.attname AS is FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'person' AND (a.attname ~ '(^|_)(person|child|adult|suspect|other|kept|gone|subject|parent|sibling|victim|offender)_?ids?$'
      OR EXISTS (SELECT 1 FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attnum = ANY (f.conkey) AND f.confrelid = 'person'::regclass)) ORDER BY 1`)
  return rows.map((row) => row.is)
}

async function moved(): Promise<string[]> {
  const source = await sourceOf('join_people')
  return [...[...source.matchAll(/\('(\w+)', '(\w+)', ARRAY/g)].map(([, table, column]) => `${table}.${column}`), ...[...source.matchAll(/identity_move\(p_join, p_gone, p_kept, '(\w+)', '(\w+)'/g)].map(([, table, column]) => `${table}.${column}`)]
}

describe('a joining knows what to do with whatever names a person', () => {
  it('moves it, copies it, or leaves it for a reason, and of each only one', async () => {
    const [all, moves, copied] = [await naming(), await moved(), new Set([...(await sourceOf('identity_copy')).matchAll(/identity_add\(p_join, '(\w+)'/g)].map(([, table]) => table))]
    const known = (column: string): number => Number(moves.includes(column)) + Number(copied.has(column.split('.')[0])) + Number(column in LEFT)
    expect(all.filter((column) => known(column) !== 1)).toEqual([])
    // What is said of a column that is gone would hide the next of its name.
    expect([...moves, ...Object.keys(LEFT)].filter((column) => !all.includes(column)), 'said of columns that are not there').toEqual([])
  })

  it('and notices a new table', async () => {
    await database.admin('CREATE TABLE public.noticed_later (id uuid PRIMARY KEY, child_id uuid NOT NULL)')
    expect(await naming()).toContain('noticed_later.child_id')
  })
})
