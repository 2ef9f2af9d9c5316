import { notFound } from 'next/navigation'
import { Shell } from '@/components/shell/shell'
import { ActForm } from '@/components/ui/act-form'
import { Button, Buttons, LinkButton } from '@/components/ui/button'
import { Checkboxes } from '@/components/ui/checkboxes'
import { Field } from '@/components/ui/field'
import { PageHead } from '@/components/ui/page-head'
import { Select } from '@/components/ui/select'
import { TEAM_KINDS } from '@/lib/administration/words'
import { mayEver } from '@/lib/access/permissions'
import { readDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { AGENCY_WORDS } from '@/lib/wording/agencies'
import { BOROUGH_WORDS } from '@/lib/wording/boroughs'
import { choicesOf } from '@/lib/wording/say'

export default async function NewTeam({ searchParams }: { searchParams: Promise<{ draft?: string }> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  if (!mayEver(page.actor, 'manage-accounts')) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'add-team')])
  return (
    <Shell {...frame} title="Add a team" current="/admin" problem={draft !== null && draft.problems.length > 0}>
      <PageHead title="Add a team" lede="A team keeps its name and its agency for good: duties are given to it under that name." />
      <ActForm act="add-team" page="/admin/teams/new" draft={draft} label="Add a team">
        <Field name="name" label="Name" hint="With its borough or its agency, so that no other team is meant" draft={draft} />
        <Select name="agency" label="Agency" empty="Choose the agency" options={choicesOf(AGENCY_WORDS)} draft={draft} />
        <Select name="kind" label="What it does" empty="Choose what it does" options={choicesOf(TEAM_KINDS)} draft={draft} />
        <Checkboxes name="boroughs" label="Which boroughs it covers" hint="None ticked: all of London" layout="two" options={choicesOf(BOROUGH_WORDS)} draft={draft} />
        <Buttons><Button>Add the team</Button><LinkButton look="second" href="/admin/teams">Back without recording</LinkButton></Buttons>
      </ActForm>
    </Shell>
  )
}
