import type { HandoverLine, HandoverPage } from '@/lib/handover/view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { fieldId, valueOf, valuesOf, type FormDraft } from '../ui/form-draft'
import { Table, type Column } from '../ui/table'
import { TextArea } from '../ui/text-area'
import { lineColumns } from './line-columns'

type Leave = HandoverPage['leave'][number]
type Leavable = Leave['lines'][number]

const about = (line: HandoverLine): string => line.children[0]?.name ?? line.reference

/** What is open with this person and with nobody: ticked and noted, it is left to the next shift as one list. */
export function LeaveForm({ leave, draft }: { readonly leave: Leave; readonly draft: FormDraft | null }) {
  const scope = `leave-${leave.code}`
  const first = fieldId('items', scope)
  const columns: Column<Leavable>[] = [
    {
      key: 'take', head: 'Hand over', label: 'Hand over', cell: (line) => {
        const ticked = draft === null ? line.ticked : valuesOf(draft, 'items').includes(line.referralId)
        return (
          <label className="inline-flex min-h-7 items-center gap-2">
            <input type="checkbox" className="h-5 w-5" id={line === leave.lines[0] ? first : undefined} name="items" value={line.referralId} defaultChecked={ticked} />
            <span className="sr-only">Hand over {about(line)}</span>
          </label>
        )
      },
    },
    ...lineColumns<Leavable>(),
    {
      key: 'note', head: 'For the next shift', label: 'For the next shift', cell: (line) => (
        <input className="input" id={fieldId(`notes-${line.referralId}`, scope)} name={`notes-${line.referralId}`} aria-label={`For the next shift, ${about(line)}`} defaultValue={valueOf(draft, `notes-${line.referralId}`)} autoComplete="off" maxLength={1000} />
      ),
    },
  ]
  return (
    <ActForm act="hand-over" page="/handover" draft={draft} scope={scope} label={`Hand over ${leave.borough}`} hidden={{ borough: leave.code }}>
      <Table caption={`What is open in ${leave.borough}`} columns={columns} rows={leave.lines} rowKey={(line) => line.referralId} tone={(line) => (line.emergency !== null || line.next?.left.tone === 'late' ? 'late' : undefined)} />
      {leave.more === 0 ? null : <p className="sub">More waits in the queue. What nobody has in hand stays there for whoever comes.</p>}
      <TextArea name="shiftNote" label="Of the shift as a whole" hint="Who is away, what is expected, what does not work. What is about one child goes beside that child." optional rows={2} draft={draft} scope={scope} />
      <Buttons><Button>Hand over what is ticked</Button></Buttons>
    </ActForm>
  )
}
