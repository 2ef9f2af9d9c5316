import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly key: string
  /** The heading; '' for a column of buttons, which is then announced as "Actions". */
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** `num`: figures to the right. `act`: buttons to the right. `row`: the cell names its row. */
  readonly kind?: 'num' | 'act' | 'row'
  /** Said before the value on a phone, where headings are gone; only for values that do not explain themselves. */
  readonly label?: string
}

interface TableProps<Row> {
  readonly caption: string
  /** Off: the caption is read out but not seen, where a heading stands over the table already. */
  readonly showCaption?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** `late`: past its time, with a red edge (the words must say so too). `off`: ended. */
  readonly tone?: (row: Row) => 'late' | 'off' | undefined
  readonly empty?: ReactNode
  /** Off: keeps its columns on a phone and scrolls sideways (figures). */
  readonly stack?: boolean
}

/** A list to work from. On a phone each row becomes a card; the roles keep it a table to a screen reader there. */
export function Table<Row>({ caption, showCaption = false, columns, rows, rowKey, tone, empty, stack = true }: TableProps<Row>) {
  // Where no heading stands over it, an empty list alone would not say of what it is empty.
  if (rows.length === 0 && empty !== undefined) return <>{showCaption ? <p className="over">{caption}</p> : null}<p className="none">{empty}</p></>
  const table = (
    <table className={stack ? 'table stack' : 'table'} role="table">
      <caption className={showCaption ? undefined : 'sr-only'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} scope="col" role="columnheader" className={column.kind === 'row' ? undefined : column.kind}>
              {column.head === '' ? <span className="sr-only">Actions</span> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className={tone?.(row)}>
            {columns.map((column) => column.kind === 'row'
              ? <th key={column.key} scope="row" role="rowheader">{column.cell(row)}</th>
              : <td key={column.key} role="cell" className={column.kind} data-label={column.label}>{column.cell(row)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
  // A region that scrolls must take focus, else the keyboard cannot scroll it.
  return stack ? table : <div className="scroll" role="region" aria-label={caption} tabIndex={0}>{table}</div>
}
