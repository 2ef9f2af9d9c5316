import type { Asked, DutyFigure, EntryFigure } from '@/lib/figures/view'
import { askedOf, centralLine, dutyLine, entryLine, riskLine } from './lines'
import { CentralRows, DutyRows, EntryRows, RiskRows } from './rows'

interface DutyTableProps {
  readonly caption: string
  readonly lines: readonly DutyFigure[]
  readonly asked: Asked
  /** Each line is a borough of one measure; else each line is a measure. */
  readonly byBorough?: boolean
  /** What its lines are, where they are not boroughs. */
  readonly first?: string
  readonly empty?: string
}

/** Shares, never alone: of how many, how late the late ones are, and what is open and late now. */
export function DutyTable({ lines, asked, ...table }: DutyTableProps) {
  return <DutyRows {...table} lines={lines.map(dutyLine)} asked={askedOf(asked)} />
}

/** What waits and what of it is past its time: the first thing of a dashboard. */
export function RiskTable({ caption, lines, asked }: { readonly caption: string; readonly lines: readonly DutyFigure[]; readonly asked: Asked }) {
  return <RiskRows caption={caption} lines={lines.map(riskLine)} asked={askedOf(asked)} />
}

/** What teams of London's central commands owe in the borough, those with nothing waiting too: that nothing waits is news of them as well. */
export function CentralTable({ lines, asked }: { readonly lines: readonly DutyFigure[]; readonly asked: Asked }) {
  return <CentralRows lines={lines.filter(({ central }) => central).sort((a, b) => a.owedBy.localeCompare(b.owedBy)).map(centralLine)} asked={askedOf(asked)} />
}

export function EntryTable({ caption, lines, asked, byBorough }: { readonly caption: string; readonly lines: readonly EntryFigure[]; readonly asked: Asked; readonly byBorough?: boolean }) {
  return <EntryRows caption={caption} lines={lines.map(entryLine)} asked={askedOf(asked)} byBorough={byBorough} />
}
