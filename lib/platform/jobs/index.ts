import { randomUUID } from 'node:crypto'
import PgBoss from 'pg-boss'
import pg from 'pg'
import { handOnOfLeavers } from '@/lib/administration/hand-on'
import { sealHeads, sealKey } from '@/lib/chronology/seal'
import { watchDeadlines } from '@/lib/deadlines/watch'
import { keepFigures } from '@/lib/figures/keep'
import { dropOldDrafts } from '@/lib/forms/drafts'
import { makeMonths } from '@/lib/meetings/agenda/make-months'
import { writeDownMissing } from '@/lib/missing/settle'
import { writeDigests } from '@/lib/supervision/digest'
import { systemNow } from '../clock'
import { holdfastHome } from '../home'
import { sendWaiting } from '../mail/send-waiting'
import { mailSettings } from '../mail/settings'

/** This run of the worker: what an earlier one left half done is known by its not being ours. */
const RUN = randomUUID()

/** The timed work by name, with its times (London): every minute the watch, the children absent too long and what mail waits, every five the work of leavers, every hour the seals (the one after midnight seals every ledger), the figures and old drafts. */
const SCHEDULE = [
  { name: 'watch', cron: '* * * * *', work: () => watchDeadlines(systemNow()) },
  { name: 'missing', cron: '* * * * *', work: () => writeDownMissing(systemNow()) },
  // Each five minutes of the morning: whoever comes on duty later has the digest then. What is written already is not written again.
  { name: 'digest', cron: '*/5 4-11 * * *', work: () => writeDigests(systemNow()) },
  { name: 'mail', cron: '* * * * *', work: () => mail() },
  { name: 'seal', cron: '5 * * * *', work: () => seal() },
  // Each borough's meeting of the month is there before anybody looks for it.
  { name: 'months', cron: '15 * * * *', work: () => makeMonths(systemNow()) },
  // A role that ended by its own date: nobody presses anything on that day.
  { name: 'leavers', cron: '*/5 * * * *', work: () => handOnOfLeavers(systemNow()) },
  // After the hour: what was done in it is written down by then.
  { name: 'figures', cron: '15 * * * *', work: () => keepFigures(systemNow()) },
  { name: 'drafts', cron: '35 * * * *', work: () => dropOldDrafts(systemNow()) },
] as const
/** Told by the database whenever a mail is written (migration mail). */
const MAIL_WRITTEN = 'mail_written'
/** And whenever a page could not wait for a count (migration figures_wanted). */
const FIGURES_WANTED = 'figures_wanted'

/**
 * Starts the timed work in PostgreSQL's own queue (schema jobs). A job that fails is tried again; each is idempotent, so
 * one done twice does nothing twice. One round runs at once, so that a restart is not an hour of silence.
 */
export async function startJobs(): Promise<{ stop: () => Promise<void> }> {
  await prepareQueue()
  const boss = new PgBoss({ connectionString: workerUrl(), schema: 'jobs', max: 3 })
  boss.on('error', (error) => process.stderr.write(`timed work: ${error.message}\n`))
  await boss.start()
  for (const { name, cron, work } of SCHEDULE) {
    await boss.createQueue(name, { name, policy: 'singleton', retryLimit: 3, retryDelay: 20, expireInSeconds: 600 })
    await boss.schedule(name, cron, {}, { tz: 'Europe/London' })
    await boss.work(name, { pollingIntervalSeconds: 2 }, async () => { await work() })
    await boss.send(name, {})
  }
  const ear = await listen({
    [MAIL_WRITTEN]: () => void boss.sendDebounced('mail', {}, {}, 2).catch(() => undefined),
    [FIGURES_WANTED]: () => void boss.sendDebounced('figures', {}, {}, 2).catch(() => undefined),
  })
  return {
    // Sealed before it goes: nobody else seals while it is down, and what was written since the hour could be cut off unseen.
    stop: async () => {
      await ear.end().catch(() => undefined)
      await boss.stop({ graceful: true, timeout: 5000 })
      await seal().catch((error: Error) => process.stderr.write(`timed work: the ledgers were not sealed at the stop: ${error.message}\n`))
    },
  }
}

/**
 * Makes the queue's tables in the schema that is there for them. pg-boss would ask to make the schema too, and its role may
 * make none: the right to would be a right over the whole database.
 */
async function prepareQueue(): Promise<void> {
  await withWorkerClient(async (client) => {
    const found = await client.query("SELECT to_regclass('jobs.version') IS NOT NULL AS there")
    if (found.rows[0]?.there === true) return
    await client.query(PgBoss.getConstructionPlans('jobs').replace(/CREATE SCHEMA IF NOT EXISTS jobs\s*;?/, ''))
  })
}

async function withWorkerClient(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: workerUrl() })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Hears of what is to be done at once, so that it need not wait for its minute or hour. Deaf, those still come. */
async function listen(channels: Readonly<Record<string, () => void>>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: workerUrl(), keepAlive: true })
  client.on('error', (error) => process.stderr.write(`timed work: mail is sent each minute only, figures are counted each hour only: ${error.message}\n`))
  client.on('notification', ({ channel }) => channels[channel]?.())
  await client.connect()
  for (const channel of Object.keys(channels)) await client.query(`LISTEN ${channel}`)
  return client
}

async function mail(): Promise<void> {
  try {
    await sendWaiting(await mailSettings(), { run: RUN, clock: systemNow })
  } catch (error) {
    process.stderr.write(`timed work: no mail is sent: ${error instanceof Error ? error.message : String(error)}\n`)
    throw error
  }
}

async function seal(): Promise<void> {
  await withWorkerClient(async (client) => sealHeads(client, await sealKey(holdfastHome()), holdfastHome(), systemNow()))
}

function workerUrl(): string {
  const url = process.env['HOLDFAST_WORKER_URL']
  if (url === undefined || url === '') throw new Error('HOLDFAST_WORKER_URL is not set: start through npm start or npm run worker.')
  return url
}
