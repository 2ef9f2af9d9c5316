import type { ChildView } from '@/lib/deadlines/view'
import { Tag } from '../ui/tag'

/** A child's name as a link to the record, with the age; a restricted one says so and names nobody. */
export function ChildLink({ child }: { readonly child: ChildView }) {
  return (
    <>
      <a href={`/people/${child.id}`}>{child.name}</a>{child.age === null ? null : <span className="font-normal">, {child.age}</span>}
      {child.masked ? <> <Tag>Restricted</Tag></> : null}
    </>
  )
}
