import { notFound } from 'next/navigation'
import { InterviewAskedView } from '@/components/missing/return/asked'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { interviewAsked } from '@/lib/missing/return/asked'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { typedParts } from '@/lib/wording/london-input'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string }>
}

/** One return home interview that the own team is asked for, and the own interview: that and nothing else. */
export default async function InterviewAsked({ params, searchParams }: Props) {
  const [{ id }, asked, page] = [await params, await searchParams, await pageActor()]
  const view = await interviewAsked(page.actor, id, page.now)
  if (view === null) notFound()
  const draft = await readDraft(page.actor, asked.draft, 'answer-interview')
  return (
    <Shell {...await frameFor(page)} title="Return home interview asked of us" current="/asked" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={`Return home interview: ${view.about}`} lede={<a href="/asked">All that we are asked</a>} />
      <InterviewAskedView view={view} draft={draft} now={typedParts(page.now)} />
    </Shell>
  )
}
