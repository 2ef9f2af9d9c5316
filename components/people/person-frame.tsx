import type { ReactNode } from 'react'
import type { PersonHead, PersonPage } from '@/lib/people/view'
import type { FormDraft } from '../ui/form-draft'
import { IdentityBar } from '../ui/identity-bar'
import { Notice } from '../ui/notice'
import { Tabs } from '../ui/tabs'
import { IndexView } from './index-view'
import { RestrictedView } from './restricted-view'

interface PersonFrameProps<T> {
  readonly person: PersonPage<T>
  /** The page's own address, to come back to. */
  readonly path: string
  readonly draft: FormDraft | null
  readonly children: (more: T, head: PersonHead) => ReactNode
}

/** The title of a person's page: a restricted one has no name there either. */
export const personTitle = (person: PersonPage<unknown>, tab: string): string => {
  const name = person.shut === null ? person.head.name : person.card.name
  return tab === '' || person.shut !== null ? name : `${tab}: ${name}`
}

/** A person's page as deep as it opens: the interruption, the index, or the record under its identity bar. */
export function PersonFrame<T>({ person, path, draft, children }: PersonFrameProps<T>) {
  if (person.shut === 'restricted') return <RestrictedView personId={person.card.id} may={person.mayBreakGlass} draft={draft} path={path} />
  const matchedTo = person.shut === 'index' ? person.card.matchedTo : person.head.matchedTo
  if (person.shut === 'index') return <><Matched to={matchedTo} /><IndexView card={person.card} ring={person.ring} mayOpen={person.mayOpen} draft={draft} path={path} /></>
  const { head } = person
  const base = `/people/${head.id}`
  return (
    <>
      <Matched to={matchedTo} />
      <IdentityBar name={head.name} facts={factsOf(head)} flags={head.flags} />
      <Tabs
        label={head.adult ? 'This person' : 'This child'} current={path}
        tabs={[
          { href: base, label: 'Overview' },
          { href: `${base}/duties`, label: 'Duties', note: dutyNote(head) },
          { href: `${base}/chronology`, label: 'Chronology' },
          { href: `${base}/household`, label: 'People and household' },
          { href: `${base}/network`, label: 'Network' },
          ...(head.adult ? [] : [{ href: `${base}/protection`, label: 'Protection' }, { href: `${base}/missing`, label: 'Missing' }, { href: `${base}/exploitation`, label: 'Exploitation' }, { href: `${base}/map`, label: 'MAP' }, { href: `${base}/other-children`, label: 'Other children' }, { href: `${base}/review`, label: 'Review' }, { href: `${base}/closing`, label: 'Closing' }]),
          { href: `${base}/readers`, label: 'Who has looked' },
        ]}
      />
      {head.openUntil === null ? null : <Notice tone="amber" title={head.openUntil} />}
      {children(person.more, head)}
    </>
  )
}

/** Whose page this is stands elsewhere: nobody may go on working on the record that was found to be a second one. */
function Matched({ to }: { readonly to: string | null }) {
  if (to === null) return null
  return <Notice tone="amber" title="This record was joined to another of the same person"><p>Everything goes on there: <a href={`/people/${to}`}>open the record of this person</a>. What stood here stays to be seen, and the two <a href={`/people/${to}/same`}>can be parted</a>.</p></Notice>
}

const factsOf = (head: PersonHead): { term: string; value: string }[] => [
  { term: 'Born', value: head.born }, { term: 'Lives', value: head.lives }, { term: 'Looked after', value: head.lookedAfter }, { term: 'Plan', value: head.plan },
  { term: 'Lead', value: head.lead },
]

function dutyNote({ duties: { open, late }, elsewhere }: PersonHead): string | undefined {
  const own = open === 0 ? null : late === 0 ? `${open} open` : late === open ? `${late} late` : `${open} open, ${late} of them late`
  return [own, elsewhere.duties === 0 ? null : `${elsewhere.duties} elsewhere`].filter((part) => part !== null).join('; ') || undefined
}
