import { notFound } from 'next/navigation'
import { AgendaItems } from '@/components/agenda/agenda-items'
import { Arrange, OpenForm } from '@/components/agenda/arrange'
import { AskForm, Asked } from '@/components/agenda/asked'
import { Owed } from '@/components/agenda/owed'
import { Agreed, Attendance, IssuedTo, Standing } from '@/components/agenda/record'
import { ActionTable } from '@/components/actions/action-table'
import { AnswerForm } from '@/components/meetings/calls/call-view'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { DoneNotice } from '@/components/ui/done-notice'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead } from '@/components/ui/page-head'
import { Refusal } from '@/components/ui/refusal'
import { RANKS } from '@/lib/access/roles'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { agendaPage } from '@/lib/meetings/agenda/queries'
import type { AgendaView } from '@/lib/meetings/agenda/view'
import { meetingKind } from '@/lib/meetings/kinds'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { AGENCY_WORDS } from '@/lib/wording/agencies'
import { typedParts } from '@/lib/wording/london-input'
import { RANK_WORDS } from '@/lib/wording/roles'
import { choicesOf, say } from '@/lib/wording/say'

const FORMS = ['answer-invitation', 'ask-to-meeting', 'move-meeting', 'call-off-meeting', 'share-item', 'bring-research', 'open-meeting', 'except-chair', 'sign-off-meeting', 'issue-minutes'] as const

/** One MAP or MASE: how it is prepared, and from its end its record. */
export default async function MeetingPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ draft?: string; done?: string }> }) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const view = await agendaPage(page.actor, id, page.now)
  if (view === null) notFound()
  const [frame, ...drafts] = await Promise.all([frameFor(page), ...FORMS.map((form) => readDraft(page.actor, asked.draft, form))])
  const [answer, ask, move, off, share, brought, open, except, sign, issue] = drafts
  const here = `/meetings/${id}`
  const mine = view.invitations.find((one) => one.mine)
  return (
    <Shell {...frame} title={view.heading} current="/meetings" problem={drafts.some((draft) => draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0))}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={view.heading} lede={`${view.when}. ${view.mode}. ${view.borough}. ${view.reference}${view.lead === null ? '' : `. Led by ${view.lead}`}.`}>
        {view.state === 'open' ? <LinkButton href={`${here}/room`}>Go to the meeting room</LinkButton> : null}
        {view.may.list && view.kind === 'mase' ? <LinkButton look="second" href="/meetings/list">List a place or a theme</LinkButton> : null}
      </PageHead>
      <Columns jump="When, where and who" aside={<Beside view={view} here={here} drafts={{ move: move ?? null, off: off ?? null, open: open ?? null }} />}>
        {view.state === 'off' ? <Notice tone="amber" title="Called off"><p>It was called off {view.off}. {view.kind === 'mase' ? 'The month is one without a MASE.' : 'What is owed runs on.'}</p></Notice> : null}
        {view.state === 'to-come' && view.past ? <Notice tone="red" title="Its hour has passed"><p>Open it, set another time, or call it off.</p></Notice> : null}
        <Refusal draft={sign ?? null} /><Refusal draft={issue ?? null} />
        {mine === undefined || view.state !== 'to-come' ? null : (
          <Card title="Your answer" tone={mine.standing === 'silent' ? 'amber' : undefined}>
            <p>{mine.standing === 'silent' ? 'You have not answered yet.' : `${mine.answer}. You can answer again: the later answer stands.`}</p>
            <AnswerForm invitationId={mine.id} page={here} draft={answer ?? null} who={null} />
          </Card>
        )}
        {view.may.research && view.state !== 'ended' && view.state !== 'off' ? <Notice title="Your agency’s research"><p><a href={`${here}/research`}>Look in your own records and send what you know</a>, {view.researchDue}.</p></Notice> : null}
        <Owed view={view} />
        {view.record === null ? null : <Standing view={view} record={view.record} page={here} except={except ?? null} />}
        {view.record !== null && view.record.running.some((one) => !one.raised) ? <Notice tone="red" title="Away from two meetings running"><p>{view.record.running.filter((one) => !one.raised).map((one) => one.words).join('; ')}. <a href={`${here}/record#board`}>Raise with the safeguarding board</a></p></Notice> : null}
        {!view.works || view.state === 'ended' || view.state === 'off' ? null : (
          <>
            <h2>Unfinished actions of the last meetings</h2>
            <ActionTable rows={view.earlier} caption="Unfinished actions of the last meetings" empty="None: every earlier action is done or carried." />
          </>
        )}
        <h2>{view.kind === 'map' ? 'The child' : 'Agenda'}</h2>
        <AgendaItems view={view} page={here} share={share ?? null} brought={brought ?? null} />
        {view.record === null ? null : <><Agreed record={view.record} /><Attendance record={view.record} /><p><a href={`${here}/record`}>The whole record, to print</a></p><IssuedTo view={view} record={view.record} page={here} /></>}
        <h2 id="asked">Who is asked</h2>
        <Asked view={view} page={here} />
        {view.may.run ? <Details summary="Ask people to it" open={ask !== null && ask !== undefined}><AskForm view={view} page={here} draft={ask ?? null} /></Details> : null}
      </Columns>
    </Shell>
  )
}

type Draft = Awaited<ReturnType<typeof readDraft>>

function Beside({ view, here, drafts: { move, off, open } }: { readonly view: AgendaView; readonly here: string; readonly drafts: { move: Draft; off: Draft; open: Draft } }) {
  const runs = view.may.run && view.state === 'to-come'
  return (
    <>
      <Card title="When and where">
        <p>{view.when}<br />{view.mode}</p>
        {view.place === null ? <p className="sub">No place is set yet.</p> : <p className="whitespace-pre-wrap">{view.place}</p>}
        {runs ? <Arrange view={view} page={here} at={typedParts(new Date(view.meetsAt))} modes={choicesOf(meetingKind(view.kind).modes)} move={move} off={off} /> : null}
      </Card>
      <Card title="Chair">
        <p>{view.record?.chair ?? view.chairSays}</p>
        <p className="clause">{view.chairClause.title}: {view.chairClause.source}</p>
        {runs ? <Details summary="Open the meeting" open={open !== null}><OpenForm view={view} page={here} draft={open} agencies={choicesOf(AGENCY_WORDS)} ranks={RANKS.map((value) => ({ value, label: say(RANK_WORDS, value) }))} /></Details> : null}
      </Card>
    </>
  )
}
