import type { PositionView } from '@/lib/meetings/view'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Checkboxes } from '../ui/checkboxes'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { Asks, Revealed } from '../ui/reveal'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'

/** What each agency says for itself about the decision. Dissent stays on the record; a later position does not remove it. */
export function Positions({ positions }: { readonly positions: readonly PositionView[] }) {
  if (positions.length === 0) return <p className="none">No agency has said yet whether it agrees.</p>
  return (
    <ul className="list-none p-0 m-0">
      {positions.map((position) => (
        <li key={position.id} className="mb-2">
          <Tag tone={position.replaced ? 'grey' : position.agrees ? 'green' : 'plum'}>{position.agency} {position.agrees ? 'agrees' : 'dissents'}</Tag>
          {position.says === null ? null : <p className="mt-1 mb-0">{position.says}</p>}
          <span className="sub">{position.by}, {position.when}{position.replaced ? '. The agency has said otherwise since' : ''}</span>
        </li>
      ))}
    </ul>
  )
}

export function PositionForm({ meetingId, page, agency, draft }: { readonly meetingId: string; readonly page: string; readonly agency: string; readonly draft: FormDraft | null }) {
  return (
    <ActForm act="give-position" page={page} draft={draft} hidden={{ meetingId }} label={`Position of ${agency}`}>
      <Asks>
        <Radios name="agrees" label={`Does ${agency} agree with the decision?`} layout="row" options={[{ value: 'yes', label: 'Agrees' }, { value: 'no', label: 'Dissents', reveals: 'b' }]} draft={draft} />
        <TextArea name="says" label="In your agency’s words" hint="Needed where it dissents" rows={3} draft={draft} />
        <Revealed by="b">
          <Checkboxes name="unsafe" label="Meanwhile" options={[{ value: 'yes', label: 'The child is not safe while this stands', hint: 'It is then settled or taken up the same day' }]} draft={draft} optional />
        </Revealed>
      </Asks>
      <Button look="second">Record the position</Button>
    </ActForm>
  )
}
