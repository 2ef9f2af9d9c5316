import pg from 'pg'
import { closeDb } from '@/lib/platform/db'
import type { TestDatabase } from './database'

/** One step of a plan as PostgreSQL tells it, with what it did. */
export interface Step {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  /** For each time it ran; a mean where it ran several times. */
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Shared Hit Blocks'?: number
  readonly 'Shared Read Blocks'?: number
  readonly 'Sort Method'?: string
  readonly 'Sort Key'?: readonly string[]
  readonly Plans?: readonly Step[]
}
export interface Told { readonly text: string; readonly plan: Step }

const told: Told[] = []

/**
 * From here on every statement of the product tells its plan as it ran: those within functions too, which no EXPLAIN from outside shows. Told by
 * PostgreSQL over the product's own connections, by settings of this test's database alone.
 */
export async function watchPlans(database: TestDatabase): Promise<void> {
  const [{ name } = { name: '' }] = await database.admin<{ name: string }>('SELECT quote_ident(current_database()) AS name')
  for (const [setting, value] of Object.entries({
    'session_preload_libraries': 'auto_explain', 'auto_explain.log_min_duration': '0', 'auto_explain.log_analyze': 'on', 'auto_explain.log_buffers': 'on', 'auto_explain.log_timing': 'off',
    'auto_explain.log_nested_statements': 'on', 'auto_explain.log_format': 'json', 'auto_explain.log_level': 'notice',
  })) await database.admin(`ALTER DATABASE ${name} SET ${setting} = '${value}'`)
  await closeDb()
  const connect = pg.Client.prototype.connect as (this: pg.Client, ...rest: unknown[]) => unknown
  pg.Client.prototype.connect = function (this: pg.Client, ...rest: unknown[]) {
    // The test’s own connections arrange and look: what they ask is nobody’s page.
    if ((this as unknown as { user?: string }).user === 'holdfast_app') this.on('notice', ({ message = '' }) => {
      const from = message.indexOf('{')
      if (!message.startsWith('duration:') || from < 0) return
      const { 'Query Text': text, Plan: plan } = JSON.parse(message.slice(from)) as { 'Query Text': string; Plan: Step }
      told.push({ text, plan })
    })
    return connect.apply(this, rest)
  } as typeof pg.Client.prototype.connect
}

/** What the statements of this work told. */
export async function plansOf(work: () => Promise<unknown>): Promise<{ answer: unknown; plans: readonly Told[] }> {
  told.length = 0
  const answer = await work()
  return { answer, plans: [...told] }
}

export const stepsOf = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(stepsOf)]
/** Rows that came out of a step, all its turns together. */
export const rowsOf = (step: Step): number => (step['Actual Rows'] ?? 0) * (step['Actual Loops'] ?? 0)
/** Blocks that were looked at, from memory or disk. What a function's own statements looked at counts with the statement that called it, and again. */
export const blocksOf = (plans: readonly Told[]): number => plans.reduce((sum, { plan }) => sum + (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0), 0)
