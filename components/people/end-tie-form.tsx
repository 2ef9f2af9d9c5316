import type { EndTieView } from '@/lib/households/view'
import type { PersonHead } from '@/lib/people/view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { DateTimeField } from '../ui/date-time-field'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { TextArea } from '../ui/text-area'

/** Which tie is over, since when, and what that rests on. It stays on record with its end. */
export function EndTieForm({ form, head, draft, path }: { readonly form: EndTieView; readonly head: PersonHead; readonly draft: FormDraft | null; readonly path: string }) {
  const [only, ...more] = form.ties
  return (
    <>
      <h2>A tie is over</h2>
      <p><b>{form.other.name}</b>{form.other.age === '' ? '' : `, ${form.other.age}`}, and <b>{head.name}</b>. The tie stays on record with its end, and can begin anew.</p>
      <ActForm act="end-tie" page={path} draft={draft} hidden={{ personId: head.id }} label="End the tie">
        <Radios name="tieId" label="What is over?" draft={draft} options={form.ties} value={more.length === 0 && only !== undefined ? only.value : ''} />
        <DateTimeField name="endedAt" label="Since when" hint="Left empty: from now" draft={draft} optional />
        <TextArea name="reason" label="What does this rest on?" hint="Who told you, or what you have seen" rows={2} draft={draft} />
        <Buttons><Button>End the tie</Button><LinkButton look="second" href={`/people/${head.id}/household`}>Leave it as it is</LinkButton></Buttons>
      </ActForm>
    </>
  )
}
