import type { ReferralPage } from '@/lib/referrals/view'
import { PAC_PART_WORDS, pacPartWords } from '@/lib/wording/checklist'
import { CONCERN_WORDS } from '@/lib/wording/concerns'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

const RATINGS = [{ value: 'red', label: 'Red' }, { value: 'amber', label: 'Amber' }, { value: 'green', label: 'Green' }, { value: 'blue', label: 'Blue' }] as const

/** What a police checklist lacks: said to whoever reads it, and asked of whoever may make it complete. */
export function CompletePac({ referral, draft }: { readonly referral: ReferralPage; readonly draft: FormDraft | null }) {
  if (referral.lacks.length === 0) return null
  const of = { draft, scope: 'complete-pac' }
  return (
    <Card title="Checklist incomplete" tone="amber">
      <p>The police owe: {referral.lacks.map(pacPartWords).join(', ')}. The referral is worked on without it.</p>
      {referral.acts.includes('complete-pac') ? (
        <ActForm act="complete-pac" page={`/referrals/${referral.id}`} hidden={{ referralId: referral.id }} label="Make the checklist complete" {...of}>
          {referral.lacks.map((part) => <Part key={part} part={part} {...of} />)}
          <Checkboxes name="cannot" label="Cannot be had" layout="two" options={choicesOf(PAC_PART_WORDS).filter((choice) => referral.lacks.includes(choice.value))} {...of} optional />
          <Field name="why" label="Why it cannot be had" width="full" {...of} optional />
          <Button>Make it complete</Button>
        </ActForm>
      ) : null}
    </Card>
  )
}

/** Goes on the child’s own record where nothing stands there; of several children it is put right on each one’s own page. */
const HINTS: Readonly<Record<string, string>> = {
  name: 'Given names, then the family name. Goes on the child’s record', born: 'As 27/3/2008, or an age. Goes on the child’s record', address: 'With postcode. Goes on the child’s record',
}

function Part({ part, ...of }: { readonly part: string; readonly draft: FormDraft | null; readonly scope: string }) {
  const field = { name: `given-${part}`, label: pacPartWords(part), ...of }
  if (part === 'rating') return <Radios {...field} layout="row" options={RATINGS} optional />
  if (part === 'concern') return <Select {...field} empty="Choose one" options={choicesOf(CONCERN_WORDS)} optional />
  if (part === 'child-said') return <TextArea {...field} rows={3} optional />
  return <Field {...field} width={20} hint={HINTS[part]} optional />
}
