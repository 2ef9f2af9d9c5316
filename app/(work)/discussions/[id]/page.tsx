import { notFound } from 'next/navigation'
import { ActionFields } from '@/components/actions/action-fields'
import { Copies } from '@/components/meetings/copies'
import { FillInForm } from '@/components/meetings/fill-in-form'
import { Lacking, MeetingRecord } from '@/components/meetings/meeting-record'
import { PositionForm, Positions } from '@/components/meetings/positions'
import { RunningClocks, Verdict } from '@/components/meetings/verdict'
import { Shell } from '@/components/shell/shell'
import { ActForm } from '@/components/ui/act-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { DoneNotice } from '@/components/ui/done-notice'
import { Columns, PageHead } from '@/components/ui/page-head'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { ENQUIRIES, strategyDiscussion } from '@/lib/meetings/kinds/strategy-discussion'
import { meetingPage } from '@/lib/meetings/queries'
import type { MeetingView } from '@/lib/meetings/view'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { choicesOf } from '@/lib/wording/say'

interface Asked {
  readonly draft?: string
  readonly done?: string
}

/** One strategy discussion: its record, whether everyone was there, what follows, what each agency says. */
export default async function DiscussionPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Asked> }) {
  const page = await pageActor()
  const [{ id }, asked] = [await params, await searchParams]
  const view = /^[0-9a-f-]{36}$/.test(id) ? await meetingPage(page.actor, id, page.now) : null
  if (view === null) notFound()
  const [frame, position, action, fill] = await Promise.all([
    frameFor(page), readDraft(page.actor, asked.draft, 'give-position'), readDraft(page.actor, asked.draft, 'set-action'),
    readDraft(page.actor, asked.draft, 'complete-record'),
  ])
  const here = `${view.path}/${id}`
  return (
    <Shell {...frame} title={view.kind} current="/strategy" problem={[position, action, fill].some((draft) => draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0))}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={`${view.kind}: ${view.about}`} lede={`${view.mode}, held ${view.held}. ${view.borough}. Recorded ${view.recorded}.`}>
        {view.may.again ? <LinkButton look="second" href={againHref(view)}>Record another</LinkButton> : null}
      </PageHead>
      <Columns aside={<Beside view={view} here={here} position={position} />}>
        {view.record === null
          ? <p className="none">You took part in this discussion. Its record opens to you once it is sent to those who took part.</p>
          : (
            <>
              <Verdict verdict={view.record.verdict} />
              {view.record.clocks.length === 0 ? null : <><h2>What follows</h2><RunningClocks clocks={view.record.clocks} /></>}
              <Lacking lacking={view.record.lacking} />
              {view.may.fillIn && view.record.open.length > 0 ? (
                <Details summary="Fill in what is missing" open={fill !== null}>
                  <FillInForm meetingId={id} page={here} open={view.record.open} draft={fill} decisions={choicesOf(strategyDiscussion.decisions)} enquiries={choicesOf(ENQUIRIES)} />
                </Details>
              ) : null}
              <MeetingRecord record={view.record} />
              <Copies view={view} page={here} />
            </>
          )}
        {view.may.setAction ? (
          <Details summary="Set a further action" open={action !== null}>
            <ActForm act="set-action" page={here} draft={action} hidden={{ meetingId: id }} label="Set a further action">
              <ActionFields draft={action} />
              <Button look="second">Set the action</Button>
            </ActForm>
          </Details>
        ) : null}
      </Columns>
    </Shell>
  )
}

const againHref = (view: MeetingView): string =>
  view.referral === null ? `/discussions/new?child=${view.children[0]?.id ?? ''}` : `/discussions/new?referral=${view.referral.id}`

function Beside({ view, here, position }: { readonly view: MeetingView; readonly here: string; readonly position: Awaited<ReturnType<typeof readDraft>> }) {
  return (
    <>
      <Card title={view.children.length === 0 ? 'The discussion' : view.children.length === 1 ? 'The child' : 'The children'}>
        <ul className="list-none p-0 m-0">
          {view.children.map((child) => (
            <li key={child.id}>{child.masked ? child.name : <a href={`/people/${child.id}`}>{child.name}</a>}{child.age === null ? null : `, ${child.age}`}{child.masked ? null : <span className="sub"><a href={`/people/${child.id}/other-children`}>Other children to think of<span className="sr-only"> beside {child.name}</span></a></span>}</li>
          ))}
        </ul>
        {view.referral === null ? null : <p className="sub">Referral <a href={`/referrals/${view.referral.id}`}>{view.referral.reference}</a></p>}
        <p className="sub">{view.chair === null ? 'Who chaired it is not recorded.' : `Chaired by ${view.chair}.`}</p>
      </Card>
      <Card title="The record" tone={view.circulated === null ? 'amber' : undefined}>
        <p>{view.circulated === null ? 'Not yet sent to those who took part. It goes to them within one working day.' : `Sent to those who took part ${view.circulated}.`}</p>
        {view.myCopy === null ? null : <ActForm act="confirm-receipt" bare page={here} hidden={{ meetingId: view.id, participantId: view.myCopy }}><Button>I have received it</Button></ActForm>}
        {view.may.circulate ? <ActForm act="circulate-record" bare page={here} hidden={{ meetingId: view.id }}><Button look="second">Send the record to them</Button></ActForm> : null}
      </Card>
      <Card title="What each agency says">
        {view.record === null ? null : <Positions positions={view.record.positions} />}
        {view.speaksFor === null ? null : <PositionForm meetingId={view.id} page={here} agency={view.speaksFor} draft={position} />}
      </Card>
    </>
  )
}
