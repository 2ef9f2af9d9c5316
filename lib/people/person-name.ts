interface Named {
  readonly givenName: string | null
  readonly familyName: string | null
  readonly description: string | null
}

export interface ShownName {
  readonly name: string
  /** The person is restricted and was not opened: nothing about them is shown. */
  readonly masked: boolean
}

/**
 * The one function that renders a person's name. Null (row-level security hid the row) is a restricted person. Somebody
 * whose name nobody knows is told by the description: 'girl in a red coat'.
 */
export function personName(person: Named | null): ShownName {
  if (person === null) return { name: 'Restricted person', masked: true }
  const name = [person.givenName, person.familyName].filter((part) => part !== null && part.trim() !== '').join(' ')
  if (name !== '') return { name, masked: false }
  return { name: person.description ?? 'Name not known', masked: false }
}
