import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { askedBehind, askedSince, exploitationFigures } from '@/lib/exploitation/figures'
import type { questionOf } from '../asked'
import { dashboard } from '../dashboard'
import { listBehind } from '../list'
import { recordedList } from '../recorded'
import { sideBySide } from '../side-by-side'
import { changedSince } from '../since'
import { targetsList } from '../targets-list'
import { csvOf } from './csv'
import { odsOf } from './ods'
import type { Sheet } from './sheet'
import { sheetsOfExploitation } from './exploitation-sheets'
import { sheetOfList, sheetOfRecorded, sheetOfTargets, sheetsOfBoroughs, sheetsOfDashboard, sheetsOfSince } from './sheets'

/** A list longer than this is a question to ask more narrowly, not a file. */
const MOST_PAGES = 200

type AskedFile = ReturnType<typeof questionOf> & {
  readonly table: string | null
  /** Of the figures of exploitation: since when, and behind what. */
  readonly since?: string | null
  readonly behind?: string | null
}

export interface FigureFile {
  readonly name: string
  readonly type: string
  readonly body: string | Buffer
}

/**
 * A table of figures, or a list behind one, as a file: for the borough manager, the London lead and the auditor, within their reach, and written
 * to the reading log before it is given. Null for anybody else, and where there is nothing to give.
 */
export async function exportFigures(actor: Actor, asked: AskedFile & { readonly format: string | null }, now: Date): Promise<FigureFile | null> {
  if (!mayEver(actor, 'export-figures')) return null
  // Exported under the membership that may: figures seen under another role are looked at, and not taken away.
  const holder: Actor = { ...actor, memberships: actor.memberships.filter((one) => mayEver({ ...actor, memberships: [one] }, 'export-figures')) }
  const sheets = await sheetsFor(holder, asked, now)
  const [first] = sheets
  if (first === undefined) return null
  const format = asked.format === 'ods' ? 'ods' : 'csv'
  await readAs(holder, (tx) => logReading(tx, holder, { personIds: [], depth: 'none', page: `export of figures, ${format}: ${first.title}`.slice(0, 300) }, now))
  const name = `holdfast-${asked.table ?? 'figures'}-${asked.measure ?? asked.which ?? 'all'}-${now.toISOString().slice(0, 10)}.${format}`.replace(/[^a-z0-9.-]/gi, '-')
  return format === 'ods' ? { name, type: 'application/vnd.oasis.opendocument.spreadsheet', body: odsOf(sheets) } : { name, type: 'text/csv; charset=utf-8', body: csvOf(sheets) }
}

async function sheetsFor(actor: Actor, asked: AskedFile, now: Date): Promise<Sheet[]> {
  switch (asked.table) {
    case 'boroughs': {
      const view = await sideBySide(actor, asked, now)
      return view === null ? [] : sheetsOfBoroughs(view)
    }
    case 'list': return sheetOfList(await pagesOf((after) => listBehind(actor, { ...asked, after }, now, 'kept')))
    case 'recorded': return sheetOfRecorded(await pagesOf((after) => recordedList(actor, after, now, 'kept')))
    case 'targets': return sheetOfTargets(await pagesOf((after) => targetsList(actor, after, now, 'kept')))
    case 'exploitation': return sheetsOfExploitation(await pagesOf((after) => exploitationFigures(actor, { since: askedSince(asked.since), behind: askedBehind(asked.behind), borough: asked.borough, after }, now, 'kept')))
    case 'since': {
      const view = await changedSince(actor, { ...asked, after: undefined }, now, 'kept')
      return view === null ? [] : sheetsOfSince(view)
    }
    default: {
      const view = await dashboard(actor, asked, now)
      return view === null ? [] : sheetsOfDashboard(view)
    }
  }
}

/** Page upon page, until the list ends or is longer than a file. */
async function pagesOf<Page extends { readonly next: string | null }>(ask: (after: string | undefined) => Promise<Page | null>): Promise<Page[]> {
  const pages: Page[] = []
  for (let after: string | undefined; pages.length < MOST_PAGES;) {
    const page = await ask(after)
    if (page === null) break
    pages.push(page)
    if (page.next === null) break
    after = page.next
  }
  return pages
}
