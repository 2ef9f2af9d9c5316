import type { QueueChild } from '@/lib/referrals/view'
import { Tag } from '../ui/tag'

/** A child's name as a link to the record; a restricted one says so and names nobody. */
export function ChildName({ child }: { readonly child: QueueChild }) {
  return (
    <>
      <a className="strong" href={`/people/${child.id}`}>{child.name}</a>{child.age === null ? null : `, ${child.age}`}
      {child.masked ? <> <Tag tone="grey">Restricted</Tag></> : null}
      {child.flags.map((flag) => <span key={flag}> <Tag tone="red">{flag}</Tag></span>)}
    </>
  )
}
