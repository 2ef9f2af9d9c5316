import { notFound } from 'next/navigation'
import { BehindTable, PART_WORDS } from '@/components/duties/behind-table'
import { MEASURE_WORDS } from '@/components/duties/figures'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { behindFigure } from '@/lib/deadlines/behind'
import { MEASURES, PARTS, PERIODS } from '@/lib/deadlines/figures'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { boroughWords } from '@/lib/wording/boroughs'

interface FiguresPage {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** The list behind a figure of the board. */
export default async function BehindFigure({ searchParams }: FiguresPage) {
  const asked = await searchParams
  const page = await pageActor()
  const pick = <T extends string>(words: readonly T[], name: string, other: T): T => words.find((word) => word === asked[name]) ?? other
  const text = (name: string): string | null => { const value = asked[name]; return typeof value === 'string' && value !== '' ? value : null }
  const of = { measure: pick(MEASURES, 'measure', 'target'), period: pick(PERIODS, 'period', 'month'), part: pick(PARTS, 'part', 'all'), borough: text('borough'), after: text('after') }
  const found = await behindFigure(page.actor, of, page.now)
  if (found === null) notFound()
  const frame = await frameFor(page)
  const href = (part: string): string => `/strategy/figures?measure=${of.measure}&period=${of.period}&part=${part}${of.borough === null ? '' : `&borough=${encodeURIComponent(of.borough)}`}`
  const { figure } = found
  const many = { all: figure.judged + figure.running + figure.ended + figure.endedLate, judged: figure.judged, 'in-time': figure.inTime, 'in-time-quorate': figure.inTimeQuorate, 'not-quorate': figure.inTime - figure.inTimeQuorate, late: figure.late, 'open-late': figure.openLate, running: figure.running, ended: figure.ended, 'ended-late': figure.endedLate }
  const shown = PARTS.filter((part) => part === of.part || part === 'all' || many[part] > 0)
  return (
    <Shell {...frame} title={`${MEASURE_WORDS[of.measure]}: the list`} current="/strategy">
      <PageHead
        title={MEASURE_WORDS[of.measure]}
        lede={<>{figure.periodWords}{of.borough === null ? '' : `, ${boroughWords(of.borough)}`}. {figure.inTime} of {figure.judged} held in time{figure.share === null ? '' : ` (${figure.share})`}, {figure.late} held late, {figure.openLate} open and late now. <a href="/strategy">Back to the board</a></>}
      />
      <Tabs label="Parts of this figure" current={href(of.part)} tabs={shown.map((part) => ({ href: href(part), label: PART_WORDS[part], note: String(many[part]) }))} />
      <BehindTable rows={found.rows} caption={PART_WORDS[of.part]} />
      <Pager next={found.next === null ? undefined : { href: `${href(of.part)}&after=${encodeURIComponent(found.next)}`, words: 'Next 25' }}>{`Showing ${found.rows.length} of ${many[of.part]}, latest due first.`}</Pager>
    </Shell>
  )
}
