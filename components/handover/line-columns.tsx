import type { HandoverLine } from '@/lib/handover/view'
import { ChildName } from '../referrals/child-name'
import { Due } from '../ui/due'
import type { Column } from '../ui/table'
import { Rag, Tag } from '../ui/tag'

/** What is said of a referral on any list of a hand-over. */
export const lineColumns = <L extends HandoverLine>(): Column<L>[] => [
  { key: 'due', head: 'Due', cell: (line) => (line.next === null ? 'Nothing falls due' : <Due left={line.next.left} note={line.rag === null ? undefined : <Rag grade={line.rag} />} />) },
  {
    key: 'child', head: 'Child', kind: 'row', cell: (line) => {
      const [first, ...others] = line.children
      return <>{first === undefined ? 'No child named' : <ChildName child={first} />}{others.length === 0 ? null : <span className="sub">+{others.length} more</span>}</>
    },
  },
  {
    key: 'matter', head: 'Matter', cell: (line) => (
      <>
        <a href={`/referrals/${line.referralId}`}>{line.concern}</a>
        {line.emergency === null ? null : <span className="sub"><Tag tone="solid">Live emergency</Tag> {line.emergency}</span>}
        {line.next === null ? null : <span className="sub">{line.next.words}</span>}
      </>
    ),
  },
  { key: 'held', head: 'With', label: 'With', cell: (line) => line.heldBy ?? 'Unclaimed' },
]
