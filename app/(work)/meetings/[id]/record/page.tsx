import { notFound } from 'next/navigation'
import { AgendaItems } from '@/components/agenda/agenda-items'
import { Board } from '@/components/agenda/board'
import { Agreed, Attendance, Standing } from '@/components/agenda/record'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { agendaPage } from '@/lib/meetings/agenda/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** The record of a meeting as it is printed, and the letters to the safeguarding board. */
export default async function MeetingRecordPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ draft?: string; done?: string }> }) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const view = await agendaPage(page.actor, id, page.now)
  if (view === null || view.record === null) notFound()
  const [frame, raise, answer, except] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'raise-with-board'), readDraft(page.actor, asked.draft, 'answer-of-board'), readDraft(page.actor, asked.draft, 'except-chair')])
  const here = `/meetings/${id}/record`
  return (
    <Shell {...frame} title={`Record: ${view.heading}`} current="/meetings" problem={[raise, answer, except].some((draft) => draft !== null && draft.problems.length > 0)}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={`Record: ${view.heading}`} lede={<>{view.reference}. <a href={`/meetings/${id}`}>The meeting</a></>} />
      <Standing view={view} record={view.record} page={here} except={except} />
      <Attendance record={view.record} />
      <h2>{view.kind === 'map' ? 'The child' : 'Items'}</h2>
      <AgendaItems view={{ ...view, may: { ...view.may, run: false } }} page={here} share={null} brought={null} />
      <Agreed record={view.record} />
      <Board view={view} record={view.record} page={here} raise={raise} answer={answer} />
    </Shell>
  )
}
