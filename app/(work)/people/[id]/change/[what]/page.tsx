import { notFound } from 'next/navigation'
import { AddressForm, CHANGES, CircumstancesForm, FlagForm, IdentityForm, LinkForm, type ChangeWhat } from '@/components/people/change-forms'
import { Hits } from '@/components/people/hits'
import { OpenWords } from '@/components/people/open-words'
import { LiftForm, RestrictForm } from '@/components/people/restriction-forms'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { SearchForm } from '@/components/people/search-form'
import { Shell } from '@/components/shell/shell'
import { readDraft } from '@/lib/forms/drafts'
import { personForm } from '@/lib/people/form-queries'
import { openingDraft } from '@/lib/people/page-draft'
import { findPeople } from '@/lib/people/search'
import { readTyped, type TypedSearch } from '@/lib/people/typed-search'
import type { PersonHead } from '@/lib/people/view'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string; what: string }>
  searchParams: Promise<TypedSearch & { draft?: string; other?: string }>
}

const ABOUT: Readonly<Record<ChangeWhat, { title: string; act: string }>> = {
  identity: { title: 'Correct name, age or birth', act: 'correct-person' },
  circumstances: { title: 'Change plan, care or lead', act: 'set-circumstances' },
  flag: { title: 'Add a flag', act: 'add-flag' },
  address: { title: 'Change the address', act: 'set-address' },
  link: { title: 'Link somebody', act: 'link-people' },
  open: { title: 'Open the words with a reason', act: 'open-with-reason' },
  restrict: { title: 'Restrict this record', act: 'restrict-person' },
  lift: { title: 'Lift the restriction', act: 'lift-restriction' },
}

/** One change of a person, on a page of its own. */
export default async function Change({ params, searchParams }: Props) {
  const [page, { id, what }, asked] = [await pageActor(), await params, await searchParams]
  const change = CHANGES.find((known) => known === what)
  if (change === undefined) notFound()
  const person = await personForm(page.actor, id, asked.other, page.now)
  if (person === null || (person.shut === null && !mayChange(person.head.may, change))) notFound()
  const path = `/people/${id}/change/${change}`
  const search = readTyped(asked)
  const [frame, draft, hits] = await Promise.all([
    frameFor(page), person.shut === null ? readDraft(page.actor, asked.draft, ABOUT[change].act) : openingDraft(page.actor, person, asked.draft),
    change === 'link' && search.asked !== null && person.shut === null ? findPeople(page.actor, search.asked, page.now) : null,
  ])
  return (
    <Shell {...frame} title={personTitle(person, ABOUT[change].title)} current="/people" problem={draft !== null && draft.problems.length > 0}>
      <PersonFrame person={person} path={path} draft={draft}>
        {(form, head) => (form === null ? null : (
          <>
            <h2>{ABOUT[change].title}</h2>
            {change === 'identity' ? <IdentityForm head={head} form={form} draft={draft} /> : null}
            {change === 'circumstances' ? <CircumstancesForm head={head} form={form} draft={draft} /> : null}
            {change === 'flag' ? <FlagForm head={head} form={form} draft={draft} /> : null}
            {change === 'address' ? <AddressForm head={head} form={form} draft={draft} /> : null}
            {change === 'open' ? <OpenWords personId={head.id} draft={draft} path={path} /> : null}
            {change === 'restrict' ? <RestrictForm personId={head.id} draft={draft} path={path} /> : null}
            {change === 'lift' ? <LiftForm personId={head.id} draft={draft} path={path} /> : null}
            {change === 'link' && form.other !== null ? <LinkForm head={head} form={form} draft={draft} /> : null}
            {change === 'link' && form.other === null ? (
              <>
                <p>First find the other person: they must be on record already.</p>
                <SearchForm typed={search.typed} action={path} />
                {hits === null ? null : hits.length === 0 ? <p className="none" role="status">Nobody is known like this within your reach.</p> : <Hits hits={hits} caption="Choose the other person" hrefOf={(other) => `${path}?other=${other}`} verb="Choose" />}
              </>
            ) : null}
          </>
        ))}
      </PersonFrame>
    </Shell>
  )
}

/** The page follows the buttons; the act asks again. */
function mayChange(may: PersonHead['may'], change: ChangeWhat): boolean {
  switch (change) {
    case 'flag':
    case 'link':
    case 'restrict':
    case 'lift': return may[change]
    case 'open': return may.openWords
    case 'identity':
    case 'circumstances':
    case 'address': return may.correct
  }
}
