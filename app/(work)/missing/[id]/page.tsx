import { notFound } from 'next/navigation'
import { EpisodeHead } from '@/components/missing/episode-head'
import { ClassAndRisk, DueNext, Enquiries, InHand, Log, News, Plan, Reported, Steps, Warnings } from '@/components/missing/episode-parts'
import { ReturnPart } from '@/components/missing/return/return-part'
import { Live } from '@/components/shell/live'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { Columns } from '@/components/ui/page-head'
import { doneWords } from '@/lib/forms/done'
import { readAnyDraft } from '@/lib/forms/drafts'
import { episodePageOf } from '@/lib/missing/episode-page'
import { returnPart } from '@/lib/missing/return/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { londonClock } from '@/lib/wording/london-words'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string }>
}

/** One missing or absent episode: unit, control room, MASH and CAIT read and work the same record. */
export default async function Episode({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const view = await episodePageOf(page.actor, id, page.now)
  if (view === null) notFound()
  const [frame, draft, back] = await Promise.all([frameFor(page), readAnyDraft(page.actor, asked.draft, ['act-on-information', 'accept-episode']), returnPart(page.actor, id, page.now)])
  const says = `${view.child.name}: ${view.class}${view.class === 'absent' ? '' : `, ${view.gradeWords.toLowerCase()}`}. ${view.duties.filter((duty) => duty.left.tone === 'late').length} past their time. ${view.news.length === 0 ? '' : 'News waits.'}`
  return (
    <Shell {...frame} title={`${view.class === 'absent' ? 'Absent' : 'Missing'}: ${view.child.name}`} current="/missing" problem={draft !== null}>
      <DoneNotice says={doneWords(asked.done)} />
      <p className="bar"><a href="/missing">Missing children</a> <a href="#plan" accessKey="p">Trigger plan{view.restricted ? ': not shown' : view.plan === null ? ': none' : ''}</a> {view.state === 'closed' ? null : <a className="md:hidden" href="#steps">What can be put on record</a>}</p>
      <EpisodeHead view={view} heading />
      <div id="episode" className="mt-4">
        <Columns aside={<><div id="steps"><Steps view={view} /></div><ClassAndRisk view={view} /><InHand view={view} draft={draft?.act === 'accept-episode' ? draft : null} /><Reported view={view} /></>}>
          <News view={view} draft={draft?.act === 'act-on-information' ? draft : null} />
          <Warnings view={view} />
          {view.state === 'closed' ? null : <DueNext view={view} />}
          {view.state === 'out' ? <><Plan view={view} /><ReturnPart view={back} /></> : <><ReturnPart view={back} /><Plan view={view} /></>}
          <Enquiries view={view} />
          <Log view={view} />
        </Columns>
      </div>
      <p className="sub"><Live madeAt={page.now.toISOString()} clock={londonClock(page.now)} says={says} mark={view.mark} list="episode" line="/missing/changes" {...(view.turnsAt === null ? {} : { turnsAt: view.turnsAt })} /></p>
    </Shell>
  )
}
