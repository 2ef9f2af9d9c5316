import type { ReactNode } from 'react'
import type { ClassChoice, EpisodeView } from '@/lib/missing/episode-view'
import { INDICATOR_WORDS } from '@/lib/wording/concerns'
import { AUTHORITY_WORDS, CHANNEL_WORDS, ENQUIRY_WORDS, NEWS_WORDS, SENIOR_WORDS } from '@/lib/wording/missing-search'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Checkboxes } from '../ui/checkboxes'
import { DateTimeField, type DateParts } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field, Suggestions } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Picks, type Pick } from '../ui/picks'
import { Radios, YES_NO_UNKNOWN } from '../ui/radios'
import { Asks, Revealed } from '../ui/reveal'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'
import { FormEnd } from './episode-parts'

/** Each form of an episode: its title, its act, who may, and whether the child must still be out. */
export const EPISODE_FORMS = {
  'call-back': { title: 'Call back', act: 'call-back', right: 'work', out: true }, information: { title: 'News or a sighting', act: 'record-information', right: 'sighting', out: true },
  enquiry: { title: 'Enquiry made', act: 'record-enquiry', right: 'tell', out: true }, grade: { title: 'Grade the risk', act: 'grade-episode', right: 'work', out: true },
  review: { title: 'Review the risk', act: 'review-risk', right: 'work', out: true }, class: { title: 'Change the class', act: 'classify-episode', right: 'work', out: true },
  'social-care': { title: 'Social care told', act: 'tell-social-care', right: 'tell', out: false }, senior: { title: 'Senior told', act: 'tell-senior', right: 'tell', out: false },
  'hand-over': { title: 'Hand over', act: 'hand-over-episode', right: 'work', out: false }, close: { title: 'Close the episode', act: 'close-episode', right: 'work', out: false },
} as const satisfies Readonly<Record<string, { title: string; act: string; right: 'work' | 'tell' | 'sighting'; out: boolean }>>
export type EpisodeWhat = keyof typeof EPISODE_FORMS

interface Props {
  readonly what: EpisodeWhat
  readonly view: EpisodeView
  readonly draft: FormDraft | null
  readonly now: DateParts
  /** Which authority the page was asked for. */
  readonly authority: string | null
  readonly boroughs: readonly string[]
}

/** One form of an episode, on a page of its own. */
export function EpisodeForm(props: Props) {
  const { what, view, draft, now } = props
  switch (what) {
    case 'call-back': return (
      <Frame {...props} verb="Put the call on record">
        <Whom view={view} />
        <DateTimeField name="calledAt" label="When you called" value={now} draft={draft} />
        <Asks>
          <Radios name="reached" label="Did you reach them?" layout="row" draft={draft} options={[{ value: 'yes', label: 'Yes', reveals: 'a' }, { value: 'no', label: 'No', reveals: 'b' }]} />
          <Revealed by="a">
            <Field name="callerName" label="Who you spoke to" value={view.caller.name ?? ''} width={20} optional draft={draft} />
            <Questions view={view} draft={draft} />
            {view.class === 'absent' ? <Interval view={view} draft={draft} /> : null}
          </Revealed>
          <Revealed by="b"><p>It is put on record. The call is still due.</p></Revealed>
        </Asks>
        <TextArea name="said" label="What they said" rows={3} optional draft={draft} />
      </Frame>
    )
    case 'information': return (
      <Frame {...props} verb="Put it on record">
        <p>It waits with an hour of its own until somebody has acted on it. The hour runs from when it came in, wherever it lay since.</p>
        <Asks>
          <Radios name="kind" label="What is it?" layout="row" value="sighting" draft={draft} options={[{ value: 'sighting', label: NEWS_WORDS.sighting, reveals: 'a' }, { value: 'information', label: NEWS_WORDS.information }]} />
          <Field name="by" label="Who it came from" hint="Name and what they are: PC Ashdown, Transport Police; her aunt; a neighbour" draft={draft} />
          <Select name="channel" label="How it came in" empty="Choose" options={choicesOf(CHANNEL_WORDS)} draft={draft} />
          <DateTimeField name="receivedAt" label="When it came in" value={now} draft={draft} />
          <Revealed by="a">
            <DateTimeField name="seenAt" label="When the child was seen" optional draft={draft} />
            <Field name="where" label="Where" hint="Street, station, shop" draft={draft} />
            <Field name="company" label="With whom" optional draft={draft} />
          </Revealed>
        </Asks>
        <TextArea name="said" label="What was said or seen" rows={3} draft={draft} />
        <Details summary="Does it tell of a risk?"><Questions view={view} draft={draft} /></Details>
        <Field name="heldIn" label="Where it lay until now" hint="An inbox, a desk: only if it lay" optional draft={draft} />
        <TextArea name="done" label="What has been done about it already" hint="Left empty, it waits" rows={2} optional draft={draft} />
      </Frame>
    )
    case 'enquiry': return (
      <Frame {...props} verb="Put it on record">
        <Select name="line" label="What was done" empty="Choose" options={choicesOf(ENQUIRY_WORDS)} draft={draft} />
        <TextArea name="what" label="Where, and whom you asked" rows={3} draft={draft} />
        <TextArea name="result" label="What came of it" hint="Nothing found is a result too" rows={2} optional draft={draft} />
        <DateTimeField name="madeAt" label="When" value={now} draft={draft} />
        {view.news.length === 0 ? null : <Checkboxes name="of" label="Which news it follows up" hint="News that is not ticked goes on waiting" optional draft={draft} options={view.news.map((one) => ({ value: one.id, label: `${one.words}, ${one.when}${one.said === null ? '' : `: ${one.said}`}` }))} />}
      </Frame>
    )
    case 'grade': return (
      <Frame {...props} verb="Grade it">
        <Grade view={view} draft={draft} value={view.proposed?.grade} />
        <TextArea name="reason" label="What the grade rests on" hint="What is known: with whom, where, health, who has spoken to the child. “Streetwise” or “not out of character” is no reason by itself." rows={3} draft={draft} />
        <DateTimeField name="gradedAt" label="When it was decided" value={now} draft={draft} />
      </Frame>
    )
    case 'review': return (
      <Frame {...props} verb="Put the review on record">
        <TextArea name="done" label="What has been done since the last grade" rows={3} draft={draft} />
        <Grade view={view} draft={draft} value={view.grade ?? undefined} />
        <TextArea name="reason" label="What the grade rests on now" hint={view.tooLow ? 'A grade below what the facts propose needs an inspector’s reason: where an inspector writes it here, it is given.' : 'What is known now, and not how often it happened before'} rows={3} draft={draft} />
        <TextArea name="next" label="What is done next, and by whom" rows={2} optional draft={draft} />
        <DateTimeField name="reviewedAt" label="When it was reviewed" value={now} draft={draft} />
      </Frame>
    )
    case 'class': {
      // The class that stands is no change; where everything else is closed there is nothing to send, and the page says why.
      const others = view.classes.filter((choice) => choice.value !== view.class)
      const picks = (
        <Picks name="as" label="Class" draft={draft} options={others.map((choice) => pickOf(choice, choice.value === 'absent'
          ? 'No officer will look. The informant is called back, and at 24 hours from the report the child is missing by itself.'
          : 'Officers look for the child, the risk is graded within the hour and social care is told.'))} />
      )
      if (others.every((choice) => choice.state === 'closed')) return <>{picks}<p>The child is classed {view.class} and stays so. <a href={`/missing/${view.id}`}>Back to the episode</a></p></>
      return (
        <Frame {...props} verb="Change the class">
          {picks}
          <TextArea name="reason" label="Why" rows={3} draft={draft} />
          {others.some((choice) => choice.value === 'absent') ? <Interval view={view} draft={draft} /> : null}
          <DateTimeField name="classedAt" label="When it was decided" value={now} draft={draft} />
        </Frame>
      )
    }
    case 'social-care': return (
      <Frame {...props} verb="Put it on record">
        {view.authorities.lookedAfter ? <Notice tone="amber" title="The child is looked after: two authorities are told"><p>The one where the child is placed, and the one responsible for the child{view.authorities.responsible === null ? '' : `: ${view.authorities.responsible}`}. London’s or another.</p></Notice> : null}
        <Radios name="authority" label="Which was told" draft={draft} value={props.authority ?? (view.authorities.lookedAfter ? undefined : 'local')} options={choicesOf(AUTHORITY_WORDS)} />
        <Field name="name" label="Name of the authority" list="authorities" value={props.authority === 'responsible' ? view.authorities.responsible ?? '' : props.authority === 'local' ? view.authorities.local ?? '' : ''} draft={draft} />
        <Suggestions id="authorities" words={props.boroughs} />
        <Field name="who" label="Who was told there" hint="Name and post" draft={draft} />
        <DateTimeField name="toldAt" label="When they were told" value={now} draft={draft} />
        <TextArea name="said" label="What they said" rows={2} optional draft={draft} />
      </Frame>
    )
    case 'senior': return (
      <Frame {...props} verb="Put it on record">
        <Radios name="senior" label="Who was told" draft={draft} options={choicesOf(SENIOR_WORDS)} />
        <Field name="name" label="Name" draft={draft} width={20} />
        <DateTimeField name="toldAt" label="When they were told" value={now} draft={draft} />
        <TextArea name="said" label="What they said" rows={2} optional draft={draft} />
      </Frame>
    )
    case 'hand-over': return (
      <Frame {...props} verb="Offer it" more={{ to: view.handOverTo?.side ?? '' }}>
        <p>To the <b>{view.handOverTo?.words.toLowerCase()}</b>. It stays with the {view.heldBy.toLowerCase()} until somebody there accepts it in their own name.</p>
        <TextArea name="note" label="What they must know" hint="What has been done, what is next, who waits for a call" rows={4} draft={draft} />
      </Frame>
    )
    case 'close': return (
      <>
        {view.closingRefused.map((refused) => (
          <Notice key={refused.rule} tone="red" title="It cannot be closed yet">
            <p><b>{refused.says}</b> {refused.wayForward}</p>
            <p><a href={`/missing/${view.id}/return/${view.state === 'out' ? 'back' : 'check'}`}>{view.state === 'out' ? 'Record the return' : 'Record the safe and well check'}</a> <span className="clause">{refused.clause}</span></p>
          </Notice>
        ))}
        <Frame {...props} verb="Close it">
          <p>The return home interview and what the child said keep their own clocks after this.</p>
          <TextArea name="summary" label="How it ended, and what is still to be done" rows={4} draft={draft} />
        </Frame>
      </>
    )
  }
}

function Frame({ what, view, draft, verb, more = {}, children }: Props & { readonly verb: string; readonly more?: Readonly<Record<string, string>>; readonly children: ReactNode }) {
  const { act, title } = EPISODE_FORMS[what]
  return <ActForm act={act} page={`/missing/${view.id}/${what}`} draft={draft} hidden={{ episodeId: view.id, ...more }} label={title}>{children}<FormEnd view={view} verb={verb} /></ActForm>
}

function Whom({ view }: { readonly view: EpisodeView }) {
  return <p>Reported by <b>{view.caller.name ?? 'somebody'}</b> ({view.caller.kind.toLowerCase()}){view.caller.phone === null ? ', telephone not known' : <>, <a href={`tel:${view.caller.phone.replaceAll(/[^+0-9]/g, '')}`}>{view.caller.phone}</a></>}.</p>
}

/** The questions again, in the same order, each with what was answered last: a new answer takes nothing from an old one. */
function Questions({ view, draft }: { readonly view: EpisodeView; readonly draft: FormDraft | null }) {
  return (
    <>
      {view.questions.map((question) => <Radios key={question.id} name={`answers-${question.id}`} label={question.asks} hint={question.said === null ? 'Not asked yet' : `Last answer: ${question.said}`} layout="ask" options={YES_NO_UNKNOWN} draft={draft} optional />)}
      <Details summary="Signs of exploitation"><Checkboxes name="indicators" label="What was seen or said" optional layout="two" draft={draft} options={choicesOf(INDICATOR_WORDS)} /></Details>
    </>
  )
}

function Interval({ view, draft }: { readonly view: EpisodeView; readonly draft: FormDraft | null }) {
  const { least, most, agreed } = view.interval
  return <Field name="interval" label="Hours agreed until the next call" hint={`${least} to ${most} hours. Left empty: ${agreed === null ? `${least} hours` : `${agreed} hours, as agreed before`}.`} width={2} inputMode="numeric" optional draft={draft} />
}

function Grade({ view, draft, value }: { readonly view: EpisodeView; readonly draft: FormDraft | null; readonly value: string | undefined }) {
  return (
    <Picks name="grade" label="Grade" draft={draft} {...(value === undefined ? {} : { value })} options={[...view.grades].reverse().map((choice) => ({
      ...pickOf(choice, choice.state === 'needs-reason' ? 'Recorded at once, shown as too low, and open until an inspector has said why.' : undefined),
      ...(choice.value === view.proposed?.grade ? { sub: 'Proposed by the facts on record', reasons: view.proposed.because } : {}),
    }))} />
  )
}

function pickOf(choice: ClassChoice, sub: string | undefined): Pick {
  if (choice.state === 'closed') return { value: choice.value, label: choice.label, closed: <>{choice.by.map((one) => <span key={one.says} className="block">{one.says} <span className="clause">{one.clause}</span></span>)}</> }
  return { value: choice.value, label: choice.label, ...(sub === undefined ? {} : { sub }), ...(choice.state === 'needs-reason' ? { reasons: choice.by.map((one) => one.says) } : {}) }
}
