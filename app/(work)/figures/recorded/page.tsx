import { notFound } from 'next/navigation'
import { MeasurementForm, RecordedTable, WithdrawalForm } from '@/components/figures/recorded'
import { TakeAway } from '@/components/figures/take-away'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { questionOf, type Params } from '@/lib/figures/asked'
import { recordedList } from '@/lib/figures/recorded'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** Figures that come from outside: what a Haven, a court, a board says, with its source, against the target of its year. */
export default async function RecordedPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [page, params] = [await pageActor(), await searchParams]
  const { after } = questionOf(params)
  const view = await recordedList(page.actor, after, page.now)
  if (view === null) notFound()
  const text = (name: string): string | undefined => { const value = params[name]; return typeof value === 'string' && value !== '' ? value : undefined }
  const [frame, draft, backDraft] = await Promise.all([frameFor(page), readDraft(page.actor, text('draft'), 'record-measurement'), readDraft(page.actor, text('draft'), 'withdraw-measurement')])
  const back = view.rows.find((row) => row.mayWithdraw && row.key === text('back'))
  return (
    <Shell {...frame} title="Figures from outside" current="/figures" problem={[draft, backDraft].some((one) => one !== null && one.problems.length > 0)}>
      <DoneNotice says={doneWords(text('done'))} />
      <PageHead title="Figures from outside" lede={<>What others measured, with its source, against the target of its year. A figure that was wrong is recorded again for the same day; one of the wrong borough, measure or day is taken back. <a href="/figures">Back to the figures</a></>} />
      <RecordedTable rows={view.rows} empty="No figure from outside is on record." />
      <Pager next={view.next === null ? undefined : { href: `/figures/recorded?after=${encodeURIComponent(view.next)}`, words: 'Next 25' }}>{view.rows.length === 0 ? '' : 'The last recorded first.'}</Pager>
      {view.exports && view.rows.length > 0 ? <TakeAway table="recorded" /> : null}
      {back === undefined ? null : <section id="back"><h2>Take a figure back</h2><WithdrawalForm row={back} draft={backDraft} /></section>}
      {view.boroughs.length === 0 ? null : <section><h2>Record a figure</h2><MeasurementForm view={view} draft={draft} /></section>}
    </Shell>
  )
}
