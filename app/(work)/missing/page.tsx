import { notFound } from 'next/navigation'
import { MissingFilterBar, missingHref, type MissingFilters } from '@/components/missing/board-filters'
import { MissingFigures, MissingTable } from '@/components/missing/board-table'
import { Live } from '@/components/shell/live'
import { Shell } from '@/components/shell/shell'
import { hrefAfter } from '@/components/ui/after'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { mayEver } from '@/lib/access/permissions'
import { doneWords } from '@/lib/forms/done'
import { missingBoard } from '@/lib/missing/board'
import type { MissingBoard } from '@/lib/missing/board-view'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { counted } from '@/lib/wording/lists'
import { londonClock } from '@/lib/wording/london-words'

type Asked = Readonly<Record<string, string | string[] | undefined>>
const one = (value: string | string[] | undefined): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 100) : null)
const among = (value: string | null, words: readonly string[]): string | null => (value !== null && words.includes(value) ? value : null)

/** The board of missing and absent children: by risk, and within it by what falls due next. */
export default async function Missing({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams
  const page = await pageActor()
  const filters: MissingFilters = {
    borough: one(asked['borough']), class: among(one(asked['class']), ['missing', 'absent']), grade: among(one(asked['grade']), ['high', 'medium', 'none']), late: one(asked['late']), back: one(asked['back']), q: one(asked['q']),
  }
  const after = one(asked['after'])
  const found = await missingBoard(page.actor, { ...filters, late: filters.late !== null, back: filters.back !== null, after }, page.now)
  if (found === null) notFound()
  const frame = await frameFor(page)
  const here = missingHref(filters)
  const where = found.boroughs.length === 1 ? `, ${found.boroughs[0]?.label ?? ''}` : ''
  const title = `Missing children${where}`
  const lede = ledeOf(found, filters.back !== null)
  return (
    <Shell {...frame} title={title} current="/missing">
      <DoneNotice says={doneWords(asked['done'])} />
      <PageHead title={title} lede={lede}>{found.mayReport ? <LinkButton href="/missing/call">Take a call</LinkButton> : null}{mayEver(page.actor, 'see-patterns') ? <LinkButton look="second" href="/missing/patterns">Patterns and daily list</LinkButton> : null}</PageHead>
      {found.index ? <MissingFigures rows={found.figures} /> : null}
      <MissingFilterBar filters={filters} boroughs={found.boroughs} back={found.counts.back} index={found.index} />
      <div id="missing-rows"><MissingTable rows={found.rows} index={found.index} empty={found.counts.everything === 0 ? 'No child is reported away.' : 'No child is left by these filters.'} /></div>
      <Pager
        previous={after === null ? undefined : { href: here, words: 'Back to the first' }}
        next={found.next === null ? undefined : { href: hrefAfter(here, found.next), words: 'Next 25' }}
      >{`Showing ${found.rows.length} of ${found.counts.found}: high risk first, then not graded, medium, absent; in each what falls due soonest. `}
        <Live madeAt={page.now.toISOString()} clock={londonClock(page.now)} says={lede} mark={found.mark} list="missing-rows" line="/missing/changes" {...(found.turnsAt === null ? {} : { turnsAt: found.turnsAt })} />
      </Pager>
    </Shell>
  )
}

function ledeOf({ counts, index }: MissingBoard, back: boolean): string {
  if (back) return counts.everything === 0 ? 'No child is back whose episode is still open.' : `${counted(counts.everything, 'child', 'children')} back; the episode stays open until police have seen and spoken to the child.`
  if (counts.everything === 0) return 'No child is reported away.'
  const missing = counts.everything - counts.absent
  const parts = [`${missing} missing${counts.high === 0 ? '' : `, ${counts.high} at high risk`}${counts.ungraded === 0 ? '' : `, ${counts.ungraded} not graded`}`, counts.absent === 0 ? null : `${counts.absent} absent`].filter((part) => part !== null).join('; ')
  if (index) return `${parts}.`
  return `${parts}. ${counts.late === 0 ? 'Nothing is past its time.' : `Of ${counts.late} something is past its time.`}${counts.news === 0 ? '' : ` News of ${counts.news} waits.`}`
}
