import { notFound } from 'next/navigation'
import { AskedTable } from '@/components/enquiry/asked'
import { FlagsAsked } from '@/components/exploitation/asked'
import { ResearchAsked } from '@/components/agenda/research-asked'
import { InterviewsAsked } from '@/components/missing/return/asked'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { mayEver } from '@/lib/access/permissions'
import { askedOfUs } from '@/lib/enquiry/asked'
import { flagsAskedOfUs } from '@/lib/exploitation/asked'
import { doneWords } from '@/lib/forms/done'
import { researchAskedOfUs } from '@/lib/meetings/agenda/lists'
import { interviewsAskedOfUs } from '@/lib/missing/return/asked'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { counted } from '@/lib/wording/lists'

interface Asked {
  readonly see?: string
  readonly after?: string
  readonly done?: string
}

/** Questions that a MASH put to the own agency, soonest due first. */
export default async function AskedOfUs({ searchParams }: { searchParams: Promise<Asked> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  if (!mayEver(page.actor, 'answer-request')) notFound()
  const answered = asked.see === 'answered'
  const after = typeof asked.after === 'string' && asked.after !== '' ? asked.after : undefined
  const list = await askedOfUs(page.actor, { answered, after }, page.now)
  const interviews = await interviewsAskedOfUs(page.actor, { answered }, page.now)
  const flags = await flagsAskedOfUs(page.actor, { answered }, page.now)
  const research = answered ? [] : await researchAskedOfUs(page.actor, page.now)
  // What the own agency has sent already waits for nobody: it stands below what does.
  const missing = research.some((row) => row.missing > 0)
  const here = answered ? '/asked?see=answered' : '/asked'
  return (
    <Shell {...await frameFor(page)} title="What we are asked" current="/asked">
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title="What we are asked" lede={`${list.waiting === 0 ? 'No question waits' : `${counted(list.waiting, 'question')} ${list.waiting === 1 ? 'waits' : 'wait'}`} for your team.${answered || interviews.length === 0 ? '' : ` Return home interviews to do: ${interviews.length}.`}${answered || flags.length === 0 ? '' : ` Exploitation flags to answer about: ${flags.length}.`}`} />
      <Tabs label="Questions" current={here} tabs={[{ href: '/asked', label: 'To be answered' }, { href: '/asked?see=answered', label: 'Answered and withdrawn' }]} />
      {missing ? <ResearchAsked rows={research} /> : null}
      <InterviewsAsked rows={interviews} />
      <FlagsAsked rows={flags} />
      {missing || interviews.length > 0 || flags.length > 0 ? <h2>Questions</h2> : null}
      <AskedTable rows={list.rows} empty={answered ? 'Nothing has been answered yet.' : 'Nothing waits.'} />
      <Pager
        previous={after === undefined ? undefined : { href: here, words: 'Back to the first' }}
        next={list.next === null ? undefined : { href: `${here}${answered ? '&' : '?'}after=${encodeURIComponent(list.next)}`, words: 'Next 25' }}
      >{list.rows.length === 0 ? '' : answered ? 'Newest first.' : 'Soonest due first.'}</Pager>
      {missing ? null : <ResearchAsked rows={research} />}
    </Shell>
  )
}
