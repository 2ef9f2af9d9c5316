import { notFound } from 'next/navigation'
import { CallForm } from '@/components/places/call-form'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { readDraft } from '@/lib/forms/drafts'
import { makesafeForm } from '@/lib/places/makesafe'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { typedParts } from '@/lib/wording/london-input'

interface Asked { readonly q?: string; readonly place?: string; readonly child?: string; readonly draft?: string }

/** A call from premises that quotes Operation Makesafe, by 101 or 999. */
export default async function MakesafeCall({ searchParams }: { searchParams: Promise<Asked> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const q = typeof asked.q === 'string' ? asked.q : ''
  const form = await makesafeForm(page.actor, { q, place: asked.place, child: asked.child }, page.now)
  if (form === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'take-makesafe-call')])
  return (
    <Shell {...frame} title="Operation Makesafe call" current="/places" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <PageHead title="Operation Makesafe call" lede="From a hotel, licensed premises, a mini-cab office or elsewhere: the tag goes on now." />
      <CallForm form={form} q={q} draft={draft} borough={page.actor.memberships.flatMap(({ boroughs }) => boroughs)[0] ?? ''} now={typedParts(page.now)} />
    </Shell>
  )
}
