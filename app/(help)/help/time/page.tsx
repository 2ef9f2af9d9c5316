import { Table, type Column } from '@/components/ui/table'
import { HelpPage } from '../../help-page'

interface Way {
  readonly name: string
  readonly counts: string
  readonly example: string
}

const WAYS: readonly Way[] = [
  { name: 'Hours', counts: 'Elapsed, by day and night, weekends and holidays included. 24 hours are 24 hours, also on the nights when the clocks change.', example: 'From Sat 21 Nov, 23:05, four hours end on Sun 22 Nov, 03:05.' },
  { name: 'Same day', counts: 'Before the midnight that closes the day of receipt, whatever day that is.', example: 'Received at 21:40 on a Sunday: by the end of that Sunday.' },
  { name: 'Working days', counts: 'The day it starts is day 0. Saturdays, Sundays and the bank holidays of England and Wales are not counted. It ends with the last day, at midnight.', example: 'From Friday afternoon, one working day ends with Monday.' },
  { name: 'Days “beginning with”', counts: 'Periods set by statute: the day it starts is day 1, and every day counts.', example: 'Seven days beginning with Monday end with Sunday.' },
]

const COLUMNS: readonly Column<Way>[] = [
  { key: 'name', head: 'Given in', kind: 'row', cell: (way) => way.name },
  { key: 'counts', head: 'How it is counted', cell: (way) => way.counts },
  { key: 'example', head: 'For example', cell: (way) => way.example },
]

export default function HowTimeIsCounted() {
  return (
    <HelpPage title="How time is counted" lede="Every due time is London time and comes from a written rule.">
      <Table caption="The ways of counting time" columns={COLUMNS} rows={WAYS} rowKey={(way) => way.name} />
      <h2>When a clock starts</h2>
      <p>With the event, not with the moment somebody wrote it down or opened it. A referral that came in at 02:00 was received at 02:00.</p>
      <h2>When more than one rule asks for the same thing</h2>
      <p>Each runs by itself. The list shows the soonest; holding one strategy discussion that includes everyone it needs answers them all.</p>
      <h2>When facts change</h2>
      <p>New facts can bring a due time forward. They do not push it back. The earlier due time stays on the record, with what replaced it.</p>
    </HelpPage>
  )
}
