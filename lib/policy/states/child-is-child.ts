import { isChild } from '../child'
import type { State } from './state'

/** A child until eighteen, and while the age is disputed or not known. */
export const childIsChild: State = {
  field: 'child.is-child',
  title: 'Treated as a child',
  clause: 'is-child',
  read({ child, now }) {
    const { adultSince } = child
    if (adultSince !== undefined && adultSince !== null) return child.ageDisputed || adultSince.getTime() > now.getTime()
    return isChild(child)
  },
}
