import { notFound } from 'next/navigation'
import { Shell } from '@/components/shell/shell'
import { Digest } from '@/components/supervision/digest'
import { SupervisionTable } from '@/components/supervision/supervision-table'
import { PageHead } from '@/components/ui/page-head'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { supervisionBoard } from '@/lib/supervision/board'
import { LIST_WORDS } from '@/lib/wording/supervision'

/** Enough to begin with; the rest is a page of its own. */
const SHOWN = 8

/** What a supervisor begins the day with: what fell overdue since yesterday, what is due today, what stands. */
export default async function DigestPage() {
  const page = await pageActor()
  const found = await supervisionBoard(page.actor, { list: 'overdue', when: null, borough: null, mine: false, after: null }, page.now)
  if (found === null) notFound()
  const frame = await frameFor(page)
  const { overdue, today } = found.counts
  return (
    <Shell {...frame} title="Digest" current="/digest">
      <PageHead title="Digest" lede={`${overdue.total === 0 ? 'Nothing fell overdue since yesterday morning' : `${overdue.total} fell overdue since yesterday morning`}; ${today.total === 0 ? 'nothing more falls' : `${today.total} ${today.total === 1 ? 'falls' : 'fall'}`} due today. Counted as it stands now.`} />
      <Digest counts={found.counts} />
      <h2>{LIST_WORDS.overdue.title}</h2>
      <SupervisionTable caption={LIST_WORDS.overdue.title} rows={found.rows.slice(0, SHOWN)} draft={null} choosing={false} empty={LIST_WORDS.overdue.empty} />
      {overdue.total <= SHOWN ? null : <p><a href="/strategy/overdue">All {overdue.total}, and the acts on them</a></p>}
    </Shell>
  )
}
