import 'server-only'
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { historyFiles } from './find-files'
import { readHistory } from './read-history'
import type { Story } from './story'

/** A history in the list: what it is about and how much it asks. */
export interface Listed {
  readonly id: string
  readonly area: string
  readonly summary: string
  readonly goodPractice: boolean
  readonly events: number
  readonly demands: number
}

const folder = (): string => path.resolve('lib/replay/histories')
/** A replay that takes longer has hung: the reader is told, the process ended. */
const PATIENCE = 120_000

/** The carried histories, or null for whoever may not replay. */
export async function carriedHistories(actor: Actor): Promise<Listed[] | null> {
  if (!mayEver(actor, 'replay')) return null
  const all = await Promise.all((await historyFiles(folder())).map(async (file) => readHistory(await readFile(file, 'utf8'), path.basename(file, '.json'))))
  return all.map((history) => ({
    id: history.id, area: history.area, summary: history.summary, goodPractice: history.goodPractice, events: history.events.length, demands: history.demands.length,
  })).sort((a, b) => (a.area < b.area ? -1 : a.area > b.area ? 1 : a.id < b.id ? -1 : 1))
}

/**
 * One history, played: null for whoever may not and for a history that is not carried, 'failed' when it could not be played.
 * It runs in a process and a scratch database of its own: this server's database holds real children and is never played upon.
 */
export async function playedStory(actor: Actor, id: string): Promise<Story | 'failed' | null> {
  if (!mayEver(actor, 'replay')) return null
  // Only a name from the folder's own listing is ever turned into a file.
  const file = (await historyFiles(folder())).find((known) => path.basename(known, '.json') === id)
  return file === undefined ? null : cached(file)
}

/** The histories and the policy are fixed while the server runs, so a story is played once. On the process: Next loads modules twice. */
const held = ((globalThis as { holdfastStories?: { stories: Map<string, Promise<Story | 'failed'>>; last: Promise<unknown> } }).holdfastStories ??= {
  stories: new Map(), last: Promise.resolve(),
})

function cached(file: string): Promise<Story | 'failed'> {
  const known = held.stories.get(file)
  if (known !== undefined) return known
  // One at a time: each brings a database of its own, and twenty impatient readers must not bring twenty.
  const played = held.last.then(() => playInOwnProcess(file))
  held.last = played
  held.stories.set(file, played)
  void played.then((story) => {
    if (story === 'failed') held.stories.delete(file)
  })
  return played
}

async function playInOwnProcess(file: string): Promise<Story | 'failed'> {
  const { PATH, HOME, TMPDIR, LANG } = process.env
  return new Promise((resolve) => {
    // None of this server's secrets: the replay makes its own.
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/replay/cli.ts', '--stories', file], {
      cwd: process.cwd(), stdio: ['ignore', 'pipe', 'pipe'], env: { NODE_ENV: 'production', PATH, HOME, TMPDIR, LANG },
    })
    let [told, complaints] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (part: string) => { told += part })
    child.stderr.setEncoding('utf8').on('data', (part: string) => { complaints += part })
    const hurry = setTimeout(() => child.kill('SIGTERM'), PATIENCE)
    const failed = (why: string): void => {
      process.stderr.write(`A replay failed: ${why.slice(0, 2000)}\n`)
      resolve('failed')
    }
    child.once('error', (error) => failed(error.message))
    child.once('close', () => {
      clearTimeout(hurry)
      try {
        const [story] = JSON.parse(told) as Story[]
        if (story === undefined) failed(complaints)
        else resolve(story)
      } catch {
        failed(complaints)
      }
    })
  })
}
