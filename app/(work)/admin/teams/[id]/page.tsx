import { notFound } from 'next/navigation'
import { AdminTabs } from '@/components/administration/tabs'
import { TeamTables } from '@/components/administration/team-parts'
import { Shell } from '@/components/shell/shell'
import { ActForm } from '@/components/ui/act-form'
import { Button, Buttons } from '@/components/ui/button'
import { Checkboxes } from '@/components/ui/checkboxes'
import { DateField } from '@/components/ui/date-time-field'
import { Details } from '@/components/ui/details'
import { DoneNotice } from '@/components/ui/done-notice'
import { Field } from '@/components/ui/field'
import { PageHead } from '@/components/ui/page-head'
import { teamView } from '@/lib/administration/queries'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { BOROUGH_WORDS } from '@/lib/wording/boroughs'
import { choicesOf } from '@/lib/wording/say'

export default async function Team({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ draft?: string; done?: string }> }) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const team = await teamView(page.actor, id, page.now)
  if (team === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'set-team-boroughs')])
  return (
    <Shell {...frame} title={team.name} current="/admin" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={team.name} lede={`${team.agency}, ${team.kind}. Covers ${team.covers}.`} />
      <AdminTabs current="/admin/teams" />
      <TeamTables team={team} />
      <Details summary="Change what it covers" open={draft !== null}>
        <ActForm act="set-team-boroughs" page={`/admin/teams/${id}`} draft={draft} hidden={{ teamId: id }} label="Change what it covers">
          <p>What its people may see and do follows at that moment. Work that is theirs stays theirs.</p>
          <Checkboxes name="boroughs" label="Which boroughs it covers" hint="None ticked: all of London" layout="two" options={choicesOf(BOROUGH_WORDS)} values={team.coversCodes} draft={draft} />
          <DateField name="since" label="From" hint="Left empty: at once" draft={draft} optional />
          <Field name="reason" label="Why?" draft={draft} />
          <Buttons><Button>Change what it covers</Button></Buttons>
        </ActForm>
      </Details>
    </Shell>
  )
}
