import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { membershipFor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { perform } from '@/lib/acts/perform'
import { importLine } from './import-line'
import { linesOf, type CellProblem, type Line } from './lines'
import { rowsOf } from './read-file'

/** What would happen with a line: taken, there already (and where), or wrong with the reason beside the cell. */
export interface Told {
  readonly no: number
  readonly child: string
  readonly from: string
  readonly received: string
  readonly state: 'take' | 'there' | 'wrong'
  readonly problems: readonly CellProblem[]
  readonly there: { readonly id: string; readonly reference: string } | null
}

export interface DryRun {
  readonly lines: readonly Told[]
  readonly counts: { readonly take: number; readonly there: number; readonly wrong: number }
}

export type Looked = DryRun | { readonly problem: string }

/** Says line by line what an import of this file would do now. Writes nothing; after an import it tells what was done. */
export async function dryRun(actor: Actor, file: { readonly text: string; readonly borough: string }, now: Date): Promise<Looked> {
  const judged = await judge(actor, file, now)
  if ('problem' in judged) return judged
  const lines = judged.lines.map((one) => one.told)
  const count = (state: Told['state']): number => lines.filter((line) => line.state === state).length
  return { lines, counts: { take: count('take'), there: count('there'), wrong: count('wrong') } }
}

/**
 * Imports every line that can be taken, each by its own act with a key made from what it says: a connection cut half-way, a second
 * press or a second import goes on where the first stopped and takes nothing twice.
 */
export async function importFile(actor: Actor, file: { readonly text: string; readonly borough: string }, now: Date): Promise<{ taken: number; failed: number } | { problem: string }> {
  const judged = await judge(actor, file, now)
  if ('problem' in judged) return judged
  let [taken, failed] = [0, 0]
  for (const { line, told } of judged.lines) {
    if (told.state !== 'take') continue
    const outcome = await perform(importLine, actor, { digest: line.digest, notification: line.notification }, { key: `import:${line.digest}`, now })
    if (outcome.ok) taken += outcome.repeated ? 0 : 1
    else if (outcome.kind !== 'conflict') failed += 1
  }
  return { taken, failed }
}

async function judge(actor: Actor, { text, borough }: { readonly text: string; readonly borough: string }, now: Date): Promise<{ lines: { line: Line; told: Told }[] } | { problem: string }> {
  if (membershipFor(actor, 'import-notifications', borough) === null) return { problem: 'Choose a borough of your own' }
  const rows = rowsOf(text)
  if ('problem' in rows) return rows
  const lines = linesOf(rows, borough, now)
  if ('problem' in lines) return lines
  if (lines.length === 0) return { problem: 'The file names its columns and has no line' }
  const known = await readAs(actor, async (tx) => {
    const found = await tx.importedLine.findMany({ where: { borough, OR: [
      { digest: { in: lines.map((line) => line.digest) } }, { theirReference: { in: [...new Set(lines.map((line) => line.cells.reference).filter((reference) => reference !== ''))] } },
    ] } })
    const referrals = await tx.referral.findMany({ where: { id: { in: found.map((row) => row.referralId) } }, select: { id: true, reference: true } })
    return found.map((row) => ({ ...row, reference: referrals.find((referral) => referral.id === row.referralId)?.reference ?? 'on record' }))
  })
  // Brothers and sisters come under one reference: another line of this same file is no other version of this one.
  const own = new Set(lines.map((line) => line.digest))
  const before = new Map<string, number>()
  return { lines: lines.map((line) => {
    const same = known.find((row) => row.digest === line.digest)
    const other = line.cells.reference === '' ? undefined : known.find((row) => !own.has(row.digest) && row.theirReference === line.cells.reference && row.sender === line.notification['fromAgency'])
    const twice = before.get(line.digest)
    before.set(line.digest, twice ?? line.no)
    const there = same ?? other ?? null
    const problems: CellProblem[] = [...line.problems]
    if (same === undefined && twice !== undefined) problems.push({ column: null, message: `The same as line ${twice}` })
    else if (same === undefined && other !== undefined) problems.push({ column: 'reference', message: `On record as ${other.reference} with other words: add what is new there` })
    const told: Told = {
      no: line.no, child: [line.cells['given name'], line.cells['family name']].filter((name) => name !== '').join(' ') || line.cells.description || 'No child named', from: line.cells.from, received: line.cells.received,
      state: same !== undefined ? 'there' : problems.length > 0 ? 'wrong' : 'take', problems: same !== undefined ? [] : problems, there: there === null ? null : { id: there.referralId, reference: there.reference },
    }
    return { line, told }
  }) }
}
