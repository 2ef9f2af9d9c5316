import type { ActionLine } from '@/lib/actions/view'
import { Due } from '../ui/due'
import { Table, type Column } from '../ui/table'

interface TableProps {
  readonly rows: readonly ActionLine[]
  readonly caption: string
  readonly empty: string
  /** Off where the page is about the children already. */
  readonly withChild?: boolean
}

const WHEN: Column<ActionLine> = {
  key: 'due', head: 'Due', cell: (action) => (action.stateWords === null
    ? <><Due left={action.left} bar={false} />{action.carried === null ? null : <span className="sub">{action.carried}</span>}</>
    : <>{action.stateWords}<span className="sub"><time dateTime={action.left.dateTime}>{action.left.detail}</time></span></>),
}
const ONLY_WHAT: Column<ActionLine> = { key: 'what', head: 'Action', kind: 'row', cell: (action) => <a href={`/actions/${action.id}`}>{action.what}</a> }
const WHAT: Column<ActionLine> = {
  ...ONLY_WHAT, cell: (action) => (
    <><a href={`/actions/${action.id}`}>{action.what}</a>{action.from === null ? null : <span className="sub">from <a href={action.from.href}>{action.from.words}</a></span>}</>
  ),
}
const CHILD: Column<ActionLine> = {
  key: 'child', head: 'Child', label: 'Child', cell: (action) => (action.child.masked ? childWords(action) : <><a href={`/people/${action.child.id}`}>{action.child.name}</a>{action.others === 0 ? null : `, +${action.others}`}<span className="sub">{[action.child.age, action.borough].filter(Boolean).join(', ')}</span></>),
}
const OWNER: Column<ActionLine> = {
  key: 'owner', head: 'Owner', label: 'Owner', cell: (action) => <>{action.mine ? <b>{action.owner} (you)</b> : action.owner}<span className="sub">{action.agency}</span></>,
}
const ACT: Column<ActionLine> = {
  key: 'act', head: '', kind: 'act', cell: (action) => (action.mayFinish ? <a className="btn second small" href={`/actions/${action.id}`}>Done, or carry<span className="sr-only">: {action.what}</span></a> : null),
}

/** Who reads no record of the child is not told that it is restricted: they were told of the child when they took the action. */
export const childWords = (action: ActionLine): string => (action.mine ? 'As you were told' : action.child.name)

/** Actions with their time, owner and where they come from. */
export function ActionTable({ rows, caption, empty, withChild = true }: TableProps) {
  const columns = withChild ? [WHEN, WHAT, CHILD, OWNER, ACT] : [WHEN, ONLY_WHAT, OWNER, ACT]
  return (
    <Table
      caption={caption} columns={columns} rows={rows} rowKey={(action) => action.id} empty={empty}
      tone={(action) => (action.state === 'late' ? 'late' : action.state === 'carried' ? 'off' : undefined)}
    />
  )
}
