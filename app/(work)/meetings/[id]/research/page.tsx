import { notFound } from 'next/navigation'
import { Research } from '@/components/agenda/research'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { researchPage } from '@/lib/meetings/agenda/lists'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { counted } from '@/lib/wording/lists'

/** What an agency that is asked to a meeting looks up beforehand, and its answers. */
export default async function MeetingResearch({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ draft?: string; done?: string }> }) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const view = await researchPage(page.actor, id, page.now)
  if (view === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'bring-research')])
  const here = `/meetings/${id}/research`
  const missing = view.agencies.flatMap((agency) => agency.items).filter((item) => item.answers.length === 0).length
  return (
    <Shell {...frame} title={`Research for ${view.title}`} current="/meetings" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={`Research for ${view.title}`} lede={<>{view.when}. {view.reference}. <a href={`/meetings/${id}`}>The meeting and your answer</a></>} />
      {view.state === 'closed' ? <Notice title="The meeting has ended"><p>What you sent stands on its record.</p></Notice>
        : missing === 0 ? <Notice tone="green" title="Your agency has sent something on every item"><p>You can add to it until the meeting ends.</p></Notice>
          : <Notice tone={view.late ? 'red' : 'blue'} title={`Nothing from your agency yet on ${counted(missing, 'item')}: ${view.late ? 'it was due' : 'due'} by the end of ${view.due}`}><p>Look in your own records for everyone on the list. That nothing is known is an answer too.</p></Notice>}
      <Research view={view} page={here} draft={draft} />
    </Shell>
  )
}
