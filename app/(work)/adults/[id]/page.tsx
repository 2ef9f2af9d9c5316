import { notFound } from 'next/navigation'
import { RestrictedView } from '@/components/people/restricted-view'
import { AdultPageView } from '@/components/posing-risk/adult-view'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { doneWords } from '@/lib/forms/done'
import { readAnyDraft } from '@/lib/forms/drafts'
import { adultPage } from '@/lib/posing-risk/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props { params: Promise<{ id: string }>; searchParams: Promise<{ draft?: string; done?: string }> }

/** An adult who poses a risk: one person, with everything linked to them across London. */
export default async function AdultOfConcern({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const adult = await adultPage(page.actor, id, page.now)
  if (adult === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readAnyDraft(page.actor, asked.draft, ['record-identifier', 'record-tactic', 'record-notice-breach', 'end-notice', 'break-glass'])])
  const title = adult.shut === null ? adult.view.head.name : 'Restricted person'
  return (
    <Shell {...frame} title={title} current="/places" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <DoneNotice says={doneWords(asked.done)} />
      {adult.shut === 'restricted' ? <RestrictedView personId={adult.id} may={adult.mayBreakGlass} draft={draft} path={`/adults/${adult.id}`} /> : <AdultPageView view={adult.view} draft={draft} />}
    </Shell>
  )
}
