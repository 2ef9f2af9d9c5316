import { notFound } from 'next/navigation'
import { RoleFields } from '@/components/administration/account-forms'
import { Shell } from '@/components/shell/shell'
import { ActForm } from '@/components/ui/act-form'
import { Button, Buttons, LinkButton } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { PageHead } from '@/components/ui/page-head'
import { teamChoices } from '@/lib/administration/queries'
import { PERSON_RANKS } from '@/lib/administration/words'
import { mayEver } from '@/lib/access/permissions'
import { readDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { ROLE_WORDS } from '@/lib/wording/roles'
import { choicesOf } from '@/lib/wording/say'

/** A joiner. */
export default async function NewAccount({ searchParams }: { searchParams: Promise<{ draft?: string }> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  if (!mayEver(page.actor, 'manage-accounts')) notFound()
  const [frame, teams, draft] = await Promise.all([frameFor(page), teamChoices(page.actor, page.now), readDraft(page.actor, asked.draft, 'add-account')])
  return (
    <Shell {...frame} title="Add a person" current="/admin" problem={draft !== null && draft.problems.length > 0}>
      <PageHead title="Add a person" lede="You get a one-time link to hand over: the person sets a password that nobody else knows." />
      <ActForm act="add-account" page="/admin/accounts/new" draft={draft} label="Add a person">
        <Field name="name" label="Name" hint="As colleagues know them, with rank where police: DS Imani Okafor" draft={draft} />
        <Field name="email" label="Work e-mail" hint="They sign in with it" type="email" draft={draft} />
        <RoleFields teams={teams} roles={choicesOf(ROLE_WORDS)} ranks={choicesOf(PERSON_RANKS)} draft={draft} />
        <Buttons><Button>Add the person</Button><LinkButton look="second" href="/admin">Back without recording</LinkButton></Buttons>
      </ActForm>
    </Shell>
  )
}
