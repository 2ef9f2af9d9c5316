import { notFound } from 'next/navigation'
import { PlaceForm } from '@/components/places/place-form'
import { PlaceTable } from '@/components/places/places'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { SearchBox } from '@/components/ui/search-box'
import { mayEver } from '@/lib/access/permissions'
import { readDraft } from '@/lib/forms/drafts'
import { placeList } from '@/lib/places/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Asked { readonly q?: string; readonly draft?: string }

/** A place is looked for before it is put on record: a second record of one hides what London knows. */
export default async function NewPlace({ searchParams }: { searchParams: Promise<Asked> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  if (!mayEver(page.actor, 'work-places')) notFound()
  const q = typeof asked.q === 'string' ? asked.q : ''
  const [frame, draft, found] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'record-place'), q.trim() === '' ? null : placeList(page.actor, { q, borough: null, kind: null }, page.now)])
  return (
    <Shell {...frame} title="New place" current="/places" problem={draft !== null && draft.problems.length > 0}>
      <PageHead title="New place" lede={<>First look whether it is on record, in this borough or another. <a href="/places">All places</a></>} />
      <SearchBox action="/places/new" label="Name, street or postcode of the place" value={q} />
      {found === null ? null : <PlaceTable view={found} />}
      <h2>Put it on record</h2>
      <PlaceForm place={null} draft={draft} borough={page.actor.memberships.flatMap(({ boroughs }) => boroughs)[0] ?? ''} />
    </Shell>
  )
}
