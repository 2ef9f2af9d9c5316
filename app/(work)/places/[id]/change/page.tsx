import { notFound } from 'next/navigation'
import { PlaceForm } from '@/components/places/place-form'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { readDraft } from '@/lib/forms/drafts'
import { placeView } from '@/lib/places/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props { params: Promise<{ id: string }>; searchParams: Promise<{ draft?: string }> }

/** What is on record of a place, to be changed or added to. */
export default async function ChangePlace({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const view = await placeView(page.actor, id, page.now)
  if (view === null || !view.may.work) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'change-place')])
  return (
    <Shell {...frame} title={`Change: ${view.name}`} current="/places" problem={draft !== null && draft.problems.length > 0}>
      <PageHead title={`Change: ${view.name}`} lede={<a href={`/places/${id}`}>Back to the place</a>} />
      <PlaceForm place={view} draft={draft} borough={view.boroughCode} />
    </Shell>
  )
}
