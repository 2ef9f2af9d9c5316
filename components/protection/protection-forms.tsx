import type { ReactNode } from 'react'
import type { ProtectionLine, ProtectionView } from '@/lib/protection/view'
import { APPLIED_WORDS, ENDED, ENDED_WORDS, ORDER_ENDED_WORDS, RANK_CHOICES, ROUTE_WORDS, TOLD_WORDS } from '@/lib/wording/protection'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { Checkboxes } from '../ui/checkboxes'
import { DateTimeField, type DateParts } from '../ui/date-time-field'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

export const PROTECTION_FORMS = {
  take: { title: 'Police protection taken', act: 'take-police-protection' }, add: { title: 'Add to police protection', act: 'update-police-protection' },
  longer: { title: 'Keep the child longer', act: 'extend-police-protection' }, end: { title: 'End police protection', act: 'end-police-protection' },
  'not-used': { title: 'Police protection considered, not used', act: 'police-protection-not-used' }, order: { title: 'Emergency protection order made', act: 'record-protection-order' },
  'extend-order': { title: 'The court extended the order', act: 'extend-protection-order' }, 'end-order': { title: 'The order ended', act: 'end-protection-order' },
} as const
export type ProtectionWhat = keyof typeof PROTECTION_FORMS

interface Props {
  readonly what: ProtectionWhat
  readonly personId: string
  readonly view: ProtectionView
  /** The one that is carried on; null for a new one. */
  readonly of: ProtectionLine | null
  readonly draft: FormDraft | null
  readonly now: DateParts
}

/** One form of police protection or an order, on a page of its own. */
export function ProtectionForm(props: Props) {
  const { what, personId, view, of, draft, now } = props
  const place = <Field name="place" label="Where the child is now" hint="The address or the name of the place" draft={draft} />
  switch (what) {
    case 'take': return (
      <Frame {...props} verb="Put it on the record">
        <p>The 72 hours count from when the child was taken, nights, weekends and a change of the clocks included. Taking the child gives no power to enter or search (PACE, section 17).</p>
        <DateTimeField name="takenAt" label="When the child was taken, or kept where they were" value={now} draft={draft} />
        <Field name="takenBy" label="Officer who took the child" hint="Name and number" draft={draft} width={20} />
        <Select name="takenRank" label="Rank of that officer" empty="Choose the rank" draft={draft} options={RANK_CHOICES} />
        <TextArea name="ground" label="Grounds" hint="What made the officer believe that the child would otherwise likely suffer significant harm. An offence of neglect is recorded as a crime too." rows={4} draft={draft} />
        {place}
        <Field name="designatedOfficer" label="Designated officer" hint="Another person than the one who took the child, usually the duty inspector. Not named yet: within the hour." optional draft={draft} width={20} />
        <Select name="designatedRank" label="Rank of the designated officer" empty="Not named yet" optional draft={draft} options={RANK_CHOICES} />
        <Checkboxes name="told" label="Who has been told" optional draft={draft} options={choicesOf(TOLD_WORDS)} />
        <TextArea name="wishes" label="What the child wishes and feels" hint="In the child’s own words" optional rows={3} draft={draft} />
        {view.takenBefore ? (
          <>
            <Notice tone="amber" title="Police protection was taken before"><p>It cannot simply be renewed: taking it again needs fresh grounds and an inspector’s authority (section 46(6)).</p></Notice>
            <TextArea name="freshGround" label="What is new since then" optional rows={3} draft={draft} />
            <Field name="authorisedBy" label="Inspector who authorised it" optional draft={draft} width={20} />
            <Select name="authorisedRank" label="Rank of who authorised it" empty="Nobody yet" optional draft={draft} options={RANK_CHOICES} />
          </>
        ) : null}
        <Referral view={view} draft={draft} />
      </Frame>
    )
    case 'add': return (
      <Frame {...props} verb="Add it">
        {of?.designated == null ? (
          <>
            <Field name="designatedOfficer" label="Designated officer" hint={`Another person than ${of?.by ?? 'the officer who took the child'}`} optional draft={draft} width={20} />
            <Select name="designatedRank" label="Rank of the designated officer" empty="Choose the rank" optional draft={draft} options={RANK_CHOICES} />
          </>
        ) : <p>Designated officer: <b>{of.designated}</b>.</p>}
        <Checkboxes name="told" label="Who has been told since" optional draft={draft} options={choicesOf(TOLD_WORDS).filter((choice) => of?.told.find((told) => told.who === choice.value)?.when == null)} />
        <DateTimeField name="toldAt" label="When they were told" hint="Left empty: now" optional draft={draft} />
        <Field name="place" label="Where the child is now, if that has changed" optional draft={draft} />
        <TextArea name="wishes" label="What the child wishes and feels" optional rows={3} draft={draft} />
        <TextArea name="note" label="Note" optional rows={2} draft={draft} />
      </Frame>
    )
    case 'longer': return (
      <Frame {...props} verb="Ask for it">
        <p>Ends by law <b>{of?.expires}</b>. Police protection has no extension beyond that, whoever agrees: what keeps the child longer is an order, or a placement that the parents agree to.</p>
        <DateTimeField name="until" label="Until when the child is to be kept" draft={draft} />
        <TextArea name="reason" label="Why" rows={3} draft={draft} />
      </Frame>
    )
    case 'end': return (
      <Frame {...props} verb="End police protection">
        <p>Where a court made an order, <a href={`/people/${personId}/protection/order`}>record the order</a>: it ends police protection by itself.</p>
        <DateTimeField name="endedAt" label="When it ended" value={now} draft={draft} />
        <Radios name="how" label="How it ended" draft={draft} options={ENDED.map((how) => ({ value: how, label: ENDED_WORDS[how] }))} />
        {place}
        <TextArea name="account" label="Why the child is safe there" rows={3} draft={draft} />
      </Frame>
    )
    case 'not-used': return (
      <Frame {...props} verb="Put it on the record">
        <DateTimeField name="at" label="When it was considered" value={now} draft={draft} />
        <Field name="officer" label="Officer who decided" hint="Name and rank" draft={draft} width={20} />
        <TextArea name="reason" label="Why it was not used, and what keeps the child safe instead" rows={4} draft={draft} />
        <Referral view={view} draft={draft} />
      </Frame>
    )
    case 'order': return (
      <Frame {...props} verb="Put the order on the record">
        <DateTimeField name="madeAt" label="When the order was made" value={now} draft={draft} />
        <Field name="court" label="Court" hint="Family court and place; the case number, if you have it" draft={draft} />
        <DateTimeField name="until" label="Until when it runs" hint="As it stands on the order: eight days at most, its first day counted" draft={draft} />
        <Radios name="appliedBy" label="Who applied" draft={draft} options={choicesOf(APPLIED_WORDS)} />
        <Radios name="route" label="Was it asked for by the designated officer, after police protection?" draft={draft} value="own" options={choicesOf(ROUTE_WORDS)} />
        <Field name="place" label="Where the child is to live meanwhile" optional draft={draft} />
        <TextArea name="ground" label="Grounds, and what the court directed" hint="Contact, medical examination, who is excluded from the home" rows={4} draft={draft} />
        <Referral view={view} draft={draft} />
      </Frame>
    )
    case 'extend-order': return (
      <Frame {...props} verb="Put the extension on the record">
        <p>Runs out <b>{of?.expires}</b>. A court extends it once, by seven days at most.</p>
        <DateTimeField name="extendedAt" label="When the court extended it" value={now} draft={draft} />
        <DateTimeField name="until" label="Until when it runs now" draft={draft} />
        <TextArea name="reason" label="Why the court extended it" rows={3} draft={draft} />
      </Frame>
    )
    case 'end-order': return (
      <Frame {...props} verb="Put its end on the record">
        <DateTimeField name="endedAt" label="When it ended" value={now} draft={draft} />
        <Radios name="how" label="How it ended" draft={draft} options={choicesOf(ORDER_ENDED_WORDS)} />
        <Field name="place" label="Where the child is now" optional draft={draft} />
        <TextArea name="account" label="What protects the child now" rows={3} draft={draft} />
      </Frame>
    )
  }
}

function Frame({ what, personId, of, draft, verb, children }: Props & { readonly verb: string; readonly children: ReactNode }) {
  const path = `/people/${personId}/protection`
  return (
    <ActForm
      act={PROTECTION_FORMS[what].act} page={`${path}/${what}${of === null ? '' : `?of=${of.id}`}`} draft={draft} hidden={of === null ? { personId } : { protectionId: of.id }} label={PROTECTION_FORMS[what].title}
    >
      {children}
      <Buttons><Button>{verb}</Button><Button look="second" intent="save-draft">Save draft</Button><LinkButton look="second" href={path}>Back without recording</LinkButton></Buttons>
    </ActForm>
  )
}

function Referral({ view, draft }: Pick<Props, 'view' | 'draft'>) {
  if (view.referrals.length === 0) return null
  return <Radios name="referralId" label="For which referral" options={view.referrals} value={view.referrals[0]?.value ?? ''} draft={draft} />
}
