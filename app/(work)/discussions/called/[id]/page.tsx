import { notFound } from 'next/navigation'
import { AnswerForm, ChangeForms, Gaps, Invitations } from '@/components/meetings/calls/call-view'
import { NoMailHere } from '@/components/meetings/mail-line'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DoneNotice } from '@/components/ui/done-notice'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead } from '@/components/ui/page-head'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { callPage } from '@/lib/meetings/calls/queries'
import { strategyDiscussion } from '@/lib/meetings/kinds/strategy-discussion'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { typedParts } from '@/lib/wording/london-input'
import { choicesOf } from '@/lib/wording/say'

/** One called discussion: when, where, about whom, who is asked and what they answer. */
export default async function CalledPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ draft?: string; done?: string }> }) {
  const page = await pageActor()
  const [{ id }, asked] = [await params, await searchParams]
  const view = /^[0-9a-f-]{36}$/.test(id) ? await callPage(page.actor, id, page.now) : null
  if (view === null) notFound()
  const [frame, answer, move, off] = await Promise.all([
    frameFor(page), readDraft(page.actor, asked.draft, 'answer-invitation'), readDraft(page.actor, asked.draft, 'move-discussion'), readDraft(page.actor, asked.draft, 'call-off-discussion'),
  ])
  const here = `/discussions/called/${id}`
  const mine = view.invitations.find((one) => one.mine)
  return (
    <Shell {...frame} title={`${view.kind} ${view.reference}`} current="/discussions" problem={[answer, move, off].some((draft) => draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0))}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={`${view.kind}: ${view.about}`} lede={`${view.when}. ${view.mode}. ${view.borough}. ${view.reference}, called ${view.called}.`}>
        {view.may.record ? <LinkButton href={view.recordHref}>Record it</LinkButton> : null}
      </PageHead>
      <Columns aside={
        <>
          <Card title="When and where">
            <p>{view.when}<br />{view.mode}</p>
            {view.place === null ? null : <p className="whitespace-pre-wrap">{view.place}</p>}
            {view.may.change ? <ChangeForms view={view} page={here} at={typedParts(new Date(view.meetsAt))} modes={choicesOf(strategyDiscussion.modes)} move={move} off={off} /> : null}
          </Card>
          {view.children.length === 0 ? null : (
            <Card title={view.children.length === 1 ? 'The child' : 'The children'}>
              <ul className="list-none p-0 m-0">
                {view.children.map((child) => <li key={child.id}>{child.masked ? child.name : <a href={`/people/${child.id}`}>{child.name}</a>}{child.age === null ? null : `, ${child.age}`}</li>)}
              </ul>
              {view.referral === null ? null : <p className="sub">Referral <a href={`/referrals/${view.referral.id}`}>{view.referral.reference}</a></p>}
              <p className="sub">{view.namesShared ? 'Those asked are told who it is about once they have signed in.' : 'Those asked are not told who it is about.'}</p>
            </Card>
          )}
        </>
      }>
        {view.state === 'off' ? <Notice tone="amber" title="Called off"><p>It was called off {view.calledOff}. What is owed runs on.</p></Notice> : null}
        {view.state === 'held' ? <Notice tone="green" title="Held"><p>{view.meetingId === null ? 'Its record opens to you once it is sent to those who took part.' : <a href={`/discussions/${view.meetingId}`}>Open its record</a>}</p></Notice> : null}
        {mine === undefined || view.state !== 'open' ? null : (
          <Card title="Your answer" tone={mine.standing === 'silent' ? 'amber' : undefined}>
            <p>{mine.standing === 'silent' ? 'You have not answered yet.' : `${mine.answer}. You can answer again: the later answer stands.`}</p>
            <AnswerForm invitationId={mine.id} page={here} draft={answer} who={null} />
          </Card>
        )}
        <Gaps view={view} />
        <h2>Who is asked</h2>
        {view.may.change && !view.mailIsSet ? <NoMailHere /> : null}
        <Invitations view={view} page={here} />
      </Columns>
    </Shell>
  )
}
