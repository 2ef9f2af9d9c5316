import { WAYS, WAYS_IN, type Way } from '@/lib/wording/ways'
import { Button } from '../ui/button'
import type { FormDraft } from '../ui/form-draft'
import { Field } from '../ui/field'
import { TextArea } from '../ui/text-area'

/** The ways in, as buttons of the form itself: what was typed stays when another way is chosen, with no script. */
export function WayPicker({ way }: { readonly way: Way }) {
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">Where it comes from</h2>
      <div className="flex flex-wrap gap-2">
        {WAYS.map((one) => (one === way
          ? <span key={one} className="btn second small" aria-current="true"><b>{WAYS_IN[one].title}</b><span className="sr-only"> (chosen)</span></span>
          : <Button key={one} look="second" small intent={`way-${one}`}>{WAYS_IN[one].title}</Button>))}
      </div>
      <p className="sub" id={`way-${way}`}>{WAYS_IN[way].says}</p>
    </section>
  )
}

/** What a police checklist asks beside every referral. None of it keeps the checklist out. */
export function ChecklistFields({ draft }: { readonly draft: FormDraft | null }) {
  return (
    <>
      <TextArea name="childSaid" label="What the child said" hint="In the child’s words; or why the child was not spoken to." rows={3} draft={draft} />
      <Field name="supervisor" label="Supervisor who has seen it" hint="Rank and name" width={20} draft={draft} />
    </>
  )
}
