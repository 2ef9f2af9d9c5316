import type { ReactNode } from 'react'
import type { EpisodeDuty, EpisodeView } from '@/lib/missing/episode-view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Due } from '../ui/due'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { SummaryList } from '../ui/summary-list'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'
import { Timeline } from '../ui/timeline'
import { ClassTag, GradeTag } from './episode-head'

interface Part { readonly view: EpisodeView }

/** What stands against what was done: a grade below the facts, repeat episodes, a class without a pattern; and two callers who said opposite things. */
export function Warnings({ view }: Part) {
  return (
    <>
      {view.restricted ? <Notice tone="amber" title="The record of this child is restricted"><p>You look for the child and work this episode like any other. What the record holds is not shown: nothing here says that there is no flag, plan or illness. <a href={`/people/${view.personId}`}>Who can open it, and how</a></p></Notice> : null}
      {view.notices.map((notice) => (
        <Notice key={notice.id} tone="amber" title={notice.words}>
          {notice.because.length === 0 ? null : <ul className="why">{notice.because.map((fact) => <li key={fact}>{fact}</li>)}</ul>}
          <p className="sub">{notice.clause}. Raised {notice.raised}.</p>
          {view.tooLow && notice.words.startsWith('Grade below') && view.may.work ? <p><a href={`/missing/${view.id}/review`}>Raise the grade, or an inspector says why it is lower</a></p> : null}
        </Notice>
      ))}
      {view.conflicts.length === 0 ? null : (
        <Notice tone="red" title="Callers say opposite things: both stand">
          <dl>
            {view.conflicts.map((conflict) => (
              <div key={conflict.question}><dt className="strong">{conflict.question}</dt><dd>Yes: {conflict.yes.join('; ')}</dd><dd>No: {conflict.no.join('; ')}</dd></div>
            ))}
          </dl>
          <p className="sub">A yes is worked as a yes until somebody has cleared it up.</p>
        </Notice>
      )}
    </>
  )
}

const DUTIES = (view: EpisodeView): readonly Column<EpisodeDuty>[] => [
  { key: 'due', head: 'Due', cell: (duty) => <Due left={duty.left} /> },
  { key: 'what', head: 'What', kind: 'row', cell: (duty) => <>{duty.words}<span className="sub">{[...duty.because, duty.clause].join('; ')}</span></> },
  { key: 'owed', head: 'Owed by', label: 'Owed by', cell: (duty) => duty.owedBy },
  { key: 'act', head: '', kind: 'act', cell: (duty) => (duty.answer === null || !(view.may.work || view.may.tell) ? null : <LinkButton look="second" small href={`/missing/${view.id}/${duty.answer}`} about={duty.words}>{stepWords(duty.answer)}</LinkButton>) },
]

/** What is owed to the search, soonest due first, each with the form that answers it. */
export const DueNext = ({ view }: Part) => (
  <Table caption="Owed to the search, soonest due first" showCaption columns={DUTIES(view)} rows={view.duties} rowKey={(duty) => duty.id} tone={(duty) => (duty.left.tone === 'late' ? 'late' : undefined)} empty="Nothing is owed to this search now." />
)

/** News that nobody has acted on, each with its own clock and its own one step. */
export function News({ view, draft }: Part & { readonly draft: FormDraft | null }) {
  if (view.news.length === 0) return null
  return (
    <section aria-label="News that waits">
      <h2>News that nobody has acted on</h2>
      {view.news.map((one) => {
        const own = draft !== null && draft.values['informationId'] === one.id ? draft : null
        return (
          <Card key={one.id} title={`${one.words}, came in ${one.when}`} tone={one.left.tone === 'late' ? 'red' : 'amber'}>
            <p><Due left={one.left} bar={false} /></p>
            {one.said === null ? null : <p>{one.said}</p>}
            {view.may.tell ? (
              <ActForm act="act-on-information" page={`/missing/${view.id}`} then={`/missing/${view.id}`} hidden={{ informationId: one.id }} scope={one.id} draft={own} label={`Act on: ${one.words}, ${one.when}`}>
                <TextArea name="done" label="What was done about it" hint="Who was sent, who was rung" rows={2} scope={one.id} draft={own} />
                <Button small about={`${one.words}, ${one.when}`}>Acted on</Button>
              </ActForm>
            ) : null}
          </Card>
        )
      })}
    </section>
  )
}

/** Class and grade with why, beside what the facts propose. */
export function ClassAndRisk({ view }: Part) {
  const { proposed } = view
  return (
    <Card title="Class and risk">
      <p><ClassTag view={view} /> since {view.classSince}{view.classBecause === '' ? '' : `: ${view.classBecause}`}. {view.classClause === null ? null : <span className="clause">{view.classClause}</span>}</p>
      {view.until === null ? null : <p><b>{view.until}</b>, after 24 hours. Nobody is sent to look for an absent child.</p>}
      {view.class === 'absent' ? null : <p><GradeTag view={view} />{view.gradedWhen === null ? null : ` graded ${view.gradedWhen}`}{view.tooLow ? <>. <b>Too low</b> for the facts.</> : null}</p>}
      {proposed === null ? null : <><p>The facts propose <b>{proposed.words.toLowerCase()}</b>{proposed.because.length === 0 ? '.' : ':'}</p>{proposed.because.length === 0 ? null : <ul className="why">{proposed.because.map((fact) => <li key={fact}>{fact}</li>)}</ul>}</>}
      {view.floor === null ? null : <p className="sub">Never below {view.floor}.</p>}
      <NotAbsent view={view} />
    </Card>
  )
}

/** Why this child cannot be classed absent, each reason with its clause. */
function NotAbsent({ view }: Part) {
  const closed = view.class === 'missing' ? view.classes.find((choice) => choice.value === 'absent' && choice.state === 'closed') : undefined
  if (closed === undefined) return null
  return <Details summary="Why absent is not possible"><ul className="why">{closed.by.map((one) => <li key={one.says}>{one.says} <span className="clause">{one.clause}</span></li>)}</ul></Details>
}

const STEPS: readonly (readonly [what: string, words: string, right: 'work' | 'tell' | 'sighting', while_: 'out' | 'any'])[] = [
  ['call-back', 'Call back', 'work', 'out'], ['information', 'News or a sighting', 'sighting', 'out'], ['enquiry', 'Enquiry made', 'tell', 'out'], ['grade', 'Grade the risk', 'work', 'out'], ['review', 'Review the risk', 'work', 'out'],
  ['class', 'Change the class', 'work', 'out'], ['social-care', 'Social care told', 'tell', 'any'], ['senior', 'Senior told', 'tell', 'any'],
]

/** What the form that answers a duty is called, wherever it is offered. */
const stepWords = (answer: string): string => STEPS.find(([what]) => answer.startsWith(what))?.[1] ?? 'Put on record'

/** What can be put on record from here, one key for each; the most used first. */
export function Steps({ view }: Part) {
  const open = STEPS.filter(([what, , right, while_]) => view.may[right] && view.state !== 'closed' && (while_ === 'any' || view.state === 'out') && !(what === 'grade' && view.grade !== null) && !(what === 'review' && view.grade === null))
  if (open.length === 0) return null
  return (
    <Card title="Put on record" tone="blue">
      <div className="flex flex-col gap-2">{open.map(([what, words]) => <LinkButton key={what} look={what === (view.class === 'absent' ? 'call-back' : 'information') ? 'first' : 'second'} wide href={`/missing/${view.id}/${what}`}>{words}</LinkButton>)}{view.state === 'out' && view.may.work ? <LinkButton look="second" href={`/missing/call?child=${view.personId}`}>Somebody else rings</LinkButton> : null}</div>
    </Card>
  )
}

/** Who has it in hand, what is offered and not accepted, and the end. */
export function InHand({ view, draft }: Part & { readonly draft: FormDraft | null }) {
  const { offer, handOverTo } = view
  return (
    <Card title="In hand">
      <p><b>{view.heldBy}</b>{offer === null ? '' : ` until somebody of the ${offer.to.toLowerCase()} accepts it`}.</p>
      {offer === null ? null : (
        <>
          <p><Tag tone="amber">Handed over, not accepted</Tag> by {offer.by}, {offer.when}.{offer.note === null ? null : <span className="sub whitespace-pre-line">{offer.note}</span>}</p>
          {offer.mayAccept ? <ActForm act="accept-episode" page={`/missing/${view.id}`} then={`/missing/${view.id}`} hidden={{ handoverId: offer.id }} draft={draft} label="Accept this episode"><Button>Accept it in your name</Button></ActForm> : null}
          {offer.own ? <p className="sub">You offered it: somebody else accepts it.</p> : null}
        </>
      )}
      {handOverTo === null ? null : <p><a href={`/missing/${view.id}/hand-over`}>Hand over to the {handOverTo.words.toLowerCase()}</a></p>}
      {view.state === 'back' && view.may.work ? <p><a href={`/missing/${view.id}/close`}>Close the episode</a></p> : null}
    </Card>
  )
}

/** How to find this child fast. It opens by itself: whoever looks needs it first. */
export function Plan({ view }: Part) {
  return (
    <section id="plan" aria-label="Trigger plan">
      <h2>Trigger plan{view.plan === null ? '' : `, version ${view.plan.version}`}</h2>
      {view.plan === null ? <p className="none">{view.restricted ? 'The record is restricted: a trigger plan is not shown here, whether there is one or not.' : 'There is no trigger plan for this child.'}</p> : <SummaryList rows={view.plan.lines.map((line) => ({ term: line.term, value: <span className="whitespace-pre-line">{line.words}</span> }))} />}
      <p><a href={`/people/${view.personId}/missing`}>Every time away, and the plan</a></p>
    </section>
  )
}

/** The lines along which a missing child is looked for: which have been followed, and when last. */
export function Enquiries({ view }: Part) {
  if (view.class === 'absent' && view.state === 'out') return <p className="none">The child is classed absent: no officer looks, and the informant is called back.</p>
  const done = view.enquiries.filter((one) => one.done !== null)
  return (
    <Details summary={`Enquiries: ${done.length} of ${view.enquiries.length} lines followed`} open={view.state === 'out'}>
      <ul className="plain">{view.enquiries.map((one) => <li key={one.line}><Tag tone={one.done === null ? 'grey' : 'green'}>{one.done === null ? 'Not yet' : 'Done'}</Tag> {one.words}{one.done === null ? '' : `, ${one.done}`}</li>)}</ul>
    </Details>
  )
}

/** Everything about this time away, newest first. */
export function Log({ view }: Part) {
  return (
    <section aria-label="Everything so far">
      <h2>Everything so far</h2>
      {view.headingsOnly ? <p className="sub">Only the headings open to you.</p> : null}
      <Timeline
        label="Everything so far" items={view.log.map((line) => ({
          key: line.id, heading: line.heading, at: line.at, meta: [line.when, line.recorded, line.by].filter((part) => part !== null).join(' · '), ...(line.tone === undefined ? {} : { tone: line.tone }),
          words: line.words.length === 0 ? undefined : line.words.map((said): ReactNode => <span key={said.label} className="block"><b>{said.label}{said.label.endsWith('?') ? '' : ':'}</b> <span className="whitespace-pre-line">{said.text}</span></span>),
        }))}
      />
    </section>
  )
}

export function Reported({ view }: Part) {
  return <Card title="The report"><SummaryList rows={view.reported.map(({ term, value }) => ({ term, value }))} /><p className="sub">{view.reference} · {view.borough} · {view.rules}</p></Card>
}

/** The buttons under each form of an episode. */
export function FormEnd({ view, verb }: Part & { readonly verb: string }) {
  return <Buttons><Button>{verb}</Button><Button look="second" intent="save-draft">Save draft</Button><LinkButton look="second" href={`/missing/${view.id}`}>Back without recording</LinkButton></Buttons>
}
