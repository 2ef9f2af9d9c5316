import type { HandoverLine, OfferedHandover } from '@/lib/handover/view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import type { FormDraft } from '../ui/form-draft'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { lineColumns } from './line-columns'

/** A list that a shift left: somebody of the next accepts it by name, whole or in part. Its own author only looks. */
export function Offered({ list, may, draft }: { readonly list: OfferedHandover; readonly may: boolean; readonly draft: FormDraft | null }) {
  const accept = may && !list.own
  const columns: Column<HandoverLine>[] = [
    ...(accept ? [{
      key: 'take', head: 'Accept', label: 'Accept', cell: (line: HandoverLine) => (
        <label className="inline-flex min-h-7 items-center gap-2">
          <input type="checkbox" className="h-5 w-5" name="items" value={line.referralId} defaultChecked />
          <span className="sr-only">Accept {line.children[0]?.name ?? line.reference}</span>
        </label>
      ),
    }] : []),
    ...lineColumns<HandoverLine>(),
    { key: 'note', head: 'What they wrote', label: 'What they wrote', cell: (line) => line.note ?? <span className="none">Nothing</span> },
  ]
  const table = <Table caption={`Left by ${list.by}`} columns={columns} rows={list.lines} rowKey={(line) => line.referralId} tone={(line) => (list.late || line.emergency !== null ? 'late' : undefined)} />
  return (
    <section aria-labelledby={`list-${list.id}`}>
      <h3 id={`list-${list.id}`}>{list.borough}: {list.lines.length} left by {list.own ? 'you' : list.by}, {list.since} {list.late ? <Tag tone="red">Not accepted in its hour</Tag> : null}</h3>
      <p className="sub">{list.as}. {list.own ? 'These stay with you until somebody of the next shift accepts them.' : accept ? 'What you accept is yours, by name, from now.' : 'Nobody has accepted these yet.'}</p>
      {list.note === null ? null : <p className="whitespace-pre-wrap"><b>Of the shift as a whole:</b> {list.note}</p>}
      {accept ? (
        <ActForm act="accept-handover" page="/handover" draft={draft} scope={list.id} label={`Accept from ${list.by}`} hidden={{ handoverId: list.id }}>
          {table}
          <Buttons><Button>Accept what is ticked</Button></Buttons>
        </ActForm>
      ) : table}
    </section>
  )
}
