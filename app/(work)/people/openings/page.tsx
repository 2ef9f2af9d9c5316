import { notFound } from 'next/navigation'
import { Reviews } from '@/components/people/reviews'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { openingsToReview } from '@/lib/access/openings/queries'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** Restricted records opened by break-glass: another person answers for each. */
export default async function Openings({ searchParams }: { searchParams: Promise<{ review?: string; draft?: string; done?: string }> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const reviews = await openingsToReview(page.actor, page.now)
  if (reviews === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'review-break-glass')])
  return (
    <Shell {...frame} title="Break-glass reviews" current="/people" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title="Break-glass reviews" lede="Each restricted record that was opened without leave. You judge the reason; the person is not named here." />
      <Reviews reviews={reviews} chosen={asked.review} draft={draft} />
    </Shell>
  )
}
