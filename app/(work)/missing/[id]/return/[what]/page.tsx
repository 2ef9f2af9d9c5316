import { notFound } from 'next/navigation'
import { RETURN_FORMS, ReturnForm, type ReturnWhat } from '@/components/missing/return/return-forms'
import { Shell } from '@/components/shell/shell'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { readDraft } from '@/lib/forms/drafts'
import { returnPart } from '@/lib/missing/return/queries'
import type { ReturnView } from '@/lib/missing/return/view'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { typedParts } from '@/lib/wording/london-input'

interface Props {
  params: Promise<{ id: string; what: string }>
  searchParams: Promise<{ draft?: string; saved?: string }>
}

/** One form of a return: back, the check, the interview, what is passed on. */
export default async function ReturnStep({ params, searchParams }: Props) {
  const [page, { id, what }, asked] = [await pageActor(), await params, await searchParams]
  if (!isWhat(what)) notFound()
  const view = await returnPart(page.actor, id, page.now)
  if (view === null || !mayDo(view, what)) notFound()
  const { title, act } = RETURN_FORMS[what]
  const [frame, draft] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, act)])
  return (
    <Shell {...frame} title={`${title}: ${view.child}`} current="/missing" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      {asked.saved === undefined ? null : <Notice tone="green" title="Draft saved" spoken><p>It is kept for you alone. You can go on now or later.</p></Notice>}
      <PageHead title={`${title}: ${view.child}`} lede={<a href={`/missing/${view.episodeId}`}>Back to the episode {view.reference}</a>} />
      <ReturnForm what={what} view={view} draft={draft} now={typedParts(page.now)} />
    </Shell>
  )
}

const isWhat = (what: string): what is ReturnWhat => Object.hasOwn(RETURN_FORMS, what)

/** The page follows the links; the act asks again. */
function mayDo({ may, interview }: ReturnView, what: ReturnWhat): boolean {
  switch (what) {
    case 'back': return may.back
    case 'check': return may.check
    case 'debrief': return may.debrief
    case 'share': return may.interview && interview.done
    case 'offer': case 'interview': case 'ask': return may.interview && !interview.done
  }
}
