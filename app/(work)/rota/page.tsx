import { notFound } from 'next/navigation'
import { Rota } from '@/components/rota/rota'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { Select } from '@/components/ui/select'
import { doneWords } from '@/lib/forms/done'
import { readAnyDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { rotaOf } from '@/lib/rota/queries'
import { frameFor } from '@/lib/shell/frame'

/** Who is on duty, for those who supervise. */
export default async function RotaPage({ searchParams }: { searchParams: Promise<{ team?: string; draft?: string; done?: string }> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const rota = await rotaOf(page.actor, asked.team, page.now)
  if (rota === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readAnyDraft(page.actor, asked.draft, ['add-shift', 'end-shift', 'record-absence', 'end-absence'])])
  return (
    <Shell {...frame} title="Rota" current="/rota" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={rota.team === null ? 'Rota' : `Rota: ${rota.team.name}`} lede="What is late is told to those on duty, to whoever stands in for them, and up a rung at once where nobody is." />
      {rota.teams.length < 2 ? null : (
        <form method="get" action="/rota" className="flex flex-wrap items-end gap-x-4">
          <Select name="team" label="Team" options={rota.teams} value={rota.team?.id ?? ''} />
          <div className="field"><button className="btn second" type="submit">Show</button></div>
        </form>
      )}
      {rota.team === null ? <p className="none">You arrange no team’s rota.</p> : <Rota rota={rota} team={rota.team} draftOf={(act) => (draft?.act === act ? draft : null)} />}
    </Shell>
  )
}
