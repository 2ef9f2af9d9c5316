import { notFound } from 'next/navigation'
import { LocalTargets, TargetForm, TargetWithdrawal } from '@/components/figures/local-targets'
import { TakeAway } from '@/components/figures/take-away'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { questionOf, type Params } from '@/lib/figures/asked'
import { targetsList } from '@/lib/figures/targets-list'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** Targets that a borough set for itself, or the lead for London: tighter than the policy's, each from a day on. */
export default async function TargetsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [page, params] = [await pageActor(), await searchParams]
  const { after } = questionOf(params)
  const view = await targetsList(page.actor, after, page.now)
  if (view === null) notFound()
  const text = (name: string): string | undefined => { const value = params[name]; return typeof value === 'string' && value !== '' ? value : undefined }
  const [frame, draft, backDraft] = await Promise.all([frameFor(page), readDraft(page.actor, text('draft'), 'set-local-target'), readDraft(page.actor, text('draft'), 'withdraw-local-target')])
  const back = view.rows.find((row) => row.mayWithdraw && row.key === text('back'))
  return (
    <Shell {...frame} title="Local targets" current="/figures" problem={[draft, backDraft].some((one) => one !== null && (one.problems.length > 0 || one.refusals.length > 0))}>
      <DoneNotice says={doneWords(text('done'))} />
      <PageHead title="Local targets" lede={<>What a borough, or London, asks of itself beyond the policy. A figure is held against the tightest that stood on its day: the policy’s, London’s or the borough’s. <a href="/figures">Back to the figures</a></>} />
      <LocalTargets rows={view.rows} empty="No local target is set: every figure is held against the policy’s." />
      <Pager next={view.next === null ? undefined : { href: `/figures/targets?after=${encodeURIComponent(view.next)}`, words: 'Next 25' }}>{view.rows.length === 0 ? '' : 'The last set first.'}</Pager>
      {view.exports && view.rows.length > 0 ? <TakeAway table="targets" /> : null}
      {back === undefined ? null : <section id="back"><h2>Take a target back</h2><TargetWithdrawal row={back} draft={backDraft} /></section>}
      {view.boroughs.length === 0 ? null : <section><h2>Set a target</h2><TargetForm view={view} draft={draft} /></section>}
    </Shell>
  )
}
