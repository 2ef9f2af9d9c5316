import { notFound } from 'next/navigation'
import { CallPageView } from '@/components/places/calls'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { makesafeCall } from '@/lib/places/makesafe'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props { params: Promise<{ id: string }>; searchParams: Promise<{ draft?: string; done?: string }> }

/** One call of Operation Makesafe, and what came of it. */
export default async function MakesafeCallPage({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const view = await makesafeCall(page.actor, id, page.now)
  if (view === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'answer-makesafe-call')])
  return (
    <Shell {...frame} title={`Makesafe call ${view.call.reference}`} current="/places" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={`Operation Makesafe call ${view.call.reference}`} lede={<a href="/makesafe">All calls</a>} />
      <CallPageView view={view} draft={draft} />
    </Shell>
  )
}
