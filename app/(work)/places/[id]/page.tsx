import { notFound } from 'next/navigation'
import { PlacePageView } from '@/components/places/places'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { Tag } from '@/components/ui/tag'
import { doneWords } from '@/lib/forms/done'
import { readAnyDraft } from '@/lib/forms/drafts'
import { placeView } from '@/lib/places/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props { params: Promise<{ id: string }>; searchParams: Promise<{ draft?: string; done?: string }> }

/** A place with everything linked to it across London. */
export default async function PlacePage({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const view = await placeView(page.actor, id, page.now)
  if (view === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readAnyDraft(page.actor, asked.draft, ['record-tactic', 'record-premises-training', 'unlink-place'])])
  return (
    <Shell {...frame} title={view.name} current="/places" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={view.name} lede={<>{[view.kind, view.line, view.postcode, view.borough].filter(Boolean).join(', ')} {view.concern ? <Tag tone="red">Of concern</Tag> : null} {view.makesafe ? <Tag tone="blue">Makesafe</Tag> : null}</>} />
      <PlacePageView view={view} draft={draft} />
    </Shell>
  )
}
