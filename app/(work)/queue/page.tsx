import { notFound } from 'next/navigation'
import { QueueFilterBar, queueHref, type QueueFilters } from '@/components/referrals/queue-filters'
import { QueueTable } from '@/components/referrals/queue-table'
import { Live } from '@/components/shell/live'
import { Shell } from '@/components/shell/shell'
import { hrefAfter } from '@/components/ui/after'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { mayEver } from '@/lib/access/permissions'
import { doneWords } from '@/lib/forms/done'
import { readAnyDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { queue } from '@/lib/referrals/queue'
import type { QueuePage } from '@/lib/referrals/view'
import { frameFor } from '@/lib/shell/frame'
import { AGENCY_WORDS } from '@/lib/wording/agencies'
import { CONCERN_WORDS } from '@/lib/wording/concerns'
import { londonClock } from '@/lib/wording/london-words'
import { choicesOf } from '@/lib/wording/say'

type Asked = Readonly<Record<string, string | string[] | undefined>>
const one = (value: string | string[] | undefined): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 100) : null)

/** The MASH queue: what waits, what falls due first on top. */
export default async function Queue({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams
  const page = await pageActor()
  const filters: QueueFilters = {
    borough: one(asked['borough']), rag: one(asked['rag']), who: one(asked['who']), late: one(asked['late']), concern: one(asked['concern']), agency: one(asked['agency']), q: one(asked['q']),
  }
  const after = one(asked['after'])
  const [found, frame, draft] = await Promise.all([
    queue(page.actor, { ...filters, who: filters.who === 'mine' || filters.who === 'unclaimed' ? filters.who : null, late: filters.late !== null, after }, page.now),
    frameFor(page), readAnyDraft(page.actor, one(asked['draft']) ?? undefined, ['claim-referral', 'release-referral']),
  ])
  if (found === null) notFound()
  const first = queueHref(filters)
  const here = hrefAfter(first, after)
  const where = found.boroughs.length === 1 ? `, ${found.boroughs[0]?.words ?? ''}` : ''
  const lede = ledeOf(found)
  return (
    <Shell {...frame} title={`MASH queue${where}`} current="/queue" problem={draft !== null}>
      <DoneNotice says={doneWords(asked['done'])} />
      <ErrorSummary draft={draft} />
      <PageHead title={`MASH queue${where}`} lede={lede}>
        {mayEver(page.actor, 'record-referral') ? <LinkButton href="/referrals/new">Take a referral</LinkButton> : null}
      </PageHead>
      {found.backlog.length === 0 ? null : (
        <Notice tone="red" title="Backlog in the MASH">
          <ul>{found.backlog.map((line) => <li key={line}>{line}</li>)}</ul>
          <p>A MASH has a backlog when a referral is past the time of its rating, or when too many wait for what comes in on a mean day (HMIC 2016, L2364–2368).</p>
        </Notice>
      )}
      <QueueFilterBar filters={filters} boroughs={found.boroughs.map(({ code, words }) => ({ value: code, label: words }))} concerns={choicesOf(CONCERN_WORDS)}
        agencies={choicesOf(AGENCY_WORDS)} />
      <div id="queue-rows"><QueueTable rows={found.rows} mayClaim={found.mayClaim} page={here} empty="Nothing in this list waits for a decision." /></div>
      <Pager
        previous={after === null ? undefined : { href: first, words: 'Back to the first' }}
        next={found.next === null ? undefined : { href: hrefAfter(first, found.next), words: 'Next 25' }}
      >{`Showing ${found.rows.length} of ${found.counts.waiting}, emergencies first, then what falls due soonest. `}<Live madeAt={page.now.toISOString()} clock={londonClock(page.now)} says={lede} mark={found.mark} list="queue-rows" /></Pager>
    </Shell>
  )
}

function ledeOf({ counts, oldest, nextDue }: QueuePage): string {
  const filtered = counts.waiting < counts.everything
  if (counts.waiting === 0) return filtered ? `Nothing in this list waits; ${counts.everything} in the whole queue.` : 'Nothing waits.'
  const waiting = filtered ? `${counts.waiting} of the ${counts.everything} that wait ${counts.waiting === 1 ? 'is' : 'are'} in this list.` : counts.waiting === 1 ? '1 referral waits.' : `${counts.waiting} referrals wait.`
  const late = counts.late === 0 ? 'None is past its time' : `${counts.late} ${counts.late === 1 ? 'is past its time' : 'are past their time'}`
  return `${waiting} ${late}; the oldest came in ${oldest ?? 'just now'}.${nextDue === null ? '' : ` The next falls due in ${nextDue}.`}`
}
