import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import type { FormDraft } from '../ui/form-draft'
import { TextArea } from '../ui/text-area'

interface RestrictionProps {
  readonly personId: string
  readonly draft: FormDraft | null
  readonly path: string
}

/** What restricting does is said before it is done: whoever restricts a record shuts it to themselves too. */
export function RestrictForm({ personId, draft, path }: RestrictionProps) {
  return (
    <ActForm act="restrict-person" page={path} draft={draft} hidden={{ personId }} label="Restrict this record">
      <p>For a record whose reading could bring somebody to harm: a colleague’s child, a family in hiding, a person whom an officer knows.</p>
      <ul className="why">
        <li>Nobody reads it from then on, you included, except by break-glass: for 3 hours, with a reason and a password, reviewed each time.</li>
        <li>Whoever has it open with a reason loses it at once.</li>
        <li>Its duties stay in the queue and on the board, without a name.</li>
        <li>Somebody else lifts it: you cannot lift what you restricted.</li>
      </ul>
      <TextArea name="reason" label="Why does it have to be restricted?" hint="One sentence, for whoever has to judge later whether it still must be" rows={3} draft={draft} />
      <Buttons><Button>Restrict the record</Button><LinkButton look="second" href={`/people/${personId}`}>Leave it as it is</LinkButton></Buttons>
    </ActForm>
  )
}

export function LiftForm({ personId, draft, path }: RestrictionProps) {
  return (
    <ActForm act="lift-restriction" page={path} draft={draft} hidden={{ personId }} label="Lift the restriction">
      <p>The record opens again to everybody who works in its boroughs, as deep as their role reads. That it was restricted, and who lifted it, stays in the chronology.</p>
      <TextArea name="reason" label="Why is the restriction no longer needed?" hint="One sentence that a reviewer can judge" rows={3} draft={draft} />
      <Buttons><Button>Lift the restriction</Button><LinkButton look="second" href={`/people/${personId}`}>Leave it as it is</LinkButton></Buttons>
    </ActForm>
  )
}
