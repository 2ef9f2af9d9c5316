import type { RoomView } from '@/lib/meetings/room/view'
import { AGENCY_WORDS } from '@/lib/wording/agencies'
import { counted } from '@/lib/wording/lists'
import { CATEGORY_WORDS } from '@/lib/wording/outcomes'
import { RANK_WORDS } from '@/lib/wording/roles'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

interface FormProps {
  readonly room: RoomView
  readonly page: string
  readonly draft: FormDraft | null
}

/** Opens the meeting, with its chair as it is: one held otherwise than the rule asks for was held all the same. */
export function BeginForm({ room, page, draft }: FormProps) {
  return (
    <ActForm act="open-meeting" page={page} draft={draft} hidden={{ callId: room.id }} label="Open the meeting">
      <p>{room.chairSays} Put the chair on record as it is. The meeting opens on the day that it is set for: <a href={room.page}>set another time</a>.</p>
      <Field name="chairName" label="Who chairs it" width={20} draft={draft} />
      <Select name="chairAgency" label="Agency" options={choicesOf(AGENCY_WORDS)} empty="Choose" draft={draft} />
      <Select name="chairRank" label="Rank" hint="Of a police officer" options={choicesOf(RANK_WORDS)} empty="None" draft={draft} />
      <Button>Open the meeting</Button>
    </ActForm>
  )
}

/** Ends the meeting: what was typed, decided and agreed becomes its record. */
export function EndForm({ room, page, draft }: FormProps) {
  const open = room.agenda.flatMap((group) => group.lines).filter((line) => !line.closed).length
  return (
    <section aria-labelledby="end">
      <h2 id="end">End the meeting</h2>
      <ul className="why mb-4">
        <li>{room.waiting === 0 ? 'Every action of the earlier meetings was taken up.' : `${counted(room.waiting, 'action of an earlier meeting has', 'actions of earlier meetings have')} still to be taken up first.`}</li>
        <li>{open === 0 ? 'Every item is closed.' : room.meeting === 'MASE' ? `${counted(open, 'item is', 'items are')} open and will go to the next meeting.` : `${counted(open, 'item is', 'items are')} open: no decision about the child will be on record.`}</li>
        <li>{room.notThere.length === 0 ? 'Everybody the protocol asks for is here.' : `On record as absent: ${room.notThere.join(', ')}.`}</li>
        <li>What was typed, decided and agreed becomes the record, and stands.</li>
      </ul>
      <ActForm act="end-meeting" page={page} draft={draft} hidden={{ callId: room.id }} label="End the meeting">
        {room.meeting === 'MAP' ? (
          <>
            <Select name="agreedCategory" label="Category agreed" optional options={choicesOf(CATEGORY_WORDS)} empty="Not agreed" draft={draft} />
            <TextArea name="otherChildren" label="Other children at risk, siblings first" optional rows={2} draft={draft} />
            <TextArea name="recovery" label="How the child is found when missing" optional rows={2} draft={draft} />
            <TextArea name="prosecution" label="Prospects of a prosecution" optional rows={2} draft={draft} />
          </>
        ) : null}
        <Button look="warn">End the meeting</Button>
      </ActForm>
    </section>
  )
}
