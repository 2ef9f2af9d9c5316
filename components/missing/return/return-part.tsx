import type { ReactNode } from 'react'
import type { ReturnView } from '@/lib/missing/return/view'
import { ActForm } from '../../ui/act-form'
import { Button, LinkButton } from '../../ui/button'
import { Details } from '../../ui/details'
import { Due } from '../../ui/due'
import { SummaryList, type SummaryRow } from '../../ui/summary-list'
import { Timeline } from '../../ui/timeline'

/** The return of one time away: what is owed and by whom, what is on record, and one link for each next step. Draws nothing where there is nothing to see. */
export function ReturnPart({ view }: { readonly view: ReturnView | null }) {
  if (view === null) return null
  const path = `/missing/${view.episodeId}/return`
  return (
    <section aria-labelledby="the-return">
      <h2 id="the-return">The return</h2>
      {view.back === null ? <Out view={view} path={path} /> : (
        <>
          <SummaryList rows={rowsOf(view, path)} />
          {view.steps.length === 0 ? null : (
            <Details summary="Return, checks and interviews in full">
              <Timeline label="The return" items={view.steps.map((step) => ({
                key: step.id, heading: step.heading, meta: step.when,
                words: step.words.length === 0 ? undefined : step.words.map(({ label, text }) => <p key={label}><b>{label}:</b> <span className="whitespace-pre-line">{text}</span></p>),
              }))} />
            </Details>
          )}
        </>
      )}
    </section>
  )
}

function Out({ view, path }: { readonly view: ReturnView; readonly path: string }) {
  return (
    <>
      <p>{view.child} is still away.</p>
      {view.may.back ? <p><LinkButton href={`${path}/back`}>{view.child} is back or found</LinkButton></p> : null}
    </>
  )
}

function rowsOf(view: ReturnView, path: string): SummaryRow[] {
  const { back } = view
  if (back === null) return []
  const said: SummaryRow[] = [
    { term: 'Back', value: <>{back.when}<span className="sub">{back.how}, {back.where}</span></> },
    { term: 'With whom', value: back.with.length === 0 ? 'Nobody named' : <ul className="plain">{back.with.map((who) => <li key={who}>{who}</li>)}</ul> },
  ]
  if (back.dead) return said
  return [
    ...said,
    { term: 'Seen and spoken to by police', value: view.seen === null ? <Owed words="Not yet: owed by police" left={view.checkLeft} /> : `${view.seen}`, ...(view.may.check ? link(`${path}/check`, view.seen === null ? 'Record the check' : 'Add another check', 'the safe and well check') : {}) },
    { term: 'Return home interview', value: <Interview view={view} />, ...(view.may.interview && !view.interview.done ? link(`${path}/interview`, 'Record the interview', 'done, declined or not offered') : {}) },
    ...(view.interview.done ? [{
      term: 'Shared with police', value: view.shared ? 'Yes' : <Owed words="Not yet: owed by the local authority" left={view.shareLeft} />, ...(view.may.interview ? link(`${path}/share`, view.shared ? 'Share more' : 'Share it', 'what the interview found') : {}),
    }] : []),
    { term: 'Passed to social care', value: view.debriefLeft === null ? (view.steps.some((step) => step.words.some(({ label }) => label === 'Concern')) ? 'Done' : 'Nothing waits') : <Owed words="What the child said waits: owed by the missing persons unit" left={view.debriefLeft} />, ...(view.may.debrief ? link(`${path}/debrief`, 'Pass it on', 'what the child said') : {}) },
    { term: 'Trigger plan', value: <a href={`/people/${view.personId}/missing`}>Look at the plan after this time away</a> },
  ]
}

const link = (href: string, words: string, about: string): Pick<SummaryRow, 'action'> => ({ action: { href, words, about } })

const Owed = ({ words, left }: { readonly words: string; readonly left: ReturnView['checkLeft'] }): ReactNode => <>{words}{left === null ? null : <span className="sub"><Due left={left} /></span>}</>

function Interview({ view }: { readonly view: ReturnView }) {
  const path = `/missing/${view.episodeId}/return`
  if (view.interview.over) return <>{view.interview.words}</>
  return (
    <>
      {view.interview.words}: owed by the local authority, independent of police and placement
      {view.interviewLeft === null ? null : <span className="sub"><Due left={view.interviewLeft} /></span>}
      {view.request !== null ? (
        <span className="sub">
          Asked of {view.request.team}, {view.request.asked}.
          {view.may.interview ? <> <ActForm act="withdraw-interview" page={`/missing/${view.episodeId}`} hidden={{ requestId: view.request.id }} bare label="Take the request back"><Button look="second" small>Take back</Button></ActForm></> : null}
        </span>
      ) : null}
      {view.may.interview ? <span className="sub"><a href={`${path}/offer`}>Record an offer</a>{view.request === null && view.teams.length > 0 ? <>{' · '}<a href={`${path}/ask`}>Ask a team to do it</a></> : null}</span> : null}
    </>
  )
}
