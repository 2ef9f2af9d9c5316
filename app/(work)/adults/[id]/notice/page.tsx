import { notFound } from 'next/navigation'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { ServeForm } from '@/components/warning-notices/serve-form'
import { readAnyDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { serveForm } from '@/lib/warning-notices/queries'

interface Props { params: Promise<{ id: string }>; searchParams: Promise<{ child?: string; draft?: string }> }

/** A child abduction warning notice: served, or considered and not used. */
export default async function ServeNotice({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const view = typeof asked.child === 'string' ? await serveForm(page.actor, id, asked.child, page.now) : null
  if (view === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readAnyDraft(page.actor, asked.draft, ['serve-notice', 'consider-notice'])])
  return (
    <Shell {...frame} title="Child abduction warning notice" current="/places" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <PageHead title="Child abduction warning notice" lede={`To ${view.adult.name}, about ${view.child.name}`} />
      <ServeForm view={view} draft={draft} />
    </Shell>
  )
}
