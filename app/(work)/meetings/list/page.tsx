import { notFound } from 'next/navigation'
import { ListForm } from '@/components/agenda/list-form'
import { Shell } from '@/components/shell/shell'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { readDraft } from '@/lib/forms/drafts'
import { listForm } from '@/lib/meetings/agenda/lists'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Asked {
  readonly person?: string
  readonly place?: string
  readonly draft?: string
  readonly saved?: string
}

/** Lists a child, an adult, a place or a theme for the next MASE. */
export default async function ListForMeeting({ searchParams }: { searchParams: Promise<Asked> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const [frame, view, draft] = await Promise.all([frameFor(page), listForm(page.actor, asked, page.now), readDraft(page.actor, asked.draft, 'list-for-meeting')])
  if (view === null) notFound()
  return (
    <Shell {...frame} title="List for a MASE" current="/meetings" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      {asked.saved === undefined ? null : <Notice tone="green" title="Draft saved." spoken />}
      <PageHead title={view.about === null ? 'List for a MASE' : `List ${view.about.name} for a MASE`} lede={view.about === null ? <>A place or a theme. A child or an adult is listed from their own page: <a href="/people">find them first</a>.</> : view.about.age ?? undefined} />
      <ListForm view={view} draft={draft} />
    </Shell>
  )
}
