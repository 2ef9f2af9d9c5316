import type { LinkView } from '@/lib/posing-risk/view'
import { LINK_HOW_WORDS } from '@/lib/wording/places'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { DateTimeField } from '../ui/date-time-field'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { TextArea } from '../ui/text-area'

/** How an adult has to do with a child who was chosen. */
export function LinkForm({ view, draft }: { readonly view: LinkView; readonly draft: FormDraft | null }) {
  const { adult, child } = view
  if (child === null) return null
  if (child.masked) return <p className="none">That person is restricted: their record must be open to you before they can be linked.</p>
  return (
    <ActForm act="link-adult" page={`/adults/${adult.id}/link?child=${child.id}`} draft={draft} hidden={{ adultId: adult.id, childId: child.id }} label="Link this adult to a child">
      <p><b>{adult.name}</b> and <b>{child.name}</b>, {child.age}</p>
      <Radios name="how" label="How do they have to do with each other?" hint="None of these is a finding; each is known across London at once" draft={draft} options={choicesOf(LINK_HOW_WORDS)} />
      <DateTimeField name="learnedAt" label="When this was learned" hint="The clocks count from here. Left empty: now" optional draft={draft} />
      <TextArea name="why" label="Who told you, and what the risk may be" hint="It stands on the child’s record" rows={3} draft={draft} />
      <Buttons><Button>Link them</Button><LinkButton look="second" href={`/adults/${adult.id}`}>Back without recording</LinkButton></Buttons>
    </ActForm>
  )
}
