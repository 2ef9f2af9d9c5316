/**
 * `npm run -s replay -- PATH... [--json] [--strict] [--pack NAME]`: plays case histories through the product's own acts in a scratch
 * database and says what was demanded, refused and raised. Status 1 when something was missed or unexpected (with --strict
 * also when not supported), 2 when a file is no case history: the others still run. An event that the product could not take
 * is told on standard error, and every demand that depends on it is missed. With --pack each history is played twice, under the
 * baseline and under that pack, and what changes is told instead.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CaseHistory } from './history'
import { historyFiles } from './find-files'
import type { Pack } from '@/lib/policy/packs'
import { adoptIn, movedInto, packToTry, printedChanges, tryOut, type Change } from './other-pack'
import { printed } from './print'
import { NotAHistory, readHistory } from './read-history'
import { replay, type Replay } from './replay'
import { exitStatus, reportOf } from './report'
import { openStage, type Stage } from './stage'
import { storyOf } from './story'

const USAGE = 'usage: npm run -s replay -- PATH... [--json] [--strict] [--pack NAME]\n'
const OPTIONS = new Set(['--json', '--strict', '--stories'])

let faulty = false
let stage: Stage | undefined

const complain = (line: string): void => {
  faulty = true
  process.stderr.write(`${line}\n`)
}

/** npm moves to the project's folder first: a path given from another folder is one of that folder. */
function fromWhereAsked(place: string): string {
  const asked = process.env['INIT_CWD']
  return asked === undefined || existsSync(place) ? place : path.resolve(asked, place)
}

async function read(places: readonly string[], pack: Pack | null): Promise<CaseHistory[]> {
  const histories: CaseHistory[] = []
  for (const place of places) {
    const files = await historyFiles(fromWhereAsked(place)).catch((error: unknown) => {
      complain(`${place}: ${error instanceof Error ? error.message : String(error)}`)
      return []
    })
    for (const file of files) {
      try {
        histories.push(readHistory(await readFile(file, 'utf8'), path.basename(file, '.json'), pack === null ? undefined : movedInto(pack)))
      } catch (error) {
        const lines = error instanceof NotAHistory ? error.faults : [error instanceof Error ? error.message : String(error)]
        for (const line of lines) complain(`${file}: ${line}`)
      }
    }
  }
  return histories
}

async function main(args: readonly string[]): Promise<number> {
  const packAt = args.indexOf('--pack')
  const packName = packAt < 0 ? null : args[packAt + 1] ?? ''
  const given = packAt < 0 ? args : args.filter((_, place) => place !== packAt && place !== packAt + 1)
  const options = new Set(given.filter((arg) => arg.startsWith('--')))
  const places = given.filter((arg) => !arg.startsWith('--'))
  const unknown = [...options].filter((option) => !OPTIONS.has(option))
  if (unknown.length > 0 || places.length === 0) {
    process.stderr.write(unknown.length > 0 ? `${unknown.join(', ')}: no such option\n${USAGE}` : USAGE)
    return 2
  }
  const pack = packName === null ? null : packToTry(packName)
  const histories = await read(places, pack)
  if (pack !== null) return tryOutAll(histories, pack, options.has('--json'))
  const replays: Replay[] = []
  if (histories.length > 0) {
    stage = await openStage()
    for (const [turn, history] of histories.entries()) {
      try {
        const played = await replay(stage, history, turn)
        replays.push(played)
        for (const { event, notTaken } of played.evidence.played.submitted) {
          if (notTaken !== null) process.stderr.write(`${history.id}: ${event.id} (${event.kind}) could not be taken: ${notTaken}\n`)
        }
      } catch (error) {
        complain(`${history.id}: could not be played: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  const report = reportOf(replays)
  if (options.has('--stories')) process.stdout.write(`${JSON.stringify(replays.map(storyOf))}\n`)
  else if (options.has('--json')) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  else process.stdout.write(printed(replays.map(storyOf), report))
  return faulty ? 2 : exitStatus(report, options.has('--strict'))
}

/** What another pack would change: nothing is judged, so nothing is missed. */
async function tryOutAll(histories: readonly CaseHistory[], pack: Pack, json: boolean): Promise<number> {
  const changes: Change[] = []
  if (histories.length > 0) {
    stage = await openStage()
    await adoptIn(stage, pack)
    for (const [turn, history] of histories.entries()) {
      try {
        changes.push(await tryOut(stage, history, pack, turn))
      } catch (error) {
        complain(`${history.id}: could not be played: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  process.stdout.write(json ? `${JSON.stringify({ pack: pack.id, changes: changes.map(({ id, under }) => ({ id, under })) }, null, 2)}\n` : printedChanges(changes))
  return faulty ? 2 : 0
}

/** A replay that is interrupted must not leave its cluster running. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void (stage?.close() ?? Promise.resolve()).finally(() => process.exit(130)))
}
// A reader that closes early (head) is no failure of ours.
process.stdout.on('error', () => undefined)

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
} finally {
  await stage?.close()
}
