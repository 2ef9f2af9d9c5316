import { Button } from '../ui/button'
import { DateField } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import { Suggestions } from './suggestions'

export interface SearchTyped {
  readonly q: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly postcode: string
  readonly problems: readonly { readonly field: string; readonly message: string }[]
}

interface SearchFormProps {
  readonly typed: SearchTyped
  readonly action: string
  readonly keep?: Readonly<Record<string, string>>
  /** Offer people while somebody types. Not where somebody is being chosen: a name there leads elsewhere. */
  readonly suggest?: boolean
}

/** Search before create. One box takes whatever is known; two more narrow it. */
export function SearchForm({ typed, action, keep = {}, suggest = false }: SearchFormProps) {
  const narrowed = [typed.day, typed.month, typed.year, typed.postcode].some((one) => one !== '')
  const draft = typed.problems.length === 0 ? null : { values: {}, problems: typed.problems, refusals: [] }
  return (
    <search>
      <form action={action} method="get">
        {Object.entries(keep).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <Field name="q" type="search" label="Name, other name, reference, telephone, address or date of birth" hint="Spelled as you heard it: names that sound alike are found too" value={typed.q} draft={draft} />
        {suggest ? <Suggestions of="q" /> : null}
        <Details summary="Narrow it by date of birth or postcode" open={narrowed}>
          <DateField name="born" label="Date of birth" hint="A few days or a year out, one digit otherwise, or day and month changed about: found too" optional value={{ day: typed.day, month: typed.month, year: typed.year }} draft={draft} />
          <Field name="postcode" label="Postcode" optional width={10} value={typed.postcode} />
        </Details>
        <p className="mt-4"><Button>Search</Button></p>
      </form>
    </search>
  )
}
