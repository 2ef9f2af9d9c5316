import type { ReactNode } from 'react'
import { CONCERN_WORDS, INDICATOR_WORDS } from '@/lib/wording/concerns'
import { choicesOf } from '@/lib/wording/say'
import { Checkboxes } from '../ui/checkboxes'
import { DateTimeField, type DateParts } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios, YES_NO_UNKNOWN, type Choice } from '../ui/radios'
import { Asks, Revealed } from '../ui/reveal'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

interface Props {
  readonly draft: FormDraft | null
}

const SUSPECTS = [{ value: 'known', label: 'Known' }, { value: 'unidentified', label: 'Not identified' }, { value: 'none', label: 'No suspect' }] as const
const URGENCIES = [{ value: 'high', label: 'Urgent' }, { value: 'normal', label: 'Not urgent' }] as const

const EMERGENCIES = [{ value: 'danger-now', label: 'A child in danger now', reveals: 'a' }, { value: 'recent-rape', label: 'A recent rape', reveals: 'a' }, { value: 'none', label: 'No' }] as const
const CALLS = [{ value: 'made', label: '999 called', reveals: 'a' }, { value: 'none', label: 'No call made', reveals: 'b' }] as const

/** ref-crime-999: is it live, and was 999 called. One of the two answers about the call is always given for an emergency. */
export function EmergencyFields({ draft, scope, none = true }: Props & { readonly scope?: string; readonly none?: boolean }) {
  return (
    <Asks>
      <Radios name="emergency" label="Is it a live emergency" hint="Whoever the suspect is. It goes red to the top of the queue, to be claimed within fifteen minutes." layout="row" options={none ? EMERGENCIES : EMERGENCIES.slice(0, 2)} draft={draft} scope={scope} optional />
      <Revealed by="a">
        <Asks>
          <Radios name="emergencyCall" label="Was 999 called" layout="row" options={CALLS} draft={draft} scope={scope} />
          <Revealed by="a"><Field name="callReference" label="999 or CAD reference" width={20} draft={draft} scope={scope} /></Revealed>
          <Revealed by="b"><Field name="noCallWhy" label="Why 999 was not called" width="full" draft={draft} scope={scope} /></Revealed>
        </Asks>
      </Revealed>
    </Asks>
  )
}

/** What is alleged, and the facts that choose how soon; `children` stand after what happened. */
export function AllegedFields({ draft, worker, ratings, children }: Props & { readonly worker: boolean; readonly ratings: readonly Choice[]; readonly children?: ReactNode }) {
  return (
    <>
      <h2>What is alleged</h2>
      <Select name="concern" label="Main concern" empty="Choose one" options={choicesOf(CONCERN_WORDS)} draft={draft} />
      <Details summary="Further concerns and indicators">
        <Checkboxes name="otherConcerns" label="Further concerns" layout="two" options={choicesOf(CONCERN_WORDS)} draft={draft} optional />
        <Checkboxes name="indicators" label="Indicators of exploitation" layout="two" options={choicesOf(INDICATOR_WORDS)} draft={draft} optional />
      </Details>
      <TextArea name="narrative" label="What happened, in the words used" rows={6} draft={draft} />
      {children}
      <Radios name="urgency" label="How urgent" layout="row" options={URGENCIES} draft={draft} />
      {worker ? <Radios name="rag" label="Rating" hint="The decision’s time runs from receipt. Not rated counts as amber." layout="row" options={ratings} draft={draft} optional /> : null}
      <div className="max-w-3xl">
        <Radios name="forensicEvidence" label="May forensic evidence be lost" hint="Not known counts as yes for penetrative abuse." layout="ask" options={YES_NO_UNKNOWN} draft={draft} />
        <Radios name="immediateAction" label="Does an agency need to act at once" layout="ask" options={YES_NO_UNKNOWN} draft={draft} />
        <Radios name="offenceIdentified" label="Has an offence been identified" layout="ask" options={YES_NO_UNKNOWN} draft={draft} />
        <Radios name="toldBefore" label="Has this same incident been told before" hint="Only yes lets what was already done answer it. Otherwise its clocks start afresh." layout="ask" options={YES_NO_UNKNOWN} draft={draft} />
      </div>
      <h2>Suspect</h2>
      <Radios name="suspect" label="Is there a suspect" layout="row" options={SUSPECTS} draft={draft} />
      <Field name="suspectRelationship" label="Who the suspect is to the child" hint="Father, online adult, teacher" width={20} draft={draft} optional />
      <div className="mb-4 max-w-3xl">
        <Radios name="staffConcerned" label="Does it concern staff or a volunteer" layout="ask" options={YES_NO_UNKNOWN} draft={draft} />
        <Radios name="organised" label="Is an organised group concerned" layout="ask" options={YES_NO_UNKNOWN} draft={draft} />
      </div>
      {worker ? (
        <Details summary="Particularly complex">
          <p className="sub">Organised abuse or staff only, at most five working days, and never slower than a faster band. It must be claimed now: later it changes nothing.</p>
          <Radios name="complex" label="Is it particularly complex" layout="row" options={YES_NO_UNKNOWN} draft={draft} />
          <Field name="complexReason" label="Why" width="full" draft={draft} optional />
          <Field name="complexManager" label="Manager who says so" width={20} draft={draft} optional />
        </Details>
      ) : null}
    </>
  )
}

/** The three moments that clocks start from: each band keeps its own. */
export function MomentFields({ draft, received }: Props & { readonly received: DateParts }) {
  return (
    <>
      <h2>When</h2>
      <DateTimeField name="receivedAt" label="When it was received" hint="The true time, also after hours. The decision and the same-day discussion count from here." value={received} draft={draft} />
      <DateTimeField name="concernIdentifiedAt" label="When the concern was identified" hint="The three working days count from here. Blank: the earliest known." draft={draft} optional />
      <DateTimeField name="initialReportAt" label="When it was first reported" hint="The 24 hours count from here. Blank: the earliest known." draft={draft} optional />
    </>
  )
}
