'use client'

import { useEffect, useRef, useState } from 'react'
import type { CallPanel } from '@/lib/missing/call-view'
import { aged, contradicted, panelOfCall } from '@/lib/policy/missing/asked'
import type { Choice, Panel } from '@/lib/policy/missing/choices'
import { londonDate } from '@/lib/policy/calendar/london'
import { yearsOld } from '@/lib/wording/ages'
import { readTypedDate, readTypedInstant } from '@/lib/wording/london-input'
import { counted } from '@/lib/wording/lists'
import { momentWords } from '@/lib/wording/london-words'
import { classWords, gradeWords } from '@/lib/wording/missing'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Picks, type Pick } from '../ui/picks'
import { Asks, Revealed } from '../ui/reveal'
import { TextArea } from '../ui/text-area'

type Answers = Readonly<Record<string, boolean | null>>
/** What is typed in the form and bears upon the panel. */
export interface TypedCall {
  readonly answers: Answers
  /** When the call came, as typed; null where it cannot be read. */
  readonly at: Date | null
  /** Of a child not on record: the age that the caller tells. */
  readonly age: number | null
}

interface ClassificationProps {
  readonly panel: CallPanel
  /** When the page was made, and the moment of the call that the facts were gathered for. */
  readonly now: Date
  readonly at: Date
  /** What is typed already: a form that came back. */
  readonly typed: TypedCall
  /** The child is not on record: its age is what is typed. */
  readonly isNew: boolean
  readonly draft: FormDraft | null
}

const HOUR = 3_600_000

/**
 * Which classes and grades are open, which are closed and by which clause, and which grade the facts propose. Drawn by the server; with a
 * script drawn anew by the same pure function on every answer, without taking the focus. A choice that closes is let go of.
 */
export function Classification({ panel: given, now, at, typed: before, isNew, draft }: ClassificationProps) {
  const place = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(before)
  const [news, setNews] = useState('')
  const call = isNew ? aged(given.call, typed.age) : given.call
  const panel = panelOfCall(call, given.values, typed.answers)
  const says = sayings(panel)
  const said = useRef(says)

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return undefined
    // What was answered before the script was there counts too.
    const read = () => { setTyped(typedIn(form, isNew)) }
    read()
    form.addEventListener('input', read)
    return () => { form.removeEventListener('input', read) }
  }, [isNew])

  useEffect(() => {
    const form = place.current?.closest('form')
    // Absent was chosen and has closed meanwhile: the child is missing.
    if (form && !form.querySelector('[name=as]:checked')) form.querySelector<HTMLInputElement>('[name=as][value=missing]')?.click()
    if (form && !form.querySelector('[name=grade]:checked')) form.querySelector<HTMLInputElement>('[name=grade][value=""]')?.click()
    if (said.current !== says) {
      said.current = says
      setNews(says)
    }
  }, [says])

  const late = typed.at !== null && now.getTime() - typed.at.getTime() > HOUR
  const moved = typed.at !== null && Math.abs(typed.at.getTime() - at.getTime()) >= 60_000
  return (
    <div ref={place}>
      <p className="sr-only" role="status">{news}</p>
      <p className="panel-now" aria-hidden="true">{brief(panel)}</p>
      {late && typed.at !== null ? (
        <Notice tone="amber" title={`A call of ${momentWords(typed.at, now)}, typed in later`}>
          <p>Both times are kept: when the call came and when it was put on record. Every time limit counts from the call, so what was late is shown as late.</p>
        </Notice>
      ) : null}
      {moved ? <p className="sub">What stands here is as at {momentWords(at, now)}. “Show what is open” judges by the time you have typed; sending does so too.</p> : null}
      <Contradictions told={contradicted(call, typed.answers)} />
      <Asks>
        <Picks name="as" label="Class" draft={draft} value="missing" options={panel.classes.map((choice) => classPick(choice, panel, given))} />
        <Revealed by="a">
          <TextArea name="reason" label="Why there is no apparent risk" hint="What is known: where the child is believed to be, with whom, who has spoken to the child and when. “She’s done it before” or “streetwise” is no reason by itself" rows={3} draft={draft} />
          <Field name="interval" label="Hours agreed until each further call" hint={`From ${given.leastHours} to ${given.mostHours}. The caller ${given.callBackDue}`} inputMode="numeric" width={2} draft={draft} optional />
        </Revealed>
        <Revealed by="b">
          <Picks name="grade" label="Risk grade" draft={draft} value="" options={[...[...panel.grades].reverse().map((choice) => gradePick(choice, panel, given)), { value: '', label: 'Not graded yet', sub: `The first grade ${given.gradeDue}` }]} />
          <TextArea name="gradeReason" label="What the grade rests on" hint="That it happened before raises the risk; it lowers nothing" rows={2} draft={draft} optional />
        </Revealed>
      </Asks>
    </div>
  )
}

/** In view while the questions are asked: what is open now, in as few words as can be. */
const brief = (panel: Panel): string =>
  `${panel.classes.some(({ value, state }) => value === 'absent' && state === 'closed') ? 'Absent closed' : 'Absent open'} · ${gradeWords(panel.proposed.grade)} proposed`

function classPick(choice: Choice, panel: Panel, given: CallPanel): Pick {
  const meaning = choice.value === 'absent'
    ? <>No officer will look. The caller {given.callBackDue}, then as agreed; {given.missingFrom}.{panel.unasked.length === 0 ? null : <b className="block">{counted(panel.unasked.length, 'question')} not answered yet.</b>}</>
    : <>Officers look for the child. The risk is graded within the hour, and social care is told.</>
  if (choice.state === 'closed') return { value: choice.value, label: `${classWords(choice.value)}: not possible`, closed: <Closed choice={choice} given={given} /> }
  const sub = choice.state === 'open' ? meaning : <>{meaning} <Closed choice={choice} given={given} /></>
  return { value: choice.value, label: classWords(choice.value), sub, reveals: choice.value === 'absent' ? 'a' : 'b' }
}

function gradePick(choice: Choice, panel: Panel, given: CallPanel): Pick {
  const label = gradeWords(choice.value)
  if (choice.state === 'closed') return { value: choice.value, label: `${label}: not for a child`, closed: <Closed choice={choice} given={given} /> }
  if (choice.value === panel.proposed.grade) return { value: choice.value, label: `${label}: proposed`, sub: 'From the record and what the caller says', reasons: panel.proposed.because }
  if (choice.state === 'needs-reason') return { value: choice.value, label, sub: 'Lower than proposed: it is recorded at once, shown as too low, and waits for an inspector’s reason.' }
  return { value: choice.value, label }
}

/** Every rule that closes it, in words, each with its clause. */
function Closed({ choice, given }: { readonly choice: Choice; readonly given: CallPanel }) {
  return (
    <>
      {choice.by.map((by) => (
        <span key={`${by.rule} ${by.clause}`} className="mb-1 block">
          {by.says} <span className="clause block">{by.clause}{given.clauses[by.clause] ? ` · ${given.clauses[by.clause]}` : ''}</span>
        </span>
      ))}
    </>
  )
}

function Contradictions({ told }: { readonly told: readonly { question: string; why: string }[] }) {
  if (told.length === 0) return null
  return (
    <Notice tone="red" title="The caller says no. The record says yes">
      <ul className="why">{told.map(({ question, why }) => <li key={question}>{question} On record: {why}.</li>)}</ul>
      <p className="sub">Both are kept, and the record stands.</p>
    </Notice>
  )
}

/** What a change of the panel is read out as. */
const sayings = (panel: Panel): string =>
  `${panel.classes.filter(({ value }) => value === 'absent').map((choice) => (choice.state === 'closed' ? `Absent is closed: ${choice.by.map((by) => by.says).join(' ')}` : 'Absent is open.')).join(' ')} Grade proposed: ${gradeWords(panel.proposed.grade).toLowerCase()}, ${panel.proposed.because.join(', ')}.`

/** The boxes of the form as they stand. */
function typedIn(form: HTMLFormElement, isNew: boolean): TypedCall {
  const data = new FormData(form)
  const text = (name: string): string => { const value = data.get(name); return typeof value === 'string' ? value : '' }
  const parts = (name: string) => ({ day: text(`${name}-day`), month: text(`${name}-month`), year: text(`${name}-year`) })
  const answers: Record<string, boolean | null> = {}
  for (const [name, value] of data) if (name.startsWith('answers-')) answers[name.slice('answers-'.length)] = value === 'yes' ? true : value === 'no' ? false : null
  const at = readTypedInstant({ ...parts('reportedAt'), time: text('reportedAt-time') }, 'When')
  const came = at.ok ? at.value : null
  if (!isNew) return { answers, at: came, age: null }
  const born = readTypedDate(parts('child-bornOn'), 'When')
  const stated = text('child-age').trim()
  return { answers, at: came, age: born.ok && came !== null ? yearsOld(born.value, londonDate(came)) : /^\d{1,3}$/.test(stated) ? Number(stated) : null }
}
